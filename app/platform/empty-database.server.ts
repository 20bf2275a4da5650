import { connections } from "./connections.server.ts";
import { transaction, type Tx } from "./transaction.server.ts";

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Deletes every row of the open database, guarded ones included, in one transaction; only the record of migrations and
 * the key fingerprints stay. For the demo company alone: `mayEmpty` is asked inside the same transaction and what it
 * throws leaves everything as it was.
 */
export async function emptyDatabase(mayEmpty: (tx: Tx) => Promise<void>): Promise<void> {
  await transaction(
    async (tx) => {
      await mayEmpty(tx);
      const { writer } = connections();
      const objects = (kind: string) =>
        writer.prepare("SELECT name, sql FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%' AND name <> '_migration'").all(kind) as { name: string; sql: string }[];
      const guards = objects("trigger");
      writer.pragma("defer_foreign_keys = ON");
      for (const guard of guards) writer.exec(`DROP TRIGGER ${quote(guard.name)}`);
      for (const table of objects("table")) {
        writer.exec(`DELETE FROM ${quote(table.name)}${table.name === "Setting" ? " WHERE name NOT LIKE 'key.%'" : ""}`);
      }
      for (const guard of guards) writer.exec(guard.sql);
    },
    { limitMs: 60_000 },
  );
}
