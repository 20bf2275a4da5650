import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, db, openDatabase } from "#platform/db.server.ts";
import { addJob, cancelJob, MAX_ATTEMPTS, registerJobs, reviveJobs, runDueJobs, type JobDefinition } from "#platform/jobs.server.ts";
import { tidy } from "#platform/tidy.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { startChild } from "#tests/support/child.ts";
import { useTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-11-22T03:00:00Z");
const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
const RUNNER = "tests/support/children/job-runner.ts";

let database: TestDatabase;
let folder = "";

beforeEach(async () => {
  database = await useTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "tam-jobs-"));
});
afterEach(() => {
  registerJobs([]);
  rmSync(folder, { recursive: true, force: true });
});

const add = (kind: string, runAt = at, uniqueKey?: string) => transaction((tx) => addJob(tx, { kind, payload: { n: 1 }, runAt, ...(uniqueKey === undefined ? {} : { uniqueKey }) }));

function counting(kind: string, extra: Partial<JobDefinition> = {}): { definition: JobDefinition; calls: unknown[] } {
  const calls: unknown[] = [];
  return { calls, definition: { kind, ...extra, run: async ({ payload }) => void calls.push(payload) } as JobDefinition };
}

describe("a job", () => {
  test("runs when it is due, once, with its payload", async () => {
    const { definition, calls } = counting("test.run");
    registerJobs([definition]);
    await add("test.run", later(10));
    expect(await runDueJobs(later(9))).toEqual({ done: 0, failed: 0 });
    expect(await runDueJobs(later(10))).toEqual({ done: 1, failed: 0 });
    expect(await runDueJobs(later(99))).toEqual({ done: 0, failed: 0 });
    expect(calls).toEqual([{ n: 1 }]);
  });

  test("of a key that is there already is not added, and can be taken back until it ran", async () => {
    const { definition, calls } = counting("test.run");
    registerJobs([definition]);
    expect(await add("test.run", at, "k")).toBe(true);
    expect(await add("test.run", at, "k")).toBe(false);
    expect(await transaction((tx) => cancelJob(tx, "k"))).toBe(true);
    expect(await add("test.run", at, "k")).toBe(true);
    await runDueJobs(at);
    expect(await transaction((tx) => cancelJob(tx, "k"))).toBe(false);
    expect(await add("test.run", at, "k")).toBe(false);
    expect(calls).toHaveLength(1);
  });

  test("added in a transaction that is rolled back is not there", async () => {
    const failing = transaction(async (tx) => {
      await addJob(tx, { kind: "test.run", payload: null, runAt: at });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await db.job.count()).toBe(0);
  });

  test("that fails is tried again later and given up after its last attempt, until it is taken up by hand", async () => {
    let fail = true;
    registerJobs([{ kind: "test.run", run: async () => (fail ? Promise.reject(new Error("mail server away")) : undefined) }]);
    await add("test.run");
    let now = at;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      expect(await runDueJobs(now)).toEqual({ done: 0, failed: 1 });
      const job = await db.job.findFirstOrThrow();
      expect(job).toMatchObject({ attempts: attempt, lastError: "Error: mail server away", lockedUntil: null });
      expect(job.runAt.getTime()).toBeGreaterThan(now.getTime());
      now = job.runAt;
    }
    expect(await runDueJobs(now)).toEqual({ done: 0, failed: 0 });
    fail = false;
    expect(await reviveJobs(now)).toBe(1);
    expect(await runDueJobs(now)).toEqual({ done: 1, failed: 0 });
    expect(await db.job.findFirstOrThrow()).toMatchObject({ doneAt: now, lastError: null });
  });

  test("whose transaction fails leaves nothing behind and is tried again", async () => {
    let fail = true;
    registerJobs([
      {
        kind: "test.apply",
        apply: async (tx) => {
          await tx.statement("sequence.next", { name: "n" });
          if (fail) throw new Error("no");
        },
      },
    ]);
    await add("test.apply");
    expect(await runDueJobs(at)).toEqual({ done: 0, failed: 1 });
    expect(await db.numberSequence.count()).toBe(0);
    fail = false;
    expect(await runDueJobs(later(60))).toEqual({ done: 1, failed: 0 });
    expect(await db.numberSequence.findMany()).toEqual([{ name: "n", next: 2 }]);
  });

  test("of a kind this version does not know is left alone", async () => {
    registerJobs([]);
    await add("future.kind");
    expect(await runDueJobs(at)).toEqual({ done: 0, failed: 0 });
    expect(await db.job.findFirstOrThrow()).toMatchObject({ attempts: 0, doneAt: null });
  });
});

describe("a recurring job", () => {
  test("comes at its turns, and turns missed while nothing ran are made up once", async () => {
    const { definition, calls } = counting("test.run", { every: "*/15 * * * *" });
    registerJobs([definition]);
    await runDueJobs(later(60));
    expect(calls).toHaveLength(0);
    await runDueJobs(later(15 * 60));
    expect(calls).toHaveLength(1);
    await runDueJobs(later(15 * 60 + 1));
    expect(calls).toHaveLength(1);
    await runDueJobs(later(86_400));
    expect(calls).toHaveLength(2);
    expect((await db.job.findFirstOrThrow()).runAt).toEqual(later(86_400 + 15 * 60));
    expect(await db.job.count()).toBe(1);
  });

  test("two kinds of one name and a pattern that is none are refused", () => {
    const { definition } = counting("test.run");
    expect(() => registerJobs([definition, definition])).toThrow("Two jobs");
    expect(() => registerJobs([counting("x.y", { every: "nonsense" }).definition])).toThrow();
  });
});

describe("two runners", () => {
  test("share the jobs, none runs twice", async () => {
    for (let index = 0; index < 40; index += 1) await add(index % 2 === 0 ? "test.apply" : "test.run");
    const log = path.join(folder, "ran");
    const children = [0, 1].map(() => startChild(RUNNER, [log], { DATABASE_URL: database.url }));
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);
    const ran = readFileSync(log, "utf8").trim().split("\n");
    expect(ran).toHaveLength(20);
    expect(new Set(ran).size).toBe(20);
    expect((await db.numberSequence.findMany()).map((row) => row.next)).toEqual(Array.from({ length: 20 }, () => 2));
    expect(await db.job.count({ where: { doneAt: null } })).toBe(0);
  });

  test("of which one is killed in the middle of a job leave its effect once", async () => {
    await add("test.apply");
    const killed = startChild(RUNNER, [path.join(folder, "ran"), "in-apply"], { DATABASE_URL: database.url });
    expect(await killed.ended).toBe("SIGKILL");
    await closeDatabase();
    openDatabase({ url: database.url });
    expect(await db.numberSequence.count()).toBe(0);
    const second = startChild(RUNNER, [path.join(folder, "ran")], { DATABASE_URL: database.url });
    expect(await second.ended).toBe(0);
    expect((await db.numberSequence.findMany()).map((row) => row.next)).toEqual([2]);
  });
});

describe("tidying", () => {
  test("deletes what ended long enough ago and keeps the rest", async () => {
    await transaction(async (tx) => {
      for (const [id, days] of [["gone", -36], ["kept", -34]] as const) {
        await tx.insert("Job", { id, kind: "x.y", payload: "null", runAt: at, doneAt: later(days * 86_400) });
      }
      await tx.insert("Job", { id: "waiting", kind: "x.y", payload: "null", runAt: later(-99 * 86_400) });
    });
    expect(await tidy(at)).toBe(1);
    expect((await db.job.findMany({ orderBy: { id: "asc" } })).map((job) => job.id)).toEqual(["kept", "waiting"]);
  });
});
