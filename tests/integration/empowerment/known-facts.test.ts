import { beforeEach, describe, expect, test } from "vitest";
import { approveDecision, checkDecision, createDraft, publishPolicy, recordDecision, submitPolicy } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, vnd } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const DAY_MS = 86_400_000;

/** Gold customers, and those who have been with us for long, get more at the counter than others. */
async function publishLoyalty(): Promise<void> {
  const [store] = company.policy.rules;
  const wider = (code: string, when: object) => ({ ...store, code, when: { ...store.when, ...when }, limit: { perCase: 460_000, percentOfOrder: 100 } });
  const base = { ...store, limit: { perCase: 200_000, percentOfOrder: 100 } };
  const rules = [base, wider("REFUND-GOLD", { tiers: ["gold"] }), wider("REFUND-LOYAL", { lifetimeValue: { min: 15_000_000 } }), ...company.policy.rules.slice(1)];
  const hr = await company.actor("hr");
  const { version } = await createDraft(hr, { ...company.policy, rules, tests: [] }, { now: MONDAY_TEN });
  await submitPolicy(hr, version, { note: "Đã xem các điểm cần xem lại" }, { now: MONDAY_TEN });
  await publishPolicy(await company.actor("leader"), version, {}, { now: MONDAY_TEN });
}

/**
 * Records while another write is under way: the request is prepared on what was true before `change`, waits for its turn
 * at the writer, and has it once the change is committed.
 */
async function recordWhile(asked: Record<string, unknown>, change: (tx: Tx) => Promise<unknown>, more: { mayAssert?: boolean } = {}) {
  const clerk = await company.actor("frontline");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let begun = () => {};
  const writing = new Promise<void>((resolve) => (begun = resolve));
  const other = transaction(async (tx) => {
    begun();
    await held;
    await change(tx);
  });
  await writing;
  const prepared: number[] = [];
  const recording = recordDecision(clerk, asked, {
    ...more,
    locale: "vi",
    /** Read once by each preparation. */
    get now() {
      prepared.push(prepared.length + 1);
      return MONDAY_TEN;
    },
  });
  const before = prepared.length;
  release();
  await other;
  return { answer: await recording, before, times: prepared.length };
}

describe("what changes between preparing and recording counts", () => {
  beforeEach(async () => {
    await publishLoyalty();
    await transaction(async (tx) => {
      await tx.update("Customer", { ref: "C-1029" }, { lifetimeValue: 1_000_000n });
      await tx.update("Customer", { ref: "C-1001" }, { lifetimeValue: 20_000_000n });
      await tx.insert("Customer", { id: "c-2000", ref: "C-2000", tier: "standard", lifetimeValue: 0n, currency: "VND", createdAt: MONDAY_TEN, updatedAt: MONDAY_TEN });
      await tx.insert("Purchase", { orderRef: "O-5", customerId: company.customers.gold.id, purchasedAt: new Date(MONDAY_TEN.getTime() - DAY_MS), amount: 450_000n, currency: "VND" });
    });
  });

  const gold = { customer: { ref: "C-1029" } };
  const loyal = { customer: { ref: "C-1001" } };
  const bought = { customer: "none", order: { ref: "O-5" } };

  test.each<[string, Record<string, unknown>, (tx: Tx) => Promise<unknown>, number]>([
    ["a tier lowered", gold, (tx) => tx.update("Customer", { ref: "C-1029" }, { tier: "standard" }), 200_000],
    ["a lifetime value lowered", loyal, (tx) => tx.update("Customer", { ref: "C-1001" }, { lifetimeValue: 14_999_999n }), 200_000],
    ["an order's value corrected", bought, (tx) => tx.update("Purchase", { orderRef: "O-5" }, { amount: 250_000n }), 250_000],
    ["an order found to be somebody else's", bought, (tx) => tx.update("Purchase", { orderRef: "O-5" }, { customerId: "c-2000" }), 200_000],
  ])("%s", async (_what, more, change, room) => {
    const asked = refund(400_000, more);
    expect(await checkDecision(await company.actor("frontline"), asked, { locale: "vi", now: MONDAY_TEN })).toMatchObject({ outcome: "granted" });
    const { answer, before, times } = await recordWhile(asked, change);
    expect({ before, times }).toEqual({ before: 1, times: 2 });
    expect(answer).toMatchObject({ outcome: "escalated", state: "pending", room: vnd(room), approval: { approver: { name: company.people.supervisor.name } } });
  });

  test("somebody who becomes a customer of ours: what is known of them replaces what was stated", async () => {
    const asked = refund(400_000, { customer: { ref: "C-7777", tier: "gold" } });
    const { answer, times } = await recordWhile(asked, (tx) =>
      tx.insert("Customer", { id: "c-7777", ref: "C-7777", tier: "standard", lifetimeValue: 0n, currency: "VND", createdAt: MONDAY_TEN, updatedAt: MONDAY_TEN }),
    );
    expect(times).toBe(2);
    expect(answer.outcome).toBe("escalated");
    const { facts } = await db.decision.findUniqueOrThrow({ where: { id: answer.id } });
    expect(JSON.parse(facts)).toMatchObject({ request: { customer: { ref: "C-7777", tier: "standard" } }, sources: { "customer.tier": "known" } });
  });

  test("a change of somebody else's facts, or of what a service asserts anyway, prepares nothing again", async () => {
    const lower = (tx: Tx) => tx.update("Customer", { ref: "C-1001" }, { tier: "gold", lifetimeValue: 1n });
    expect(await recordWhile(refund(400_000, gold), lower)).toMatchObject({ answer: { outcome: "granted" }, times: 1 });
    const asserted = refund(400_000, { customer: { ref: "C-1001", tier: "gold", lifetimeValue: vnd(1) } });
    const other = (tx: Tx) => tx.update("Customer", { ref: "C-1001" }, { tier: "standard" });
    expect(await recordWhile(asserted, other, { mayAssert: true })).toMatchObject({ answer: { outcome: "granted" }, times: 1 });
  });
});

describe("approving", () => {
  test("goes by the facts the request was asked with, and by who the customer is now", async () => {
    const clerk = await company.actor("frontline");
    const { id, approval } = await recordDecision(clerk, refund(700_000, { customer: { ref: "C-1029" } }), { locale: "vi", now: MONDAY_TEN });
    const supervisor = await company.actor("supervisor");
    expect(approval?.approver.email).toBe(supervisor.email);
    await transaction((tx) => tx.update("Customer", { ref: "C-1029" }, { personId: supervisor.personId }));
    await expect(approveDecision(supervisor, approval?.id ?? "", {}, { now: MONDAY_TEN })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.decision.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "pending" });
    await transaction((tx) => tx.update("Customer", { ref: "C-1029" }, { personId: null, tier: "standard" }));
    expect(await approveDecision(supervisor, approval?.id ?? "", {}, { now: MONDAY_TEN })).toMatchObject({ state: "approved" });
  });
});
