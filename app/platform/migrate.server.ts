import { createHash, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BusyError, sqliteCode } from "./busy.server.ts";
import { openConnection, type Connection } from "./connection.server.ts";
import { holdShared } from "./database-lock.server.ts";
import { repositoryRoot } from "./root.server.ts";
import { splitStatements } from "./sql-script.server.ts";

/** A database this code must not touch: a migration was edited after it ran, or the database is newer than the code. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file */
  readonly checksum: string;
}

export interface MigrationResult {
  readonly applied: readonly string[];
  /** Copy made before; null for an empty database or when nothing was to do. */
  readonly backup: string | null;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

const RECORD = `CREATE TABLE IF NOT EXISTS "_migration" (
  "name" TEXT NOT NULL PRIMARY KEY, "checksum" TEXT NOT NULL, "appliedAt" DATETIME NOT NULL)`;

/** The migrations of a folder, in order of name. */
export function readMigrations(folder = path.join(repositoryRoot, "prisma", "migrations")): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function readApplied(connection: Connection): Applied[] {
  const known = connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_migration'").get();
  return known === undefined ? [] : (connection.prepare('SELECT "name", "checksum" FROM "_migration" ORDER BY "name"').all() as Applied[]);
}

/** Migrations still to run. Throws MigrationError when what ran is not what the code has. */
export function pendingMigrations(connection: Connection, migrations: readonly Migration[]): Migration[] {
  const applied = readApplied(connection);
  for (const [index, done] of applied.entries()) {
    const ours = migrations[index];
    if (ours === undefined || ours.name !== done.name) {
      throw new MigrationError(`The database knows the migration ${done.name}, this version of Tâm does not: use the newer version`);
    }
    if (ours.checksum !== done.checksum) throw new MigrationError(`The migration ${done.name} was edited after it ran on this database`);
  }
  return migrations.slice(applied.length);
}

async function beginImmediate(connection: Connection, deadline: number): Promise<void> {
  for (;;) {
    try {
      connection.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!(sqliteCode(error) ?? "").startsWith("SQLITE_BUSY")) throw error;
      if (performance.now() >= deadline) throw new BusyError("locked", { cause: error });
    }
    await sleep(randomInt(20, 80));
  }
}

function applyOne(connection: Connection, migration: Migration, at: Date, onStep: (step: string) => void): void {
  for (const [index, statement] of splitStatements(migration.sql).entries()) {
    try {
      connection.exec(statement);
    } catch (error) {
      throw new MigrationError(`The migration ${migration.name} failed at its statement ${index + 1}: ${(error as Error).message}`, { cause: error });
    }
    onStep(`${migration.name}:${index + 1}`);
  }
  const orphans = connection.pragma("foreign_key_check") as unknown[];
  if (orphans.length > 0) throw new MigrationError(`The migration ${migration.name} left ${orphans.length} rows without the row they name`);
  connection.exec(RECORD);
  connection
    .prepare('INSERT INTO "_migration" ("name", "checksum", "appliedAt") VALUES (?, ?, ?)')
    .run(migration.name, migration.checksum, BigInt(at.getTime()));
  onStep(`${migration.name}:recorded`);
}

function holdsData(connection: Connection): boolean {
  const tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_migration'").all() as { name: string }[];
  return tables.some(({ name }) => connection.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined);
}

function copyBefore(connection: Connection, databasePath: string, at: Date): string | null {
  if (!holdsData(connection)) return null;
  const folder = path.join(path.dirname(databasePath), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `before-migration-${at.toISOString().replace(/[:.]/g, "-")}-${process.pid}.db`);
  connection.prepare("VACUUM INTO ?").run(file);
  return file;
}

async function run(connection: Connection, databasePath: string, options: Required<MigrateOptions>): Promise<MigrationResult> {
  if (pendingMigrations(connection, options.migrations).length === 0) return { applied: [], backup: null };
  const backup = copyBefore(connection, databasePath, options.now);
  const applied: string[] = [];
  for (;;) {
    await beginImmediate(connection, performance.now() + options.waitMs);
    try {
      // Read again under the lock: another server may have migrated meanwhile.
      const next = pendingMigrations(connection, options.migrations)[0];
      if (next !== undefined) applyOne(connection, next, options.now, options.onStep);
      connection.exec("COMMIT");
      if (next === undefined) break;
      applied.push(next.name);
      options.onStep(`${next.name}:committed`);
    } catch (error) {
      if (connection.inTransaction) connection.exec("ROLLBACK");
      throw error;
    }
  }
  if (applied.length > 0 || backup === null) return { applied, backup };
  rmSync(backup, { force: true });
  return { applied, backup: null };
}

export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  readonly now?: Date;
  /** How long to wait for another process that is migrating, in milliseconds. */
  readonly waitMs?: number;
  /** Told after each statement, as `0001_init:3`, then `:recorded` and `:committed`. */
  readonly onStep?: (step: string) => void;
}

/**
 * Brings a database file to the newest schema; creates it when absent. Each migration is one transaction, checked for
 * foreign keys and recorded with its checksum; a database with data is copied beside itself first. Killed at any point
 * it leaves the old or the new schema. Of two processes at once one migrates and the other waits.
 */
export async function migrate(databasePath: string, options: MigrateOptions = {}): Promise<MigrationResult> {
  if (!existsSync(path.dirname(databasePath))) mkdirSync(path.dirname(databasePath), { recursive: true, mode: 0o700 });
  const release = holdShared(databasePath);
  try {
    const connection = openConnection(databasePath, { mayWrite: true, create: true });
    try {
      // Rebuilding a table needs foreign keys off; foreign_key_check judges the result before the commit.
      connection.pragma("foreign_keys = OFF");
      return await run(connection, databasePath, {
        migrations: options.migrations ?? readMigrations(),
        now: options.now ?? new Date(),
        waitMs: options.waitMs ?? 60_000,
        onStep: options.onStep ?? (() => undefined),
      });
    } finally {
      connection.close();
    }
  } finally {
    release();
  }
}

/** Names of the migrations an existing database still lacks. Throws MigrationError as `migrate` does. */
export function migrationsMissing(connection: Connection, migrations = readMigrations()): string[] {
  return pendingMigrations(connection, migrations).map((migration) => migration.name);
}
