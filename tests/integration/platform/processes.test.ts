import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { closeDatabase, db, openDatabase } from "#platform/db.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { startChild } from "#tests/support/child.ts";
import { createTestDatabase, useTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const WRITER = "tests/support/children/writer.ts";
const key = { budget: "B", subject: "person:1", window: "day:2026-11-22" };
const at = new Date("2026-11-22T03:00:00Z");

async function charge(limit: bigint): Promise<boolean> {
  return transaction(async (tx) => {
    if ((await tx.statement("budget.charge", { ...key, delta: 100n, limit })) !== 1) return false;
    await tx.insert("BudgetEntry", { id: newId(), decisionId: newId(), ...key, kind: "charge", delta: 100n, at });
    return true;
  });
}

async function ledger(): Promise<{ counted: bigint; entries: number; mismatches: number }> {
  return {
    counted: readHot("budget.read", key)?.consumed ?? 0n,
    entries: await db.budgetEntry.count(),
    mismatches: readHot("budget.mismatches", {}).length,
  };
}

describe("one process", () => {
  beforeEach(async () => {
    await useTestDatabase();
  });

  test("200 charges at once against a budget for 50 leave exactly 50", async () => {
    const results = await Promise.all(Array.from({ length: 200 }, () => charge(5_000n)));
    expect(results.filter(Boolean)).toHaveLength(50);
    expect(await ledger()).toEqual({ counted: 5_000n, entries: 50, mismatches: 0 });
  });

  test("the naive way, reading first and writing later, overspends: the figure above can fail", async () => {
    await Promise.all(
      Array.from({ length: 200 }, async () => {
        const consumed = readHot("budget.read", key)?.consumed ?? 0n;
        await new Promise((resolve) => setImmediate(resolve));
        if (consumed + 100n > 5_000n) return;
        await transaction((tx) => tx.statement("budget.chargeException", { ...key, delta: 100n, limit: 0n }));
      }),
    );
    expect(readHot("budget.read", key)?.consumed).toBeGreaterThan(5_000n);
  });

  test("a limit lowered below what is consumed leaves no room, and what is given back may be spent again", async () => {
    expect(await charge(100n)).toBe(true);
    expect(await charge(100n)).toBe(false);
    const release = (delta: bigint) => transaction((tx) => tx.statement("budget.release", { ...key, delta }));
    expect(await release(200n)).toBe(0);
    expect(await release(100n)).toBe(1);
    expect(readHot("budget.read", key)?.consumed).toBe(0n);
  });

  test("the database itself refuses a counter above its limit or below nothing", async () => {
    await charge(100n);
    await expect(transaction((tx) => tx.update("BudgetCounter", key, { consumed: 101n }))).rejects.toThrow("outside 0 to limit");
    await expect(transaction((tx) => tx.update("BudgetCounter", key, { consumed: -1n }))).rejects.toThrow("outside 0 to limit");
    await expect(transaction((tx) => tx.remove("BudgetEntry", { budget: "B" }))).rejects.toThrow("append-only");
    await expect(transaction((tx) => tx.update("BudgetEntry", { budget: "B" }, { delta: 0n }))).rejects.toThrow("append-only");
  });

  test("a rolling sum counts what lies after its start and up to its end, and gives back with the charge", async () => {
    const add = (delta: bigint, minute: number, kind: string, decisionId: string) =>
      transaction((tx) =>
        tx.insert("BudgetEntry", { id: newId(), decisionId, budget: "R", subject: "s", window: null, kind, delta, at: new Date(at.getTime() + minute * 60_000) }),
      );
    await add(1n, 0, "charge", "a");
    await add(10n, 1, "charge", "b");
    await add(100n, 2, "charge", "c");
    await add(-10n, 1, "release", "b");
    const minute = (value: number) => new Date(at.getTime() + value * 60_000);
    const sum = (after: number, upTo: number) => readHot("budget.rollingSum", { budget: "R", subject: "s", after: minute(after), upTo: minute(upTo) });
    expect([sum(-1, 2), sum(0, 2), sum(0, 1), sum(1, 1)]).toEqual([101n, 100n, 0n, 0n]);
    expect(readHot("budget.oldestInWindow", { budget: "R", subject: "s", after: minute(0), upTo: minute(9) })).toEqual(minute(2));
  });
});

describe("two processes on one file", () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await useTestDatabase();
  });

  test("400 charges leave exactly what fits, none fails and none is lost", async () => {
    const children = [0, 1].map(() => startChild(WRITER, ["200", "5000", "20"], { DATABASE_URL: database.url }));
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);
    const outcomes = children.flatMap((child) => child.lines);
    expect(outcomes.filter((line) => line.startsWith("charged"))).toHaveLength(50);
    expect(outcomes).toHaveLength(400);
    expect(await ledger()).toEqual({ counted: 5_000n, entries: 50, mismatches: 0 });
  });

  test("a lock held by another process is waited for, the event loop goes on, and then it is said to be busy", async () => {
    const other = new Database(database.path, { timeout: 0 });
    other.exec("BEGIN IMMEDIATE");
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 10);
    await expect(transaction((tx) => tx.insert("Setting", { name: "x", value: "" }), { waitMs: 300 })).rejects.toMatchObject({ name: "BusyError", reason: "locked" });
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(4);
    const waiting = transaction((tx) => tx.insert("Setting", { name: "y", value: "" }));
    expect(await db.setting.count()).toBe(0);
    other.exec("COMMIT");
    await waiting;
    expect(await db.setting.count()).toBe(1);
    other.close();
  });
});

describe("kill −9", () => {
  test.each([1, 2, 3])("in mid-flight loses nothing that was acknowledged and leaves counters equal to the ledger (round %i)", async () => {
    const database = await useTestDatabase();
    await closeDatabase();
    const child = startChild(WRITER, ["100000", "9007199254740991", "20"], { DATABASE_URL: database.url });
    let seen = 0;
    await child.line(() => (seen += 1) > 200);
    child.process.kill("SIGKILL");
    expect(await child.ended).toBe("SIGKILL");
    openDatabase({ url: database.url, check: true });
    const stored = new Set((await db.budgetEntry.findMany({ select: { decisionId: true } })).map((row) => row.decisionId));
    const acknowledged = child.lines.filter((line) => line.startsWith("charged ") && line.length === "charged ".length + 36).map((line) => line.slice("charged ".length));
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(readHot("budget.mismatches", {})).toEqual([]);
  });
});

describe("a full disk", () => {
  let folder = "";
  let mounted = false;

  beforeEach(async () => {
    await useTestDatabase();
    await closeDatabase();
    folder = mkdtempSync(path.join(tmpdir(), "tam-full-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], { stdio: "ignore" });
      mounted = true;
    } catch {
      mounted = false;
    }
  });

  afterEach(async () => {
    await closeDatabase();
    if (mounted) execFileSync("umount", [folder], { stdio: "ignore" });
    rmSync(folder, { recursive: true, force: true });
  });

  test("is told as busy, loses no acknowledged write, lets reads go on and is over when there is room again", async () => {
    const template = await createTestDatabase();
    const file = path.join(folder, "tam.db");
    copyFileSync(template.path, file);
    await template.close();
    openDatabase({ url: `file:${file}` });
    // Where a small disk cannot be mounted the page limit of the connection gives the same error.
    const { connections } = await import("#platform/connections.server.ts");
    const { writer } = connections();
    const pages = Number(writer.pragma("page_count", { simple: true }));
    if (!mounted) writer.pragma(`max_page_count = ${pages + 100}`);
    const add = (name: string) => transaction((tx) => tx.insert("Setting", { name, value: "x".repeat(50_000) }));
    let stored = 0;
    let refusal: unknown;
    while (refusal === undefined && stored < 500) {
      try {
        await add(`row-${stored}`);
        stored += 1;
      } catch (error) {
        refusal = error;
      }
    }
    expect(refusal).toMatchObject({ name: "BusyError", reason: "full", code: "busy" });
    await expect(add("again")).rejects.toMatchObject({ reason: "full" });
    expect(stored).toBeGreaterThan(0);
    expect(await db.setting.count()).toBe(stored);
    if (mounted) execFileSync("mount", ["-o", "remount,size=64m", folder], { stdio: "ignore" });
    else writer.pragma(`max_page_count = ${pages + 10_000}`);
    await add("after");
    expect(await db.setting.count()).toBe(stored + 1);
  });
});
