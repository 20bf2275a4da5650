import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { appendEvent, verifyChain } from "#modules/audit/public.server.ts";
import { backup, restore } from "#platform/backup.server.ts";
import { closeDatabase, db, openDatabase } from "#platform/db.server.ts";
import { rememberKeys } from "#platform/key-guard.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { startChild, type Child } from "#tests/support/child.ts";
import { useTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { chainCheck } from "../../../app/cli/chain-check.ts";

let database: TestDatabase;
let folder = "";
const at = new Date("2026-11-22T03:00:00Z");

beforeEach(async () => {
  database = await useTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "tam-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const copy = () => path.join(folder, "copy.db");
const tam = (...args: string[]): Child => startChild("app/bootstrap/tam.mjs", args, { DATABASE_URL: database.url });

async function fill(): Promise<void> {
  await transaction(async (tx) => {
    await tx.insert("Setting", { name: "kept", value: "yes" });
    await tx.insert("Session", { id: newId(), publicId: newId(), personId: "p", createdAt: at, lastSeenAt: at, expiresAt: at, provedAt: at });
    await appendEvent(tx, { type: "x.done", subject: { kind: "x", id: "1" }, actor: null, data: {}, at });
  });
}

async function makeBackup(): Promise<void> {
  const child = tam("backup", copy());
  expect([await child.ended, child.errors()]).toEqual([0, ""]);
}

async function refusal(child: Child): Promise<string> {
  expect(await child.ended).toBe(1);
  return child.errors();
}

describe("backup", () => {
  test("of a busy database is whole, verified, private, and holds every write acknowledged before it began", async () => {
    const writer = startChild("tests/support/children/writer.ts", ["100000", "9007199254740991", "4"], { DATABASE_URL: database.url });
    let seen = 0;
    await writer.line(() => (seen += 1) > 50);
    const before = writer.lines.slice(0, -1).map((line) => line.slice("charged ".length));
    const child = tam("backup", copy());
    expect([await child.ended, child.errors()]).toEqual([0, ""]);
    writer.process.kill("SIGKILL");
    await writer.ended;
    expect(statSync(copy()).mode & 0o777).toBe(0o600);
    expect(child.lines[0]).toBe(`${readFileSync(`${copy()}.sha256`, "utf8").slice(0, 64)}  ${copy()}`);
    expect(readdirSync(folder).sort()).toEqual(["copy.db", "copy.db.sha256"]);
    const file = new Database(copy(), { readonly: true });
    const stored = new Set((file.prepare("SELECT decisionId FROM BudgetEntry").all() as { decisionId: string }[]).map((row) => row.decisionId));
    const sums = file.prepare("SELECT (SELECT sum(consumed) FROM BudgetCounter) = (SELECT sum(delta) FROM BudgetEntry) AS same").get();
    file.close();
    expect(before.filter((id) => !stored.has(id))).toEqual([]);
    expect(sums).toEqual({ same: 1 });
  });

  test("never overwrites a file", async () => {
    writeFileSync(copy(), "something");
    await expect(backup(database.path, copy(), [])).rejects.toThrow("exists already");
    expect(readFileSync(copy(), "utf8")).toBe("something");
  });

  test("of an unsound database is refused and leaves no file", async () => {
    await fill();
    await closeDatabase();
    const file = new Database(database.path);
    file.exec("DROP TRIGGER AuditEvent_no_update; UPDATE AuditEvent SET data = '[]'");
    file.close();
    expect(await refusal(tam("backup", copy()))).toContain("the audit trail is broken at row 1");
    expect(existsSync(copy())).toBe(false);
  });
});

describe("restore", () => {
  test("brings back what was saved, ends its sessions, records itself and keeps what was there", async () => {
    await fill();
    await makeBackup();
    await transaction((tx) => tx.insert("Setting", { name: "later", value: "" }));
    await closeDatabase();
    const child = tam("restore", copy());
    expect([await child.ended, child.errors()]).toEqual([0, ""]);
    openDatabase({ url: database.url, check: true });
    expect(await db.setting.count({ where: { name: "kept" } })).toBe(1);
    expect(await db.setting.count({ where: { name: "later" } })).toBe(0);
    expect(await db.session.count()).toBe(0);
    expect((await db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map((event) => event.type)).toEqual(["x.done", "installation.restored"]);
    expect(await verifyChain()).toMatchObject({ ok: true });
    const kept = readdirSync(path.join(path.dirname(database.path), "backups"));
    expect(kept).toHaveLength(1);
    const old = new Database(path.join(path.dirname(database.path), "backups", kept[0] ?? ""), { readonly: true });
    expect(old.prepare("SELECT count(*) AS n FROM Setting WHERE name = 'later'").get()).toEqual({ n: 1 });
    old.close();
  });

  test("works where no database is", async () => {
    await fill();
    await makeBackup();
    await closeDatabase();
    const empty = `file:${path.join(folder, "new", "tam.db")}`;
    const child = startChild("app/bootstrap/tam.mjs", ["restore", copy()], { DATABASE_URL: empty });
    expect([await child.ended, child.errors()]).toEqual([0, ""]);
    openDatabase({ url: empty });
    expect(await db.setting.count({ where: { name: "kept" } })).toBe(1);
    await closeDatabase();
  });

  test("is refused while any process uses the database, and works once it was killed", async () => {
    await makeBackup();
    expect(await refusal(tam("restore", copy()))).toContain("using the database");
    await closeDatabase();
    const holder = startChild("tests/support/children/writer.ts", ["100000", "9007199254740991"], { DATABASE_URL: database.url });
    await holder.line(() => true);
    expect(await refusal(tam("restore", copy()))).toContain("using the database");
    holder.process.kill("SIGKILL");
    await holder.ended;
    expect(await tam("restore", copy()).ended).toBe(0);
    openDatabase({ url: database.url });
    expect(readHot("budget.mismatches", {})).toEqual([]);
    expect(await db.budgetEntry.count()).toBe(0);
  });

  test.each([
    ["its schema is newer", (file: string) => alter(file, `INSERT INTO "_migration" VALUES ('9999_future', 'x', 0)`), "9999_future"],
    ["a counter is not the sum of its ledger", (file: string) => alter(file, "INSERT INTO BudgetCounter VALUES ('B', 's', 'w', 5, 10)"), "its ledger 0"],
    ["the audit trail was changed", (file: string) => alter(file, "DROP TRIGGER AuditEvent_no_update; UPDATE AuditEvent SET type = 'y.done'"), "broken at row 1"],
    ["a row names one that is not there", (file: string) => alter(file, "PRAGMA foreign_keys = OFF; INSERT INTO Qualification VALUES ('q', 'nobody', 'C', '2026-01-01', NULL, 0)"), "not there"],
    ["it is no database", (file: string) => writeFileSync(file, "no database"), "cannot be restored"],
    ["it is cut short", (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096), "cannot be restored"],
  ])("is refused when %s, and the database stays as it was", async (_name, spoil, reason) => {
    await fill();
    await backup(database.path, copy(), [chainCheck]);
    await transaction((tx) => tx.insert("Setting", { name: "later", value: "" }));
    await closeDatabase();
    rmSync(`${copy()}.sha256`);
    spoil(copy());
    await expect(restore(database.path, copy(), [chainCheck], at)).rejects.toThrow(reason);
    openDatabase({ url: database.url, check: true });
    expect(await db.setting.count({ where: { name: "later" } })).toBe(1);
  });

  test("is refused before anything is swapped where the backup was made with other keys", async () => {
    await fill();
    await rememberKeys();
    await makeBackup();
    await transaction((tx) => tx.insert("Setting", { name: "later", value: "" }));
    await closeDatabase();
    const other = startChild("app/bootstrap/tam.mjs", ["restore", copy()], { DATABASE_URL: database.url, SECRET_KEY: Buffer.alloc(32, 9).toString("base64") });
    expect(await refusal(other)).toContain("another SECRET_KEY");
    openDatabase({ url: database.url });
    expect(await db.setting.count({ where: { name: "later" } })).toBe(1);
  });

  test("is refused when the file is not the one whose sum was noted", async () => {
    await backup(database.path, copy(), [chainCheck]);
    await closeDatabase();
    alter(copy(), "INSERT INTO Setting VALUES ('x', 'y')");
    await expect(restore(database.path, copy(), [], at)).rejects.toThrow("SHA-256 differs");
    copyFileSync(copy(), `${copy()}.other`);
    expect(await tam("restore", `${copy()}.other`, "--dry-run").ended).toBe(0);
  });
});

function alter(file: string, sql: string): void {
  const opened = new Database(file);
  opened.exec(sql);
  opened.close();
}
