import Database from "better-sqlite3";
import { sqliteCode } from "./busy.server.ts";

/** Gives a hold on the database file back. */
export type Release = () => void;

function lockFile(databasePath: string): string {
  return `${databasePath}.in-use`;
}

function hold(databasePath: string, begin: string): Release | null {
  const lock = new Database(lockFile(databasePath), { timeout: 0 });
  try {
    lock.exec(begin);
    lock.prepare("SELECT count(*) FROM sqlite_master").get();
  } catch (error) {
    lock.close();
    const code = sqliteCode(error);
    if (code !== null && code.startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
  return () => {
    if (lock.open) lock.close();
  };
}

/**
 * Marks the database as in use by this process until released; many processes may. The mark is an operating-system lock
 * on a file beside the database, so it ends with the process however it ends. Throws while a restore is running.
 */
export function holdShared(databasePath: string): Release {
  const release = hold(databasePath, "BEGIN");
  if (release === null) throw new Error("The database is being restored: try again when that is done");
  return release;
}

/** Takes the database for this process alone; null while any other process uses it. */
export function holdAlone(databasePath: string): Release | null {
  return hold(databasePath, "BEGIN EXCLUSIVE");
}
