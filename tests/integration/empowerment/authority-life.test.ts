import { beforeEach, describe, expect, test } from "vitest";
import { authorityGaps, approveDecision, betsInForce, cancelDecision, careCompared, declineDecision, fearByTeam, lifeAtLimits, lifeOverview, markGiven, recordDecision, rulePage } from "#modules/empowerment/public.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const after = (minutes: number) => new Date(MONDAY_TEN.getTime() + minutes * 60_000);
const NOW = after(600);
/** Records as somebody at so many minutes after ten; answers the decision's id and the approval's. */
async function record(as: "frontline" | "frontline2" | "frontline3", input: object, minutes = 0): Promise<{ id: string; approval: string }> {
  const made = await recordDecision(await company.actor(as), input, { locale: "vi", now: after(minutes) });
  return { id: made.id, approval: made.approval?.id ?? "" };
}

async function aMorning(): Promise<void> {
  const clerk = await company.actor("frontline");
  const supervisor = await company.actor("supervisor");
  const first = await record("frontline", refund(100_000));
  await markGiven(clerk, first.id, { now: after(3) });
  const second = await record("frontline", refund(200_000), 5);
  await markGiven(clerk, second.id, { now: after(10) });
  const asked = await record("frontline", refund(700_000), 20);
  await approveDecision(supervisor, asked.approval, { note: "Duyệt" }, { now: after(27) });
  await markGiven(clerk, asked.id, { now: after(32) });
  const no = await record("frontline", refund(800_000), 40);
  await declineDecision(supervisor, no.approval, { note: "Chưa rõ", say: null, locale: "vi" }, { now: after(60) });
  const gone = await record("frontline", refund(50_000), 61);
  await cancelDecision(clerk, gone.id, { now: after(62) });
  await record("frontline", refund(60_000, { flags: ["own_purchase"] }), 63);
  await record("frontline", refund(900_000), 70);
}

describe("outcomes", () => {
  test("are counted from what was recorded: alone, asked, and apart from both what a rule forbids or still waits", async () => {
    await aMorning();
    const { total, rules, months } = await lifeOverview(await company.actor("hr"), {}, NOW);
    expect(total).toMatchObject({ alone: 2, approved: 1, inFull: 1, declined: 1, returned: 0, expired: 0, refused: 1, pending: 1, given: 1_000_000 });
    expect(total.autonomy).toMatchObject({ hits: 2, n: 4 });
    expect(total.approval).toMatchObject({ hits: 1, n: 2 });
    expect(rules.map(({ rule, inForce, autonomy }) => [rule?.code, inForce, autonomy.n])).toEqual([["REFUND-STORE", true, 4]]);
    expect(months.at(-1)).toMatchObject({ month: "2026-11", autonomy: { hits: 2, n: 4 } });
    expect(months).toHaveLength(6);
  });

  test("are of the time asked for, its end left out", async () => {
    await aMorning();
    const hr = await company.actor("hr");
    const { total, period } = await lifeOverview(hr, { from: after(0), to: after(5) }, NOW);
    expect([total.alone, total.approved, period.months]).toEqual([1, 0, null]);
    await expect(lifeOverview(hr, { from: after(5), to: after(5) }, NOW)).rejects.toMatchObject({ status: 422, errors: [{ path: "to", code: "range_order" }] });
    await expect(lifeOverview(hr, { from: new Date("2020-01-01T00:00:00Z") }, NOW)).rejects.toMatchObject({ errors: [{ path: "from", code: "period_too_long" }] });
  });

  test("are nothing, not zero, where nothing was decided", async () => {
    const hr = await company.actor("hr");
    const { total, times, approvers } = await lifeOverview(hr, {}, NOW);
    expect(total.autonomy).toEqual({ hits: 0, n: 0, low: null, high: null });
    expect(times.alone).toEqual({ n: 0, median: null, low: null, high: null, p90: null });
    expect(approvers).toEqual([]);
    expect(fearByTeam(hr, {}, NOW).fear).toBeNull();
    expect(await authorityGaps(hr, {}, NOW)).toMatchObject({ total: 0, gaps: [] });
    expect((await lifeAtLimits(hr, {}, NOW)).bunching).toEqual([]);
    expect((await careCompared(hr, {}, NOW)).worse).toEqual([]);
    expect(betsInForce(hr, {}, NOW).bets).toEqual([]);
  });

  test("waits run in business minutes until the customer had it, with and without approval", async () => {
    await aMorning();
    const { times } = await lifeOverview(await company.actor("hr"), {}, NOW);
    expect(times.alone).toMatchObject({ n: 2, median: 4 });
    expect(times.approved).toMatchObject({ n: 1, median: 12 });
  });

  test("what was overturned counts at its rule and at who approved it", async () => {
    await aMorning();
    const { id, approval } = await record("frontline", refund(750_000), 100);
    await approveDecision(await company.actor("supervisor"), approval, { note: "Duyệt" }, { now: after(101) });
    await transaction((tx) => tx.insert("DecisionOverturn", { decisionId: id, byId: company.people.manager.id, at: after(200), reason: "wrong_facts", note: "Sai đơn" }));
    const { rules, approvers } = await lifeOverview(await company.actor("leader"), {}, NOW);
    expect(rules[0]?.overturn).toMatchObject({ hits: 1, n: 4 });
    expect(approvers?.map(({ person, answered, overturn, minutes }) => [person.email, answered, overturn.hits, overturn.n, minutes.median])).toEqual([["supervisor@demo.tam", 3, 1, 2, 7]]);
  });
});

describe("who sees what", () => {
  test("a manager counts their own site and nobody's answers by name; a clerk counts nothing", async () => {
    await aMorning();
    await record("frontline3", refund(90_000), 80);
    expect((await lifeOverview(await company.actor("auditor"), {}, NOW)).total.alone).toBe(3);
    const own = await lifeOverview(await company.actor("manager"), {}, NOW);
    expect([own.total.alone, own.approvers, own.period.everything]).toEqual([2, null, false]);
    expect((await lifeOverview(await company.actor("manager2"), {}, NOW)).total.alone).toBe(1);
    for (const key of ["frontline", "supervisor", "admin"] as const) {
      await expect(lifeOverview(await company.actor(key), {}, NOW)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("a rule's page shows its words to everybody and its figures to who may read them", async () => {
    await aMorning();
    const clerk = await rulePage(await company.actor("frontline"), "REFUND-STORE", {}, NOW);
    expect(clerk).toMatchObject({ inForce: true, version: 1, mayReview: false, figures: null });
    const hr = await rulePage(await company.actor("hr"), "REFUND-STORE", {}, NOW);
    expect(hr).toMatchObject({ mayReview: true, figures: { total: { alone: 2 } } });
    expect(await rulePage(await company.actor("hr"), "NO-SUCH-RULE", {}, NOW)).toBeNull();
  });

  test("a token narrowed to policies reads the words of a rule and no figure", async () => {
    const service = { kind: "service", personId: null, name: "docs", locale: "vi", tokenScopes: ["policies:read"], via: "docs", requestId: null, address: null } as const;
    expect(await rulePage(service, "REFUND-STORE", {}, NOW)).toMatchObject({ figures: null, mayReview: false });
    await expect(lifeOverview(service, {}, NOW)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("gaps", () => {
  test("are grouped by situation, the most frequent first, with what was asked and what approvers said", async () => {
    const late = { reason: "late_delivery" };
    const first = await record("frontline", refund(50_000, late));
    await record("frontline2", refund(70_000, late), 1);
    await record("frontline", refund(30_000, { ...late, channel: "hotline" }), 2);
    await approveDecision(await company.actor("supervisor"), first.approval, { note: "Lần này được" }, { now: after(5) });
    const { gaps, total } = await authorityGaps(await company.actor("hr"), {}, NOW);
    expect(total).toBe(3);
    expect(gaps.map(({ gesture, reason, channel, role, count, asked, given }) => [gesture.code, reason.code, channel.code, role, count, asked, given])).toEqual([
      ["refund", "late_delivery", "store", "frontline", 2, 120_000, 50_000],
      ["refund", "late_delivery", "hotline", "frontline", 1, 30_000, 0],
    ]);
    expect(gaps[0]?.approval).toMatchObject({ hits: 1, n: 1 });
  });

  test("what nobody used is listed with how long it was there and whom it is meant for; of a few people no count is given", async () => {
    await aMorning();
    const { unusedRules, unusedByRole } = await authorityGaps(await company.actor("hr"), {}, NOW);
    expect(unusedRules.some(({ rule }) => rule.code === "REFUND-STORE")).toBe(false);
    expect(unusedRules.length).toBeGreaterThan(0);
    for (const { days } of unusedRules) expect(days).toBe(31);
    for (const { unused } of unusedByRole) expect(unused).toBeNull();
  });
});

describe("permission fear", () => {
  test("is not shown of fewer than five people, nor of a month that has not ended", async () => {
    for (const minutes of [0, 10, 20]) await record("frontline", refund(40_000, { escalate: true, escalateReason: "feared_blame" }), minutes);
    expect(fearByTeam(await company.actor("hr"), {}, NOW).fear).toBeNull();
    const { period, fear } = fearByTeam(await company.actor("hr"), { from: after(-60), to: after(60) }, NOW);
    expect([period.from, period.to, fear]).toEqual(["2026-04-30T17:00:00.000Z", "2026-10-31T17:00:00.000Z", null]);
  });
});
