import { existsSync } from "node:fs";
import { closeDatabase, openDatabase } from "#platform/db.server.ts";
import { env } from "#platform/env.server.ts";
import { changedKeys, rememberKeys } from "#platform/key-guard.server.ts";
import { migrate } from "#platform/migrate.server.ts";
import { CommandRefused } from "./refusal.ts";

/**
 * Runs a command with the database open and brought to the newest schema, and closes it whatever happens. With
 * `create` an absent database is made, without it the command is refused; it is refused too when a key was changed.
 */
export async function withDatabase<T>(work: () => Promise<T>, options: { create?: boolean } = {}): Promise<T> {
  if (options.create !== true && !existsSync(env.databasePath)) throw new CommandRefused(`There is no database at ${env.databasePath}: npm start makes one`);
  await migrate(env.databasePath);
  openDatabase();
  try {
    const changed = await changedKeys();
    if (changed.length > 0) throw new CommandRefused(`${changed.join(", ")} is not the key this database was used with: put the earlier value back into .env`);
    await rememberKeys();
    return await work();
  } finally {
    await closeDatabase();
  }
}
