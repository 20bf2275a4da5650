import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate, readMigrations, type Migration } from "#platform/migrate.server.ts";
import { repositoryRoot } from "#platform/root.server.ts";
import { splitStatements } from "#platform/sql-script.server.ts";
import { startChild } from "#tests/support/child.ts";

let folder = "";
let file = "";
const now = new Date("2026-11-22T03:00:00Z");

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tam-migrate-"));
  file = path.join(folder, "tam.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function extra(sql: string, name = "9000_extra"): Migration {
  return { name, sql, checksum: `checksum of ${sql}` };
}

function inspect<T>(read: (database: Database.Database) => T, from = file): T {
  const database = new Database(from);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

interface Shape {
  readonly columns: unknown[];
  readonly keys: unknown[];
  readonly indexes: unknown[];
}

/** Columns, foreign keys and indexes by table; the hand-written guards (indexes over expressions) apart. */
function shapeOf(database: Database.Database): Record<string, Shape> {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_migration' ORDER BY name").all() as { name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => {
      const indexes = database.prepare(`SELECT name, "unique", origin FROM pragma_index_list('${name}') ORDER BY name`).all() as { name: string }[];
      return [
        name,
        {
          columns: database.prepare(`SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('${name}') ORDER BY cid`).all(),
          keys: database.prepare(`SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list('${name}') ORDER BY "from"`).all(),
          indexes: indexes
            .map((index) => ({ ...index, columns: database.prepare(`SELECT name FROM pragma_index_info('${index.name}') ORDER BY seqno`).all() as { name: string | null }[] }))
            .filter((index) => index.columns.every((column) => column.name !== null)),
        },
      ];
    }),
  );
}

describe("the migrations", () => {
  test("make exactly what the schema says", async () => {
    await migrate(file);
    const script = execFileSync(
      process.execPath,
      ["node_modules/prisma/build/index.js", "migrate", "diff", "--from-empty", "--to-schema-datamodel", "prisma/schema.prisma", "--script", "--config", ".config/prisma.ts"],
      { cwd: repositoryRoot, env: { ...process.env, DATABASE_URL: `file:${file}` }, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    const fromSchema = path.join(folder, "schema.db");
    inspect((database) => database.exec(script), fromSchema);
    expect(inspect(shapeOf)).toEqual(inspect(shapeOf, fromSchema));
  });

  test("run once: a second time nothing is to do and nothing is copied", async () => {
    const first = await migrate(file);
    expect(first).toEqual({ applied: readMigrations().map((migration) => migration.name), backup: null });
    expect(await migrate(file)).toEqual({ applied: [], backup: null });
    expect(existsSync(path.join(folder, "backups"))).toBe(false);
  });

  test("are refused when one was edited after it ran", async () => {
    await migrate(file);
    const edited = readMigrations().map((migration, index) => (index === 0 ? { ...migration, checksum: "other" } : migration));
    await expect(migrate(file, { migrations: edited })).rejects.toThrow("was edited after it ran");
  });

  test("are refused on a database of a newer version", async () => {
    await migrate(file, { migrations: [...readMigrations(), extra("CREATE TABLE t (a)")] });
    await expect(migrate(file)).rejects.toThrow("9000_extra");
  });

  test("copy a database in use before they change it", async () => {
    await migrate(file);
    inspect((database) => database.prepare("INSERT INTO Setting (name, value) VALUES ('in', 'use')").run());
    const { backup } = await migrate(file, { migrations: [...readMigrations(), extra("CREATE TABLE t (a)")], now });
    expect(backup).not.toBeNull();
    expect(inspect((database) => database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 't'").get(), backup ?? "")).toEqual({ n: 0 });
    expect(inspect((database) => database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 't'").get())).toEqual({ n: 1 });
  });

  test("copy nothing where there is no row to lose", async () => {
    await migrate(file);
    expect((await migrate(file, { migrations: [...readMigrations(), extra("CREATE TABLE t (a)")], now })).backup).toBeNull();
  });

  test("leave nothing behind when one fails in its middle, and name the statement", async () => {
    await migrate(file);
    const failing = extra("CREATE TABLE t (a); INSERT INTO t VALUES (1); INSERT INTO nowhere VALUES (1);");
    await expect(migrate(file, { migrations: [...readMigrations(), failing] })).rejects.toThrow("9000_extra failed at its statement 3");
    expect(inspect((database) => database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 't'").get())).toEqual({ n: 0 });
    expect(await migrate(file)).toEqual({ applied: [], backup: null });
  });

  test("are rolled back when they leave a row that names a row that is not there", async () => {
    await migrate(file);
    const orphan = extra("INSERT INTO Qualification (id, personId, course, validFrom, createdAt) VALUES ('q', 'nobody', 'C', '2026-01-01', 0);");
    await expect(migrate(file, { migrations: [...readMigrations(), orphan] })).rejects.toThrow("without the row they name");
    expect(inspect((database) => database.prepare("SELECT count(*) AS n FROM Qualification").get())).toEqual({ n: 0 });
  });
});

describe("processes", () => {
  test("two that start at once migrate once between them", async () => {
    const children = [0, 1].map(() => startChild("tests/support/children/migrator.ts", [file]));
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);
    const counts = children.map((child) => Number(child.lines[0]?.replace("applied ", "")));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(readMigrations().length);
    expect(readdirSync(folder).filter((name) => name === "backups")).toEqual([]);
  });

  test.each(["0001_init:7", "0001_init:recorded", "0001_init:committed", "0002_guards:3"])("one killed at %s leaves the old or the new schema, and the next goes on", async (step) => {
    const child = startChild("tests/support/children/migrator.ts", [file, step]);
    await child.line((line) => line === `at ${step}`);
    child.process.kill("SIGKILL");
    expect(await child.ended).toBe("SIGKILL");
    const before = inspect((database) => database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('Person', '_migration') ORDER BY name").all());
    const initCommitted = step === "0001_init:committed" || step.startsWith("0002");
    expect(before).toEqual(initCommitted ? [{ name: "Person" }, { name: "_migration" }] : []);
    const { applied } = await migrate(file);
    expect(applied).toEqual(readMigrations().map((migration) => migration.name).slice(initCommitted ? 1 : 0));
    expect(inspect((database) => database.pragma("integrity_check", { simple: true }))).toBe("ok");
  });
});

describe("splitting a script", () => {
  test("keeps triggers whole and ignores semicolons in text, names and comments", () => {
    const script = `-- a; comment
CREATE TABLE "a;b" (x TEXT DEFAULT 'it''s; so'); /* ; */
CREATE TRIGGER t BEFORE UPDATE ON a WHEN CASE WHEN 1 THEN 1 ELSE 0 END BEGIN SELECT 1; SELECT CASE WHEN 1 THEN 2 END; END;
CREATE TEMP TRIGGER u AFTER INSERT ON a BEGIN SELECT 1; END;
INSERT INTO a VALUES (CASE WHEN 1 THEN ';' END)`;
    expect(splitStatements(script).map((statement) => statement.replace(/\s+/g, " ").slice(0, 30))).toEqual([
      '-- a; comment CREATE TABLE "a;',
      "/* ; */ CREATE TRIGGER t BEFOR",
      "CREATE TEMP TRIGGER u AFTER IN",
      "INSERT INTO a VALUES (CASE WHE",
    ]);
  });
});
