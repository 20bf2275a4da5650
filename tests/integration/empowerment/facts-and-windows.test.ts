import { beforeEach, describe, expect, test } from "vitest";
import { cancelDecision, checkDecision, markGiven, recordDecision } from "#modules/empowerment/public.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, vnd, voucher } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const DAY_MS = 86_400_000;
const after = (ms: number) => new Date(MONDAY_TEN.getTime() + ms);
const options = { locale: "vi", now: MONDAY_TEN } as const;

interface Stored {
  readonly request: { readonly customer?: Record<string, unknown>; readonly order?: Record<string, unknown> };
  readonly sources: Readonly<Record<string, string>>;
}
async function storedFacts(id: string): Promise<Stored> {
  return JSON.parse((await db.decision.findUniqueOrThrow({ where: { id } })).facts) as Stored;
}

describe("facts about a customer or an order", () => {
  test("what Tâm knows replaces what a clerk states, and each fact keeps its source", async () => {
    const clerk = await company.actor("frontline");
    const customer = { ref: "C-1001", tier: "gold", lifetimeValue: vnd(99_000_000) };
    const { id } = await recordDecision(clerk, refund(100_000, { customer }), options);
    const { request, sources } = await storedFacts(id);
    expect(request.customer).toEqual({ ref: "C-1001", tier: "standard", lifetimeValue: vnd(1_200_000) });
    expect(sources).toMatchObject({ "customer.ref": "known", "customer.tier": "known", "customer.lifetimeValue": "known", "order.value": "stated", flags: "stated" });
  });

  test("a service that may assert facts states otherwise, one that may not does not", async () => {
    const clerk = await company.actor("frontline");
    const asked = refund(100_000, { customer: { ref: "C-1001", tier: "gold" } });
    const asserted = await recordDecision(clerk, asked, { ...options, mayAssert: true, serviceName: "till" });
    expect((await storedFacts(asserted.id)).request.customer).toMatchObject({ tier: "gold" });
    expect((await storedFacts(asserted.id)).sources["customer.tier"]).toBe("asserted");
    const stated = await recordDecision(clerk, asked, { ...options, serviceName: "kiosk" });
    expect((await storedFacts(stated.id)).request.customer).toMatchObject({ tier: "standard" });
  });

  test("a known order brings its value, its age and its customer, also where a walk-in is stated", async () => {
    await transaction((tx) =>
      tx.insert("Purchase", { orderRef: "O-88", customerId: company.customers.gold.id, purchasedAt: after(-6 * DAY_MS), amount: 300_000n, currency: "VND" }),
    );
    const clerk = await company.actor("frontline");
    const answer = await recordDecision(clerk, refund(400_000, { order: { ref: "O-88", value: vnd(5_000_000), daysSincePurchase: 0 } }), options);
    expect(answer).toMatchObject({ outcome: "escalated", limit: vnd(300_000) });
    const { request } = await storedFacts(answer.id);
    expect(request.order).toEqual({ ref: "O-88", value: vnd(300_000), daysSincePurchase: 6 });
    expect(request.customer).toMatchObject({ ref: "C-1029" });
  });

  test("a customer by phone is found or added, and the number itself is not stored with the decision", async () => {
    const clerk = await company.actor("frontline");
    const asked = voucher(50_000, { customer: { phone: "0912 345 678" } });
    expect(await checkDecision(clerk, asked, options)).toMatchObject({ outcome: "granted" });
    expect(await db.customer.count()).toBe(2);
    const first = await recordDecision(clerk, asked, options);
    expect(first.budgets).toContainEqual(expect.objectContaining({ code: "CUSTOMER-30D", used: 1, remaining: 2, limit: 3 }));
    const second = await recordDecision(clerk, voucher(50_000, { customer: { phone: "+84912345678" } }), options);
    expect(second.budgets).toContainEqual(expect.objectContaining({ code: "CUSTOMER-30D", used: 2 }));
    expect(await db.customer.count()).toBe(3);
    for (const row of await db.decision.findMany()) expect(row.facts + row.explanation).not.toMatch(/912345678|912 345/);
  });

  test("unknown members and unknown codes are refused, each with its path", async () => {
    const clerk = await company.actor("frontline");
    await expect(recordDecision(clerk, refund(1, { gesture: "gold_bar", boss: true }), options)).rejects.toMatchObject({
      code: "invalid_input",
      errors: expect.arrayContaining([expect.objectContaining({ path: "boss" }), expect.objectContaining({ path: "gesture", code: "unknown_gesture" })]) as unknown,
    });
  });
});

describe("one case", () => {
  const purchase = { customer: { ref: "C-1001" }, order: { ref: "O-7", value: vnd(5_000_000) } };

  test("is the same customer and order within a day, whoever decides, over gestures counted together", async () => {
    const first = await recordDecision(await company.actor("frontline"), refund(300_000, purchase), options);
    const later = { ...options, now: after(DAY_MS - 1) };
    const second = await checkDecision(await company.actor("frontline2"), refund(300_000, purchase), later);
    expect(second).toMatchObject({ outcome: "escalated", room: vnd(200_000), reasons: [{ code: "case_total_over_limit" }] });
    expect(await checkDecision(await company.actor("frontline"), voucher(100_000, purchase), later)).toMatchObject({ outcome: "escalated", room: vnd(0) });
    expect(await checkDecision(await company.actor("frontline"), refund(300_000, purchase), { ...options, now: after(DAY_MS) })).toMatchObject({ outcome: "granted" });
    await cancelDecision(await company.actor("frontline"), first.id, { now: after(1) });
    expect(await checkDecision(await company.actor("frontline"), refund(300_000, purchase), later)).toMatchObject({ outcome: "granted" });
  });

  test("is not a walk-in's, nor one whose order is not known", async () => {
    const clerk = await company.actor("frontline");
    for (const more of [{}, { customer: { ref: "C-1001" } }]) {
      await recordDecision(clerk, refund(300_000, more), options);
      expect(await checkDecision(clerk, refund(300_000, more), options)).toMatchObject({ room: vnd(500_000) });
    }
  });
});

describe("windows", () => {
  test("a day begins at local midnight: the last millisecond counts for today, the next for tomorrow", async () => {
    const clerk = await company.actor("frontline");
    const midnight = new Date("2026-11-23T17:00:00Z");
    await recordDecision(clerk, refund(400_000), { ...options, now: new Date(midnight.getTime() - 1) });
    const next = await recordDecision(clerk, refund(400_000), { ...options, now: midnight });
    expect(next.budgets).toContainEqual(expect.objectContaining({ code: "PERSON-DAY", used: 400_000, resetsAt: "2026-11-24T17:00:00.000Z" }));
    expect(await db.budgetCounter.findMany({ where: { budget: "PERSON-DAY" }, orderBy: { window: "asc" } })).toMatchObject([
      { window: "day:2026-11-23", consumed: 400_000n },
      { window: "day:2026-11-24", consumed: 400_000n },
    ]);
  });

  test("a rolling one gives room back when its oldest entry leaves, and says when that is", async () => {
    const clerk = await company.actor("frontline");
    const customer = { ref: "C-1001" };
    for (const day of [0, 1, 2]) {
      const answer = await recordDecision(clerk, voucher(50_000, { customer }), { ...options, now: after(day * DAY_MS) });
      expect(answer.budgets).toContainEqual(expect.objectContaining({ code: "CUSTOMER-30D", used: day + 1, resetsAt: after(30 * DAY_MS).toISOString() }));
    }
    const full = await checkDecision(clerk, voucher(50_000, { customer }), { ...options, now: after(30 * DAY_MS - 1) });
    expect(full).toMatchObject({ outcome: "escalated", binding: "CUSTOMER-30D", room: vnd(0), reasons: [{ code: "over_budget" }] });
    expect(await checkDecision(clerk, voucher(50_000, { customer }), { ...options, now: after(30 * DAY_MS) })).toMatchObject({ outcome: "granted" });
  });

  test("cancelling gives back to the window it was taken from, and only once", async () => {
    const clerk = await company.actor("frontline");
    const yesterday = await recordDecision(clerk, refund(400_000, { customer: { ref: "C-1001" } }), options);
    const gift = await recordDecision(clerk, voucher(50_000, { customer: { ref: "C-1001" } }), options);
    const today = { now: after(DAY_MS) };
    await recordDecision(clerk, refund(300_000), { ...options, ...today });
    await cancelDecision(clerk, yesterday.id, today);
    await cancelDecision(clerk, gift.id, today);
    await expect(cancelDecision(clerk, yesterday.id, today)).rejects.toMatchObject({ code: "state_changed" });
    expect(await db.budgetCounter.findMany({ where: { budget: "PERSON-DAY" }, orderBy: { window: "asc" } })).toMatchObject([
      { window: "day:2026-11-23", consumed: 0n },
      { window: "day:2026-11-24", consumed: 300_000n },
    ]);
    expect(await checkDecision(clerk, voucher(50_000, { customer: { ref: "C-1001" } }), { ...options, ...today })).toMatchObject({
      budgets: expect.arrayContaining([expect.objectContaining({ code: "CUSTOMER-30D", used: 1 })]) as unknown,
    });
    expect((await verifyChain()).ok).toBe(true);
  });

  test("what was given is not taken back", async () => {
    const clerk = await company.actor("frontline");
    const { id } = await recordDecision(clerk, refund(100_000), options);
    await markGiven(clerk, id, { now: after(1) });
    await expect(markGiven(clerk, id, { now: after(2) })).rejects.toMatchObject({ code: "state_changed" });
    await expect(cancelDecision(clerk, id, { now: after(2) })).rejects.toMatchObject({ code: "state_changed" });
  });
});

test("a check writes nothing and answers what recording then answers", async () => {
  const clerk = await company.actor("frontline");
  for (const asked of [refund(450_000), refund(700_000), voucher(100_000), refund(100_000, { flags: ["own_purchase"] }), refund(490_000)]) {
    const before = [await db.auditEvent.count(), await db.decision.count(), await db.budgetEntry.count()];
    const checked = await checkDecision(clerk, asked, options);
    expect([await db.auditEvent.count(), await db.decision.count(), await db.budgetEntry.count()]).toEqual(before);
    const { id: _id, number: _number, state: _state, ...recorded } = await recordDecision(clerk, asked, options);
    expect({ ...recorded, approval: recorded.approval === null ? null : { ...recorded.approval, id: null } }).toEqual(checked);
    expect(recorded.outcome === "escalated").toBe(recorded.approval !== null);
  }
});

test("a customer who comes back for the same reason within a week marks the earlier decision", async () => {
  const clerk = await company.actor("frontline");
  const customer = { ref: "C-1001" };
  const first = await recordDecision(clerk, refund(100_000, { customer }), options);
  await recordDecision(clerk, refund(100_000, { customer }), { ...options, now: after(3 * DAY_MS) });
  const rows = await db.decision.findMany({ orderBy: { sequence: "asc" } });
  expect(rows.map(({ repeatContactAt }) => repeatContactAt?.toISOString() ?? null)).toEqual([after(3 * DAY_MS).toISOString(), null]);
  expect(first.state).toBe("granted");
});

test("the thread joins a decision to its rule, its customer and the decision it follows", async () => {
  const clerk = await company.actor("frontline");
  const more = { customer: { ref: "C-1001" }, case: "CASE-5" };
  const first = await recordDecision(clerk, refund(100_000, more), options);
  const second = await recordDecision(clerk, refund(100_000, more), options);
  const links = await db.threadLink.findMany({ where: { fromId: second.id }, orderBy: { toKind: "asc" } });
  expect(links.map(({ relation, toKind, toId }) => [relation, toKind, toId])).toEqual([
    ["about", "customer", company.customers.standard.id],
    ["follows", "decision", first.id],
    ["under", "rule", "REFUND-STORE"],
  ]);
});
