import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#platform/db.server.ts";
import { recordDecision } from "#modules/empowerment/record-decision.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, vnd, voucher } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const options = { locale: "vi", now: MONDAY_TEN } as const;

test("a refund inside the rule is granted and answers as the contract says", async () => {
  const answer = await recordDecision(await company.actor("frontline"), refund(450_000), options);
  expect(answer).toMatchObject({
    outcome: "granted",
    state: "granted",
    number: "D-2026-000001",
    policyVersion: 1,
    rule: "REFUND-STORE",
    limit: vnd(500_000),
    room: vnd(500_000),
    binding: "case",
    duties: { note: true, evidence: false },
    unknown: [],
    approval: null,
  });
  expect(answer.budgets).toContainEqual({ code: "PERSON-DAY", unit: "minor", subject: "person", limit: 2_000_000, used: 450_000, remaining: 1_550_000, resetsAt: "2026-11-23T17:00:00.000Z" });
  expect(answer.reasons[0]).toMatchObject({ code: "within_case_limit", text: "Được. Nằm trong hạn mức 500.000\u00a0₫ mỗi trường hợp." });
  expect(answer.say.vi).toContain("450.000");
});

test("a note that the rule asks for is asked for before anything is stored", async () => {
  const clerk = await company.actor("frontline");
  await expect(recordDecision(clerk, refund(100_000, { note: " " }), options)).rejects.toMatchObject({ code: "duty_missing", status: 422 });
  expect(await db.decision.count()).toBe(0);
});

test("what the person saw no longer holds: nothing is stored, the new verdict comes back", async () => {
  const clerk = await company.actor("frontline");
  const stale = refund(450_000, { expect: { policyVersion: 1, outcome: "escalated" } });
  await expect(recordDecision(clerk, stale, options)).rejects.toMatchObject({ code: "verdict_changed", status: 409, members: { verdict: { outcome: "granted" } } });
  expect(await db.decision.count()).toBe(0);
});

test("splitting a case gains nothing", async () => {
  const clerk = await company.actor("frontline");
  await recordDecision(clerk, refund(400_000, { case: "CASE-1" }), options);
  const second = await recordDecision(clerk, refund(400_000, { case: "CASE-1" }), options);
  expect(second).toMatchObject({ outcome: "escalated", room: vnd(100_000), binding: "case" });
  expect(second.reasons[0]?.code).toBe("case_total_over_limit");
});

describe("two hundred requests at once on one budget", () => {
  const AMOUNT = 100_000;
  const FITS = 20;

  test("exactly what fits is granted, the counter is its ledger, and the trail is whole", async () => {
    const clerk = await company.actor("frontline");
    const answers = await Promise.all(Array.from({ length: 200 }, () => recordDecision(clerk, refund(AMOUNT), options)));
    expect(answers.filter(({ outcome }) => outcome === "granted")).toHaveLength(FITS);
    const counter = await db.budgetCounter.findFirstOrThrow({ where: { budget: "PERSON-DAY" } });
    const ledger = await db.budgetEntry.aggregate({ where: { budget: "PERSON-DAY" }, _sum: { delta: true } });
    expect(counter.consumed).toBe(BigInt(FITS * AMOUNT));
    expect(ledger._sum.delta).toBe(counter.consumed);
    expect(new Set(answers.map(({ number }) => number)).size).toBe(200);
    expect((await verifyChain()).ok).toBe(true);
  });

  test("control: reading first and writing what was read overspends, so the test above can fail", async () => {
    const where = { budget: "NAIVE", subject: "person:x", window: "day:2026-11-23" };
    await transaction((tx) => tx.insert("BudgetCounter", { ...where, consumed: 0n, limit: BigInt(FITS * AMOUNT) }));
    let granted = 0;
    await Promise.all(
      Array.from({ length: 200 }, async () => {
        const before = await db.budgetCounter.findUniqueOrThrow({ where: { budget_subject_window: where } });
        if (before.consumed + BigInt(AMOUNT) > before.limit) return;
        granted += 1;
        await transaction((tx) => tx.update("BudgetCounter", where, { consumed: before.consumed + BigInt(AMOUNT) }));
      }),
    );
    expect(granted).toBeGreaterThan(FITS);
  });

  /** Each request took its instant before it had its turn, the later in line the earlier. */
  const falling = (index: number) => ({ ...options, now: new Date(MONDAY_TEN.getTime() + 200 - index) });

  test("the limit of one customer's order holds although later instants commit first", async () => {
    const clerk = await company.actor("frontline");
    const same = { customer: { ref: "C-9" }, order: { ref: "O-9", value: vnd(5_000_000) } };
    await recordDecision(clerk, refund(AMOUNT, same), falling(0));
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => recordDecision(clerk, refund(AMOUNT, same), falling(index))));
    expect(answers.filter(({ outcome }) => outcome === "granted")).toHaveLength(4);
  });

  test("a rolling budget by number holds although later instants commit first", async () => {
    const clerk = await company.actor("frontline");
    const same = { customer: { ref: "C-8" }, order: "none" };
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => recordDecision(clerk, voucher(10_000, same), falling(index))));
    const counted = await db.budgetEntry.aggregate({ where: { budget: "CUSTOMER-30D" }, _sum: { delta: true } });
    expect(answers.filter(({ outcome }) => outcome === "granted")).toHaveLength(3);
    expect(counted._sum.delta).toBe(3n);
  });
});
