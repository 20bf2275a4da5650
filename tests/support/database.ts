import { createHash, randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { closeDatabase, openDatabase } from "#platform/db.server.ts";
import { migrate, readMigrations } from "#platform/migrate.server.ts";

export interface TestDatabase {
  readonly path: string;
  /** As DATABASE_URL takes it. */
  readonly url: string;
  /** Closes it where the app has it open and deletes its folder. */
  readonly close: () => Promise<void>;
}

async function templatePath(): Promise<string> {
  const hash = createHash("sha256");
  for (const migration of readMigrations()) hash.update(migration.checksum);
  const user = process.getuid?.() ?? 0;
  const folder = path.join(tmpdir(), `tam-test-template-${user}`);
  const file = path.join(folder, `${hash.digest("hex").slice(0, 16)}.db`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Each process that finds no template builds one; the rename makes whichever comes last the one, whole.
  const draft = path.join(folder, `draft-${randomBytes(8).toString("hex")}.db`);
  await migrate(draft);
  renameSync(draft, file);
  for (const suffix of ["-wal", "-shm", ".in-use"]) rmSync(draft + suffix, { force: true });
  return file;
}

/** A migrated, empty database of its own: a copy of a template that is built once per set of migrations. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await templatePath();
  const folder = mkdtempSync(path.join(tmpdir(), "tam-test-"));
  const file = path.join(folder, "tam.db");
  copyFileSync(template, file);
  chmodSync(file, 0o600);
  return {
    path: file,
    url: `file:${file}`,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let current: TestDatabase | null = null;

async function dispose(): Promise<void> {
  await closeDatabase();
  await current?.close();
  current = null;
}

/**
 * Points the app (`db`, `transaction`, `readHot`) at a fresh empty database; for beforeAll or beforeEach. The one
 * before is closed and deleted, the last one after the file's tests.
 */
export async function useTestDatabase(): Promise<TestDatabase> {
  await dispose();
  const database = await createTestDatabase();
  openDatabase({ url: database.url });
  current = database;
  return { ...database, close: dispose };
}

afterAll(dispose);
