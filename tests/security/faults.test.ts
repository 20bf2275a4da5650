import { copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync, closeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedSmallCompany } from "#db/seed/builders.ts";
import { newId } from "#kernel/ids.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { closeDatabase, db } from "#platform/db.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { Browser, callApi, makeToken, startServer } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

const vnd = (minor: number) => ({ minor, currency: "VND" });
const refund = (minor: number) => ({ gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(minor), customer: "none", order: { value: vnd(5_000_000) }, flags: [], note: "Bung chỉ" });
const counts = async () => [await db.decision.count(), await db.budgetEntry.count(), await db.auditEvent.count(), await db.idempotentAnswer.count(), await db.session.count()];

describe("a server in trouble", () => {
  let at: Secured;
  let token: string;
  let file: Database.Database;
  beforeAll(async () => {
    at = await secured();
    token = await makeToken({ personId: at.company.people.frontline.id });
    file = new Database(at.database.path, { timeout: 5_000 });
  });
  afterAll(() => file.close());
  const decide = (key: string) => callApi(at.server, token, "/api/v1/decisions", { json: refund(100_000), headers: { "Idempotency-Key": key } });

  it("does nothing it cannot write into the trail: no decision, no budget, no session", async () => {
    const before = await counts();
    file.exec("CREATE TRIGGER broken BEFORE INSERT ON AuditEvent BEGIN SELECT RAISE(ABORT, 'the trail cannot be written'); END");
    try {
      const refused = await decide("audit");
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([500, "unexpected"]);
      const browser = new Browser(at.server);
      expect((await browser.signIn(at.company.people.hr.email, at.company.password)).status).toBe(500);
      expect(browser.cookies.has("__Host-tam")).toBe(false);
      expect(await counts()).toEqual(before);
    } finally {
      file.exec("DROP TRIGGER broken");
    }
    expect((await decide("audit")).status).toBe(201);
    expect((await verifyChain()).ok).toBe(true);
  });

  it("answers life signs and reads while another process holds the writer, says it is busy, and loses nothing", async () => {
    const before = await counts();
    const reader = await new Browser(at.server).signInAs(at.company.people.hr.id);
    file.exec("BEGIN IMMEDIATE");
    let settled = false;
    const waiting = decide("lock").finally(() => (settled = true));
    try {
      for (let turn = 0; turn < 10; turn += 1) expect((await reader.send("/healthz")).status).toBe(200);
      expect((await reader.send("/people")).status).toBe(200);
      expect(settled, "life signs came while the write was waiting").toBe(false);
      const busy = await waiting;
      expect([busy.status, Number(busy.headers.get("Retry-After")) >= 1, ((await busy.json()) as { code: string }).code]).toEqual([503, true, "busy"]);
    } finally {
      file.exec("ROLLBACK");
    }
    expect((await counts()).slice(0, 4)).toEqual(before.slice(0, 4));
    expect((await decide("lock")).status).toBe(201);
  });

  it("goes on after a page failed, which names the request and nothing else, and is logged once", async () => {
    const { id } = at.company.people.manager;
    const browser = await new Browser(at.server).signInAs(id);
    const notification = newId();
    await transaction((tx) => tx.insert("Notification", { id: notification, personId: id, kind: "promise-due", params: "{not json", href: "/", createdAt: new Date() }));
    const failed = await browser.send("/notifications");
    const requestId = failed.headers.get("X-Request-Id") ?? "";
    const html = await failed.text();
    expect([failed.status, html.includes(requestId)]).toEqual([500, true]);
    expect(html).not.toMatch(/not json|SyntaxError|node_modules|at .*\(.*:\d+:\d+\)/);
    await expect.poll(() => at.server.output()).toContain(`"requestId":"${requestId}","method":"GET"`);
    const errors = at.server.output().split("\n").filter((line) => line.includes(requestId) && line.includes('"level":"error"'));
    expect(errors).toHaveLength(1);
    await transaction((tx) => tx.remove("Notification", { id: notification }));
    expect((await browser.send("/notifications")).status).toBe(200);
    expect((await browser.send("/readyz")).status).toBe(200);
  });
});

describe("two servers on one file", () => {
  it("grant two hundred requests at once exactly what fits; every key again answers the same", async () => {
    const at = await secured();
    const second = await startServer(at.database.url, { RATE_LIMIT_API_POINTS: "100000" });
    const token = await makeToken({ personId: at.company.people.frontline.id });
    const servers = [at.server, second];
    /** As a client does: what is busy is tried again under the same key. */
    const ask = async (index: number): Promise<{ status: number; replayed: boolean; body: string }> => {
      for (;;) {
        const response = await callApi(servers[index % 2]!, token, "/api/v1/decisions", { json: refund(100_000), headers: { "Idempotency-Key": `key-${index}` } });
        if (response.status !== 503) return { status: response.status, replayed: response.headers.get("Idempotent-Replayed") === "true", body: await response.text() };
        await response.arrayBuffer();
      }
    };
    const all = () => Promise.all(Array.from({ length: 200 }, (_, index) => ask(index)));
    const first = await all();
    const outcomes = first.map(({ body }) => (JSON.parse(body) as { outcome: string }).outcome);
    expect(first.every(({ status }) => status === 201)).toBe(true);
    expect([outcomes.filter((outcome) => outcome === "granted").length, outcomes.filter((outcome) => outcome === "escalated").length]).toEqual([20, 180]);
    const again = await all();
    expect(again.map(({ body }) => body)).toEqual(first.map(({ body }) => body));
    expect(again.every(({ replayed }) => replayed)).toBe(true);
    expect(readHot("budget.mismatches", {})).toEqual([]);
    expect(await db.decision.count()).toBe(200);
    const { consumed, limit } = await db.budgetCounter.findFirstOrThrow({ where: { budget: "PERSON-DAY" } });
    expect([consumed, limit]).toEqual([2_000_000n, 2_000_000n]);
    expect((await verifyChain()).ok).toBe(true);
  });
});

describe("a limit that is lowered while requests are under way", () => {
  it("holds for everything recorded after it: nothing is granted against the old one", async () => {
    const at = await secured();
    const token = async (key: keyof Secured["company"]["people"]) => makeToken({ personId: at.company.people[key].id });
    const [hr, leader, clerk] = [await token("hr"), await token("leader"), await token("frontline")];
    const publish = async (perCase: number): Promise<number> => {
      const rules = at.company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { perCase, percentOfOrder: 100 } } : rule));
      const drafted = await callApi(at.server, hr, "/api/v1/policies", { json: { ...at.company.policy, rules, budgets: [], tests: [] } });
      const { version } = (await drafted.json()) as { version: number };
      expect((await callApi(at.server, hr, `/api/v1/policies/${version}/submit`, { json: { note: "Đã xem các điểm cần xem lại" } })).status).toBe(200);
      expect((await callApi(at.server, leader, `/api/v1/policies/${version}/publish`, { json: {} })).status).toBe(200);
      return version;
    };
    const wide = await publish(460_000);
    let narrow = 0;
    const asked = Array.from({ length: 80 }, async (_, index) => {
      if (index === 20) narrow = await publish(300_000);
      return callApi(at.server, clerk, "/api/v1/decisions", { json: refund(400_000) });
    });
    await Promise.all(asked);
    const events = await db.auditEvent.findMany({ where: { type: { in: ["decision.recorded", "policy.published"] } }, orderBy: { seq: "asc" }, select: { type: true, data: true } });
    const turn = events.findLastIndex(({ type }) => type === "policy.published");
    const recorded = (from: number, to?: number) => events.slice(from, to).filter(({ type }) => type === "decision.recorded").map(({ data }) => JSON.parse(data) as { policyVersion: number; outcome: string });
    const [before, after] = [recorded(0, turn), recorded(turn)];
    expect(before.length + after.length).toBe(80);
    expect(before.every(({ policyVersion, outcome }) => policyVersion === wide && outcome === "granted")).toBe(true);
    expect(after.every(({ policyVersion, outcome }) => policyVersion === narrow && outcome === "escalated")).toBe(true);
    expect(after.length).toBeGreaterThan(0);
  });
});

describe("starting", () => {
  /** One reason in words, for the operator: no stack. */
  const refuses = async (start: Promise<unknown>, words: RegExp): Promise<void> => {
    const told = await start.then(() => "it served", (error: unknown) => (error instanceof Error ? error.message : ""));
    expect(told).toMatch(/^The server ended with 1 before it served:/);
    expect(told).toMatch(words);
    expect(told).not.toMatch(/\n\s+at /);
    expect(told.trim().split("\n").length).toBeLessThanOrEqual(4);
  };

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["a setting that cannot be read", { PORT: "many" }, /PORT must be a whole number/],
    ["a key too short", { SECRET_KEY: "c2hvcnQ=" }, /SECRET_KEY is too short/],
    ["a limit of nothing", { SESSION_MAX_PER_PERSON: "0" }, /SESSION_MAX_PER_PERSON must be at least 1/],
    ["a place nobody can write to", {}, /database file \/dev\/null\/tam\.db cannot be opened/],
  ])("is refused in one line for %s", async (_name, env, words) => {
    await refuses(startServer("file:/dev/null/tam.db", env), words);
  });

  it("is refused in one line for a port that is taken", async () => {
    const at = await secured();
    const { port } = new URL(at.server.origin);
    await refuses(startServer(at.database.url, { PORT: port, HOST: "127.0.0.1" }), new RegExp(`Port ${port} is taken`));
  });

  it("is refused on a damaged file and on one that is none, and leaves both as they are", async () => {
    const { path: sound } = await useTestDatabase();
    await seedSmallCompany(new Date());
    await closeDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), "tam-damaged-"));
    const damaged = path.join(folder, "damaged.db");
    copyFileSync(sound, damaged);
    const handle = openSync(damaged, "r+");
    for (let page = 4; page * 4_096 + 200 < statSync(damaged).size; page += 3) writeSync(handle, Buffer.alloc(120, 0xa5), 0, 120, page * 4_096 + 8);
    closeSync(handle);
    const none = path.join(folder, "none.db");
    writeFileSync(none, "this is no database".repeat(1_000));
    for (const broken of [damaged, none]) {
      const before = readFileSync(broken);
      await refuses(startServer(`file:${broken}`), /damaged|cannot be read|not a database|malformed/);
      expect(readFileSync(broken).equals(before)).toBe(true);
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it("goes on with what was acknowledged after a kill, also where the files were moved meanwhile", async () => {
    const at = await secured();
    const token = await makeToken({ personId: at.company.people.frontline.id });
    const acknowledged: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) acknowledged.push(((await (await callApi(at.server, token, "/api/v1/decisions", { json: refund(1_000) })).json()) as { id: string }).id);
    const gone = new Promise((resolve) => at.server.process.once("exit", resolve));
    at.server.process.kill("SIGKILL");
    await gone;
    await closeDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), "tam-moved-"));
    for (const suffix of ["", "-wal"]) if (existsSync(at.database.path + suffix)) renameSync(at.database.path + suffix, path.join(folder, `moved.db${suffix}`));
    const moved = await startServer(`file:${path.join(folder, "moved.db")}`, { RATE_LIMIT_API_POINTS: "100000" });
    for (const id of acknowledged) expect((await callApi(moved, token, `/api/v1/decisions/${id}`)).status).toBe(200);
    expect((await callApi(moved, token, "/api/v1/decisions", { json: refund(1_000) })).status).toBe(201);
    expect(await moved.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
});
