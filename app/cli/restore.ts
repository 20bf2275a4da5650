import path from "node:path";
import { appendEvent, setCheckpointsAside } from "#modules/audit/public.server.ts";
import { inspectBackup, restore } from "#platform/backup.server.ts";
import { env } from "#platform/env.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { chainCheck } from "./chain-check.ts";
import { keyCheck } from "./key-check.ts";
import { parseOptions } from "./parse-options.ts";
import { withDatabase } from "./with-database.ts";

/**
 * Puts a backup in the place of the database. Sessions and one-time links of the backup are ended, since some of them
 * may have been ended after it was made; the restore itself is recorded.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, {
    call: "restore FILE [--dry-run]",
    options: { "dry-run": { type: "boolean" } },
    positionals: ["FILE"],
  });
  const file = path.resolve(positionals[0] ?? "");
  if (values["dry-run"] === true) {
    const { sha256 } = await inspectBackup(file, [keyCheck, chainCheck]);
    process.stdout.write(`${file} is sound and can be restored (SHA-256 ${sha256})\n`);
    return;
  }
  const now = new Date();
  const { sha256, kept } = await restore(env.databasePath, file, [keyCheck, chainCheck], now);
  setCheckpointsAside(env.databasePath, now);
  await withDatabase(() =>
    transaction(async (tx) => {
      const sessionsEnded = await tx.statement("session.removeAll", {});
      await tx.statement("link.removeAll", {});
      await appendEvent(tx, { type: "installation.restored", subject: { kind: "installation", id: "1" }, actor: null, data: { backup: sha256, sessionsEnded }, at: now });
    }),
  );
  process.stdout.write(`Restored ${file}${kept === null ? "" : `; what was there is kept in ${kept}`}\n`);
}
