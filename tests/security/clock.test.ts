import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { listEvents, verifyChain } from "#modules/audit/public.server.ts";
import { cancelDecision, recordDecision } from "#modules/empowerment/public.server.ts";
import { signIn } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readSession } from "#platform/session.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const BEGIN = new Date("2026-11-23T03:00:00Z");
const HOUR = 3_600_000;
let company: SmallCompany;

const clock = (ms: number) => void vi.useFakeTimers({ toFake: ["Date"], now: BEGIN.getTime() + ms });
beforeEach(async () => {
  installMessages();
  await useTestDatabase();
  clock(0);
  company = await seedSmallCompany(BEGIN);
});
afterEach(() => void vi.useRealTimers());

const visitor = { requestId: null, address: "192.0.2.9" };
const asRequest = (cookie?: string) => new Request("http://localhost/", { headers: cookie === undefined ? {} : { Cookie: `__Host-tam=${cookie}` } });
const enter = (password = company.password) => signIn({ email: company.people.hr.email, password }, asRequest(), visitor);
const refund = (minor: number) => ({ gesture: "refund", reason: "product_fault", channel: "store", amount: { minor, currency: "VND" }, customer: "none", order: { value: { minor: 5_000_000, currency: "VND" } }, flags: [], note: "Lỗi" });

describe("a clock that jumps", () => {
  it("forwards ends sessions, backwards by an hour ends none and lets none outlive its end", async () => {
    const { started } = await enter();
    clock(-HOUR);
    expect(await readSession(asRequest(started))).not.toBeNull();
    clock(12 * HOUR + 1);
    expect(await readSession(asRequest(started))).toBeNull();
    clock(0);
    expect(await readSession(asRequest(started))).toBeNull();
  });

  it("backwards gives a guesser no further tries", async () => {
    for (let turn = 0; turn < 5; turn += 1) await expect(enter("not the password")).rejects.toMatchObject({ status: 422 });
    await expect(enter("not the password")).rejects.toMatchObject({ code: "rate_limited" });
    clock(-HOUR);
    await expect(enter()).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("leaves the trail in the order of the acts, whole", async () => {
    const clerk = await actorOf(company.people.frontline);
    const numbers: string[] = [];
    for (const ms of [0, 24 * HOUR, -HOUR, 5]) {
      clock(ms);
      numbers.push((await recordDecision(clerk, refund(100_000), { locale: "vi" })).number);
    }
    const { items } = await listEvents({ type: "decision.recorded" }, { limit: 10, cursor: null, order: "oldest" });
    expect(items.map(({ data }) => (data as { number: string }).number)).toEqual(numbers);
    expect((await verifyChain()).ok).toBe(true);
  });
});

describe("the machine's own time zone", () => {
  const own = process.env["TZ"];
  afterEach(() => {
    if (own === undefined) delete process.env["TZ"];
    else process.env["TZ"] = own;
  });

  it.each(["America/New_York", "Asia/Kolkata", "Pacific/Chatham", "UTC"])("%s moves no budget to another day: local midnight is the organisation's", async (zone) => {
    process.env["TZ"] = zone;
    const clerk = await actorOf(company.people.frontline);
    const midnight = new Date("2026-11-30T17:00:00Z");
    await recordDecision(clerk, refund(100_000), { locale: "vi", now: new Date(midnight.getTime() - 1) });
    await recordDecision(clerk, refund(200_000), { locale: "vi", now: midnight });
    const counters = await db.budgetCounter.findMany({ orderBy: [{ budget: "asc" }, { window: "asc" }], select: { budget: true, window: true, consumed: true } });
    expect(counters).toEqual([
      { budget: "PERSON-DAY", window: "day:2026-11-30", consumed: 100_000n },
      { budget: "PERSON-DAY", window: "day:2026-12-01", consumed: 200_000n },
      { budget: "SITE-MONTH", window: "month:2026-11", consumed: 100_000n },
      { budget: "SITE-MONTH", window: "month:2026-12", consumed: 200_000n },
    ]);
  });
});

describe("the ledger", () => {
  it("adds up to its counters after each step of any history, and no entry is ever changed", async () => {
    const clerk = await actorOf(company.people.frontline);
    const open: string[] = [];
    let seed = 20_261_123;
    const draw = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    let known: { id: string; delta: bigint }[] = [];
    for (let step = 0; step < 120; step += 1) {
      const now = new Date(BEGIN.getTime() + step * HOUR);
      if (open.length > 0 && draw(3) === 0) await cancelDecision(clerk, open.splice(draw(open.length), 1)[0]!, { now });
      else {
        const answer = await recordDecision(clerk, refund(1_000 * (1 + draw(470))), { locale: "vi", now });
        if (answer.outcome === "granted") open.push(answer.id);
      }
      expect(readHot("budget.mismatches", {})).toEqual([]);
      const entries = await db.budgetEntry.findMany({ select: { id: true, delta: true } });
      const ids = new Map(entries.map(({ id, delta }) => [id, delta]));
      expect(known.every(({ id, delta }) => ids.get(id) === delta)).toBe(true);
      known = entries;
    }
    const counters = await db.budgetCounter.findMany();
    expect(counters.length).toBeGreaterThan(3);
    for (const { budget, subject, window, consumed, limit } of counters) {
      const { _sum } = await db.budgetEntry.aggregate({ where: { budget, subject, window }, _sum: { delta: true } });
      expect([_sum.delta ?? 0n, consumed >= 0n && consumed <= limit]).toEqual([consumed, true]);
    }
  });
});
