import Database from "better-sqlite3";
import type { Connection } from "./connection.server.ts";
import { pendingMigrations, readMigrations } from "./migrate.server.ts";
import { readFrom, type ReadStatement } from "./prepared.server.ts";

/** Opens a database file that nothing writes to (a backup) for reading only. Throws when it is none. */
export function openForReading(file: string): Connection {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  connection.pragma("trusted_schema = OFF");
  connection.defaultSafeIntegers(true);
  return connection;
}

/** A further check of a database, answering what is wrong with it or null. */
export type Check = (read: ReadStatement) => Promise<string | null>;

/**
 * What is wrong with a database's contents: damaged pages, rows naming rows that are not there, counters that are not
 * the sum of their ledger, then `further` checks. Empty when sound.
 */
export async function inspect(connection: Connection, further: readonly Check[]): Promise<string[]> {
  const damage = (connection.pragma("integrity_check(5)") as { integrity_check: string }[]).map((row) => row.integrity_check).filter((text) => text !== "ok");
  if (damage.length > 0) return damage.map((text) => `the file is damaged: ${text}`);
  const faults: string[] = [];
  const orphans = connection.pragma("foreign_key_check") as { table: string }[];
  if (orphans.length > 0) faults.push(`${orphans.length} rows name rows that are not there (first in ${orphans[0]?.table ?? "?"})`);
  const read = readFrom(connection);
  const mismatches = read("budget.mismatches", {});
  for (const { budget, subject, window, counted, summed } of mismatches.slice(0, 5)) {
    faults.push(`the counter of ${budget} for ${subject} in ${window} says ${counted}, its ledger ${summed}`);
  }
  for (const check of further) {
    const fault = await check(read);
    if (fault !== null) faults.push(fault);
  }
  return faults;
}

/** Migrations a database file lacks. Throws MigrationError when it is newer than this code. */
export function missingIn(connection: Connection): string[] {
  return pendingMigrations(connection, readMigrations()).map((migration) => migration.name);
}
