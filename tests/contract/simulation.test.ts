import { beforeAll, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { createDraft } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { Browser, callApi, makeToken, startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
let company: SmallCompany;
let hr: string;
const CASES = 4_000;

beforeAll(async () => {
  const database = await useTestDatabase();
  company = await seedSmallCompany(new Date());
  hr = await makeToken({ personId: company.people.hr.id });
  await transaction(
    async (tx) => {
      for (let at = 0; at < CASES; at += 1) {
        const decidedAt = new Date(Date.parse("2026-01-01T00:00:00Z") + at * 60_000);
        const order = { orderRef: `O-${at}`, orderValue: 5_000_000n, customerRef: "none" };
        await tx.insert("PastCase", { sourceId: `S-${at}`, decidedAt, actorEmail: "frontline@demo.tam", gesture: "refund", reason: "product_fault", channel: "store", amount: 700_000n, currency: "VND", outcome: "approved", approvedAmount: 700_000n, ...order, importedAt: decidedAt });
      }
    },
    { limitMs: 120_000 },
  );
  server = await startServer(database.url, { RATE_LIMIT_API_POINTS: "100000" });
});

const simulate = (json: unknown, version: number | string = 1, token = hr) => callApi(server, token, `/api/v1/policies/${version}/simulate`, { json });
const period = { from: "2026-01-01", to: "2027-01-01", source: "imported" };

it("answers the report when it is done, and others at once meanwhile", async () => {
  const { version } = await createDraft(await actorOf(company.people.hr), { ...company.policy, budgets: [], tests: [] });
  let running = true;
  const run = simulate(period, version).finally(() => (running = false));
  const waits: number[] = [];
  const start = performance.now();
  while (running) {
    const begun = performance.now();
    const health = await fetch(new URL("/healthz", server.origin));
    expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
    waits.push(performance.now() - begun);
  }
  const response = await run;
  expect(response.status).toBe(200);
  const report = (await response.json()) as Record<string, unknown>;
  expect(report).toMatchObject({
    ...{ cases: CASES, judged: CASES, waitingMinutesSaved: 0, byDepartment: [{ code: "RETAIL" }] },
    transitions: { granted: { granted: 0, escalated: 0, refused: 0 }, escalated: { granted: 0, escalated: CASES, refused: 0 }, refused: { granted: 0, escalated: 0, refused: 0 } },
    cost: { before: { minor: 700_000 * CASES, currency: "VND" }, after: { minor: 700_000 * CASES, currency: "VND" } },
  });
  expect(Object.keys(report)).toEqual(expect.arrayContaining(["byRule", "examples", "assumptions"]));
  // Were it the server's own thread that replays, one answer would have waited for nearly all of it.
  expect(waits.length).toBeGreaterThan(5);
  expect(Math.max(...waits)).toBeLessThan((performance.now() - start) / 2);
});

it("refuses a third run, what is no period, and whoever reads no drafts", async () => {
  const answers = await Promise.all([simulate(period), simulate(period), simulate(period)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
  const busy = answers.find(({ status }) => status === 503);
  expect([await busy?.json(), busy?.headers.get("Retry-After")]).toEqual([expect.objectContaining({ code: "busy" }), "10"]);
  expect(await (await simulate({ from: "2026-01-02", to: "2026-01-01" })).json()).toMatchObject({ status: 422, errors: [{ path: "to", code: "range_order" }] });
  expect(await (await simulate({ from: "yesterday" })).json()).toMatchObject({ status: 422, errors: [{ path: "from", code: "instant_or_day" }] });
  expect(await (await simulate({ mode: "dreaming" })).json()).toMatchObject({ status: 422, errors: [{ path: "mode" }] });
  expect((await simulate(period, 99)).status).toBe(404);
  expect((await simulate(period, "x")).status).toBe(404);
  expect((await simulate(period, 1, await makeToken({ personId: company.people.frontline.id }))).status).toBe(403);
});

it("is started, watched, cancelled and exported by forms without scripts", async () => {
  const browser = await new Browser(server).signInAs(company.people.hr.id);
  const form = { source: "imported", mode: "stateful", from: "2026-01-01", to: "2026-12-31", asRole: "frontline" };
  const start = async () => (await browser.send("/policies/1/simulate", { form })).headers.get("Location") ?? "";
  const first = await start();
  expect(first).toMatch(/^\/simulations\/[0-9a-f-]{36}$/);
  const watched = await (await browser.send(first)).text();
  expect(watched).toMatch(/role="progressbar"/);
  expect(watched).toMatch(/<noscript><meta http-equiv="refresh"/);
  expect((await browser.send(`${first}/export`)).status).toBe(404);
  expect((await browser.send(`${first}?index`, { form: { intent: "cancel" } })).status).toBe(303);
  expect(await (await browser.send(first)).text()).toContain("Lần chạy thử này đã được dừng");

  const second = await start();
  await expect.poll(async () => (await db.simulation.findUnique({ where: { id: second.split("/")[2] ?? "" }, select: { state: true } }))?.state, { timeout: 60_000 }).toBe("done");
  expect(await (await browser.send(second)).text()).toContain("Kết quả");
  const exported = await browser.send(`${second}/export`);
  expect([exported.headers.get("Content-Type"), (await exported.text()).split("\r\n")[0]]).toEqual(["text/csv; charset=utf-8", "part,code,name,cases,before_granted,before_escalated,before_refused,before_cost,after_granted,after_escalated,after_refused,after_cost,currency,waiting_minutes_saved"]);
  const auditor = await new Browser(server).signInAs(company.people.auditor.id);
  expect((await auditor.send(second)).status).toBe(200);
});

it("marks as failed, at the next start, what ran when the process was killed", async () => {
  const database = await useTestDatabase();
  await seedSmallCompany(new Date());
  const killed = await startServer(database.url);
  const dead = { id: "dead", version: 1, revision: 1, contentHash: "", source: "recorded", mode: "stateful", fromAt: new Date(0), toAt: new Date(1), state: "running", createdAt: new Date() };
  await transaction((tx) => tx.insert("Simulation", dead));
  killed.process.kill("SIGKILL");
  await startServer(database.url);
  expect(await db.simulation.findUnique({ where: { id: "dead" }, select: { state: true, error: true } })).toEqual({ state: "failed", error: "process_ended" });
});
