import { createHash } from "node:crypto";
import { chmodSync, closeSync, copyFileSync, createReadStream, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { openConnection } from "./connection.server.ts";
import { holdAlone, holdShared } from "./database-lock.server.ts";
import { inspect, missingIn, openForReading, type Check } from "./inspect.server.ts";

/** A backup that is not made or not restored; the message is for the operator. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
}

const stampOf = (now: Date): string => now.toISOString().replace(/[:.]/g, "-");
const sumFile = (file: string): string => `${file}.sha256`;

function sync(file: string): void {
  const handle = openSync(file, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function judge(file: string, checks: readonly Check[]): Promise<void> {
  const connection = openForReading(file);
  try {
    const faults = await inspect(connection, checks);
    if (faults.length > 0) throw new BackupRefused(`The copy is not sound: ${faults.join("; ")}`);
  } finally {
    connection.close();
  }
}

/**
 * Copies a database, busy or not, into `file`: consistent, verified (pages, foreign keys, counters, `checks`), synced,
 * mode 0600, with its SHA-256 beside it. Appears whole or not at all. Throws BackupRefused where the file exists or the
 * copy is not sound. VACUUM INTO blocks its own process: the command runs in one of its own.
 */
export async function backup(databasePath: string, file: string, checks: readonly Check[]): Promise<{ sha256: string }> {
  if (!existsSync(databasePath)) throw new BackupRefused(`There is no database at ${databasePath}`);
  if (existsSync(file)) throw new BackupRefused(`${file} exists already: name another file`);
  const draft = `${file}.partial-${process.pid}`;
  const release = holdShared(databasePath);
  try {
    const connection = openConnection(databasePath, { mayWrite: true });
    try {
      writeFileSync(draft, "", { mode: 0o600, flag: "wx" });
      connection.prepare("VACUUM INTO ?").run(draft);
    } finally {
      connection.close();
    }
    chmodSync(draft, 0o600);
    const copy = new Database(draft);
    copy.pragma("journal_mode = DELETE");
    copy.close();
    await judge(draft, checks);
    sync(draft);
    const sum = await sha256(draft);
    writeFileSync(sumFile(file), `${sum}  ${path.basename(file)}\n`, { mode: 0o600 });
    renameSync(draft, file);
    sync(path.dirname(path.resolve(file)));
    return { sha256: sum };
  } finally {
    release();
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(draft + suffix, { force: true });
  }
}

async function checkSum(file: string): Promise<string> {
  const sum = await sha256(file);
  if (!existsSync(sumFile(file))) return sum;
  const expected = readFileSync(sumFile(file), "utf8").split(/\s/)[0];
  if (expected !== sum) throw new BackupRefused(`${file} is not what was backed up: its SHA-256 differs from ${sumFile(file)}`);
  return sum;
}

function checkVersion(file: string): void {
  const connection = openForReading(file);
  try {
    const missing = missingIn(connection);
    if (missing.length > 0 && missing[0] === "0001_init") throw new BackupRefused(`${file} is no database of Tâm`);
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`${file} cannot be restored: ${(error as Error).message}`, { cause: error });
  } finally {
    connection.close();
  }
}

/** Judges a backup without restoring it: what `restore` refuses, this refuses. */
export async function inspectBackup(file: string, checks: readonly Check[]): Promise<{ sha256: string }> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}`);
  const sum = await checkSum(file);
  checkVersion(file);
  await judge(file, checks);
  return { sha256: sum };
}

/** Empties the write-ahead log into the old file, or moves the log aside where the old file cannot be read any more. */
function settleOld(databasePath: string, aside: string): void {
  try {
    openConnection(databasePath, { mayWrite: true }).close();
  } catch {
    if (existsSync(`${databasePath}-wal`)) renameSync(`${databasePath}-wal`, `${aside}-wal`);
  }
  linkSync(databasePath, aside);
  for (const suffix of ["-wal", "-shm"]) rmSync(databasePath + suffix, { force: true });
}

/**
 * Puts a backup in the place of the database. Everything is verified first; what was there is kept in `backups/` beside
 * it. Throws BackupRefused while any process uses the database, when the file is not sound, or when its schema is newer.
 */
export async function restore(databasePath: string, file: string, checks: readonly Check[], now: Date): Promise<{ sha256: string; kept: string | null }> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}`);
  if (path.resolve(file) === databasePath) throw new BackupRefused("A database cannot be restored from itself");
  const sum = await checkSum(file);
  checkVersion(file);
  mkdirSync(path.dirname(databasePath), { recursive: true, mode: 0o700 });
  const release = holdAlone(databasePath);
  if (release === null) throw new BackupRefused("A server or a command is using the database: stop it first");
  const draft = `${databasePath}.restoring-${process.pid}`;
  try {
    copyFileSync(file, draft);
    chmodSync(draft, 0o600);
    await judge(draft, checks);
    sync(draft);
    let kept: string | null = null;
    if (existsSync(databasePath)) {
      mkdirSync(path.join(path.dirname(databasePath), "backups"), { recursive: true, mode: 0o700 });
      kept = path.join(path.dirname(databasePath), "backups", `before-restore-${stampOf(now)}.db`);
      settleOld(databasePath, kept);
    }
    renameSync(draft, databasePath);
    sync(path.dirname(databasePath));
    return { sha256: sum, kept };
  } finally {
    release();
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(draft + suffix, { force: true });
  }
}
