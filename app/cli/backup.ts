import path from "node:path";
import { backup } from "#platform/backup.server.ts";
import { env } from "#platform/env.server.ts";
import { chainCheck } from "./chain-check.ts";
import { parseOptions } from "./parse-options.ts";

/** Makes a verified copy of the database; prints its SHA-256 and its file. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseOptions(args, { call: "backup FILE", options: {}, positionals: ["FILE"] });
  const file = path.resolve(positionals[0] ?? "");
  const { sha256 } = await backup(env.databasePath, file, [chainCheck]);
  process.stdout.write(`${sha256}  ${file}\n`);
}
