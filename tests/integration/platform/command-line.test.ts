import { rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { appendEvent, writeCheckpoint } from "#modules/audit/public.server.ts";
import { closeDatabase, db, openDatabase } from "#platform/db.server.ts";
import { rememberKeys } from "#platform/key-guard.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { startChild } from "#tests/support/child.ts";
import { useTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-11-22T03:00:00Z");
let database: TestDatabase;

beforeEach(async () => {
  database = await useTestDatabase();
});

interface Outcome {
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

async function tam(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const child = startChild("app/bootstrap/tam.mjs", args, { DATABASE_URL: database.url, ...env });
  const code = await child.ended;
  return { code, out: child.lines.join("\n"), err: child.errors() };
}

async function record(count: number): Promise<void> {
  await transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) await appendEvent(tx, { type: "x.done", subject: { kind: "x", id: "1" }, actor: null, data: {}, at });
  });
}

describe("exit codes", () => {
  test("2 with the usage for no command, an unknown one, and wrong arguments", async () => {
    const outcomes = await Promise.all([[], ["nope"], ["backup"], ["audit", "verify", "--nope"]].map((args) => tam(args)));
    expect(outcomes.map(({ code, out }) => [code, out])).toEqual([[2, ""], [2, ""], [2, ""], [2, ""]]);
    expect(outcomes[0]?.err).toContain("tam audit verify");
    expect(outcomes[2]?.err).toContain("Usage: tam backup FILE");
  });

  test("1 with the reason where there is no database, and none is made", async () => {
    const missing = path.join(path.dirname(database.path), "missing.db");
    expect(await tam(["audit", "verify"], { DATABASE_URL: `file:${missing}` })).toMatchObject({ code: 1, out: "", err: expect.stringContaining("There is no database") as string });
  });

  test("1 with the variable's name where the environment cannot be used", async () => {
    expect(await tam(["audit", "verify"], { SECRET_KEY: "c2hvcnQ=" })).toMatchObject({ code: 1, err: expect.stringContaining("SECRET_KEY is too short") as string });
  });
});

describe("tam audit verify", () => {
  test("says that a trail is whole, and names the first bad row of one that is not", async () => {
    await record(5);
    await writeCheckpoint(at);
    expect(await tam(["audit", "verify"])).toMatchObject({ code: 0, out: expect.stringContaining("whole: 5 rows, 1 signed checkpoints") as string, err: "" });
    await closeDatabase();
    const file = new Database(database.path);
    file.exec("DROP TRIGGER AuditEvent_no_update; UPDATE AuditEvent SET subjectId = '2' WHERE seq = 3");
    file.close();
    expect(await tam(["audit", "verify"])).toMatchObject({ code: 1, out: "", err: "The audit trail is broken at row 3: the row was changed\n" });
  });
});

describe("tam jobs run", () => {
  test("runs what is due beside a running server", async () => {
    await record(1);
    expect(await tam(["jobs", "run"])).toMatchObject({ code: 0, err: "" });
    const recurring = await db.job.findMany({ select: { uniqueKey: true } });
    expect(recurring.map((job) => job.uniqueKey)).toContain("every:audit.checkpoint");
    await transaction((tx) => tx.update("Job", { uniqueKey: "every:audit.checkpoint" }, { runAt: at }));
    expect(await tam(["jobs", "run"])).toMatchObject({ code: 0, out: "1 jobs done" });
    expect(await db.auditCheckpoint.count()).toBe(1);
  });
});

describe("tam doctor", () => {
  test("finds nothing broken in a sound installation", async () => {
    await record(1);
    await rememberKeys();
    const outcome = await tam(["doctor"]);
    expect(outcome.out).not.toContain("FAIL");
    expect(outcome).toMatchObject({ code: 0, err: "" });
  });

  test("finds a changed key, a job given up, a counter off its ledger and a cut trail, each with its mend", async () => {
    await record(3);
    await writeCheckpoint(at);
    await rememberKeys();
    await transaction(async (tx) => {
      await tx.insert("Job", { id: "j", kind: "x.y", uniqueKey: null, payload: "null", runAt: at, attempts: 8, lastError: "mail server away" });
      await tx.insert("BudgetCounter", { budget: "B", subject: "s", window: "w", consumed: 5n, limit: 10n });
    });
    await closeDatabase();
    const file = new Database(database.path);
    file.exec("DROP TRIGGER AuditEvent_no_delete; DELETE FROM AuditEvent WHERE seq = 3");
    file.close();
    const outcome = await tam(["doctor"], { LOOKUP_KEY: Buffer.alloc(32, 9).toString("base64") });
    expect(outcome).toMatchObject({ code: 1, err: "Broken: contents, audit trail, keys, jobs\n" });
    expect(outcome.out).toContain("changed: LOOKUP_KEY");
    expect(outcome.out).toContain("cut off");
    expect(outcome.out.match(/→/g)?.length).toBeGreaterThanOrEqual(4);
    openDatabase({ url: database.url });
  });

  test("says what to do where there is no database", async () => {
    await closeDatabase();
    rmSync(database.path);
    expect(await tam(["doctor"])).toMatchObject({ code: 1, out: expect.stringContaining("npm start makes one") as string });
  });
});

describe("a command that works on the data", () => {
  test("is refused when a key was changed, before it writes anything with the wrong one", async () => {
    await rememberKeys();
    expect(await tam(["jobs", "run"], { SECRET_KEY: Buffer.alloc(32, 9).toString("base64") })).toMatchObject({ code: 1, err: expect.stringContaining("SECRET_KEY is not the key") as string });
    expect(await db.job.count()).toBe(0);
  });
});
