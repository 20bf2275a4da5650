import { beforeEach, describe, expect, test } from "vitest";
import type { SmallCompanyKey } from "#db/seed/builders.ts";
import { approveDecision, cancelDecision, createDraft, declineDecision, publishPolicy, recordDecision, returnDecision, submitPolicy } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, vnd, voucher } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const options = { locale: "vi", now: MONDAY_TEN } as const;
const soon = { now: new Date(MONDAY_TEN.getTime() + 60_000) };

async function ask(who: SmallCompanyKey, request: object) {
  const recorded = await recordDecision(await company.actor(who), request, options);
  const approval = await db.approval.findFirstOrThrow({ where: { decisionId: recorded.id } });
  return { recorded, approval };
}

async function consumed(subject: string): Promise<number> {
  const row = await db.budgetCounter.findFirst({ where: { budget: "PERSON-DAY", subject } });
  return Number(row?.consumed ?? 0n);
}
const personSubject = (key: SmallCompanyKey) => `person:${company.people[key].id}`;

test("what is over the limit goes up the line, and approving it takes the approver's authority and the site's", async () => {
  const { recorded, approval } = await ask("frontline", refund(700_000));
  expect(recorded).toMatchObject({ state: "pending", approval: { id: approval.id, approver: { email: "supervisor@demo.tam" }, dueAt: "2026-11-23T03:15:00.000Z" } });
  expect(recorded.say.vi).toContain("Trần Thị Thu Hà");
  expect(recorded.say.vi).toContain("10:15");
  const answered = await approveDecision(await company.actor("supervisor"), approval.id, { amount: vnd(600_000), note: "Khách quen" }, soon);
  expect(answered).toMatchObject({ state: "approved", amount: vnd(600_000), number: recorded.number });
  expect(await db.decision.findUniqueOrThrow({ where: { id: recorded.id } })).toMatchObject({ state: "approved", amount: 700_000n, approvedAmount: 600_000n, approvedById: company.people.supervisor.id });
  expect([await consumed(personSubject("frontline")), await consumed(personSubject("supervisor"))]).toEqual([0, 600_000]);
  expect(await db.budgetCounter.findFirst({ where: { budget: "SITE-MONTH" } })).toMatchObject({ subject: "site:HN-01", consumed: 600_000n });
  expect(readHot("budget.mismatches", {})).toEqual([]);
  expect(await db.notification.findMany({ where: { personId: company.people.frontline.id } })).toMatchObject([{ kind: "decision.approved-less" }]);
});

test("whoever does not qualify is passed over: beyond the supervisor it goes to the manager", async () => {
  const { approval } = await ask("frontline", refund(3_000_000));
  expect(approval).toMatchObject({ approverId: company.people.manager.id, kind: "person" });
});

test("only who is asked answers: not the requester, not a stranger, not with more than was asked for", async () => {
  const { approval } = await ask("frontline", refund(700_000));
  await expect(approveDecision(await company.actor("frontline"), approval.id, {}, soon)).rejects.toMatchObject({ code: "forbidden" });
  await expect(approveDecision(await company.actor("supervisor2"), approval.id, {}, soon)).rejects.toMatchObject({ code: "not_found" });
  await expect(approveDecision(await company.actor("hr"), approval.id, {}, soon)).rejects.toMatchObject({ code: "forbidden" });
  await expect(approveDecision(await company.actor("supervisor"), approval.id, { amount: vnd(700_001) }, soon)).rejects.toMatchObject({ code: "invalid_input" });
  await expect(approveDecision(await company.actor("supervisor"), approval.id, { amount: { minor: 1, currency: "USD" } }, soon)).rejects.toMatchObject({ code: "invalid_input" });
  expect(await db.approval.count({ where: { state: "pending" } })).toBe(1);
});

test("an approver whose own budget is used up meanwhile may approve what it leaves, and no more", async () => {
  const { approval } = await ask("frontline", refund(700_000));
  const key = { budget: "PERSON-DAY", subject: personSubject("supervisor"), window: "day:2026-11-23" };
  await transaction((tx) => tx.statement("budget.charge", { ...key, delta: 9_900_000n, limit: 10_000_000n }));
  const supervisor = await company.actor("supervisor");
  await expect(approveDecision(supervisor, approval.id, {}, soon)).rejects.toMatchObject({
    code: "verdict_changed",
    members: { verdict: { outcome: "escalated", reason: "over_budget", binding: "PERSON-DAY", room: vnd(100_000) } },
  });
  expect(await approveDecision(supervisor, approval.id, { amount: vnd(100_000) }, soon)).toMatchObject({ amount: vnd(100_000) });
});

test("nothing is approved against a limit that was lowered meanwhile", async () => {
  const { approval } = await ask("frontline", refund(700_000));
  const rules = company.policy.rules.map((rule) => (rule.code === "REFUND-LEAD" ? { ...rule, limit: { perCase: 650_000 } } : rule));
  const hr = await company.actor("hr");
  const { version } = await createDraft(hr, { ...company.policy, rules }, { now: MONDAY_TEN });
  await submitPolicy(hr, version, { note: "Đã xem các điểm cần xem lại" }, { now: MONDAY_TEN });
  await publishPolicy(await company.actor("leader"), version, {}, { now: MONDAY_TEN });
  const supervisor = await company.actor("supervisor");
  await expect(approveDecision(supervisor, approval.id, {}, soon)).rejects.toMatchObject({ code: "verdict_changed" });
  expect(await approveDecision(supervisor, approval.id, { amount: vnd(650_000) }, soon)).toMatchObject({ state: "approved" });
});

describe("a second person", () => {
  test("is a colleague of the site, at the requester's budgets; any who qualifies may confirm, one of them does", async () => {
    const { recorded, approval } = await ask("frontline", refund(490_000));
    expect(recorded.reasons[0]?.code).toBe("second_person_required");
    expect(approval).toMatchObject({ kind: "second_person", approverId: company.people.frontline2.id, level: 1 });
    const colleagues = [await company.actor("frontline2"), await company.actor("supervisor"), await company.actor("manager")];
    const results = await Promise.allSettled(colleagues.map((colleague) => approveDecision(colleague, approval.id, {}, soon)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: expect.stringMatching(/^(state_changed|not_found|forbidden)$/) as string });
    expect(await consumed(personSubject("frontline"))).toBe(490_000);
    expect(await db.budgetEntry.count({ where: { decisionId: recorded.id, budget: "PERSON-DAY" } })).toBe(1);
  });

  test("is not a colleague of another site, and where there is none it climbs at once", async () => {
    const { approval } = await ask("frontline3", refund(490_000));
    expect(approval).toMatchObject({ kind: "second_person", approverId: company.people.manager2.id });
    await expect(approveDecision(await company.actor("frontline2"), approval.id, {}, soon)).rejects.toMatchObject({ code: "not_found" });
    await transaction(async (tx) => {
      for (const key of ["manager2", "supervisor2"] as const) await tx.update("Person", { id: company.people[key].id }, { siteCode: "HN-01" });
    });
    const alone = await ask("frontline3", refund(491_000));
    expect(alone.approval).toMatchObject({ kind: "person", approverId: company.people.supervisor2.id });
  });
});

describe("where no grant applies", () => {
  test("the asked role decides up to its exceptions, counted without the guard", async () => {
    const { recorded, approval } = await ask("frontline2", voucher(700_000));
    expect(recorded.reasons[0]).toMatchObject({ code: "training_required", params: { courses: ["AUTHORITY-BASICS"] } });
    expect(approval).toMatchObject({ kind: "exception", approverId: company.people.supervisor.id });
    await approveDecision(await company.actor("supervisor"), approval.id, {}, soon);
    expect(await db.approval.findFirstOrThrow()).toMatchObject({ state: "approved", kind: "exception", amount: 700_000n });
    expect(await consumed(personSubject("supervisor"))).toBe(700_000);
  });

  test("beyond a role's exceptions the next one up is asked", async () => {
    const { approval } = await ask("frontline2", voucher(1_500_000));
    expect(approval).toMatchObject({ kind: "person", approverId: company.people.manager.id });
  });
});

test("asking by choice for what is covered is one's own: it is recorded as such, and may be given back with coaching", async () => {
  const { recorded, approval } = await ask("frontline", refund(50_000, { escalate: true, escalateReason: "feared_blame" }));
  expect(recorded).toMatchObject({ outcome: "escalated", state: "pending" });
  expect(recorded.reasons.map(({ code }) => code)).toEqual(["escalated_by_choice", "within_case_limit"]);
  expect(await db.decision.findFirstOrThrow()).toMatchObject({ byChoice: true, escalateReason: "feared_blame", reasonCode: "escalated_by_choice" });
  const supervisor = await company.actor("supervisor");
  await expect(returnDecision(supervisor, approval.id, { note: " " }, soon)).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "note", code: "required" }] });
  await returnDecision(supervisor, approval.id, { note: "Mức này bạn tự quyết được" }, soon);
  expect(await db.decision.findFirstOrThrow()).toMatchObject({ state: "returned" });
  expect(await recordDecision(await company.actor("frontline"), refund(50_000), options)).toMatchObject({ state: "granted" });
});

test("what does not lie within the requester's authority cannot be given back as if it did", async () => {
  const { approval } = await ask("frontline", refund(700_000));
  await expect(returnDecision(await company.actor("supervisor"), approval.id, { note: "Tự quyết nhé" }, soon)).rejects.toMatchObject({ code: "verdict_changed" });
});

test("a no has a note for the requester and words for the customer", async () => {
  const { recorded, approval } = await ask("frontline", refund(700_000, { address: { customer: "chị", me: "em" } }));
  const supervisor = await company.actor("supervisor");
  await expect(declineDecision(supervisor, approval.id, {}, soon)).rejects.toMatchObject({ code: "invalid_input" });
  await declineDecision(supervisor, approval.id, { note: "Áo đã quá hạn đổi trả" }, soon);
  const stored = await db.approval.findUniqueOrThrow({ where: { id: approval.id } });
  expect(JSON.parse(stored.say ?? "")).toMatchObject({ vi: "Dạ, em đã hỏi lại và lần này chưa làm được cho chị. em rất tiếc ạ." });
  expect(await db.decision.findUniqueOrThrow({ where: { id: recorded.id } })).toMatchObject({ state: "declined", approvedAmount: null });
  expect(await db.budgetEntry.count()).toBe(0);
  await expect(approveDecision(supervisor, approval.id, {}, soon)).rejects.toMatchObject({ code: "state_changed" });
});

test("approve and decline at once: exactly one holds, a hundred times", async () => {
  const supervisor = await company.actor("supervisor");
  for (let round = 0; round < 100; round += 1) {
    const { recorded, approval } = await ask("frontline", refund(510_000, { case: `CASE-${round}` }));
    const answers = [approveDecision(supervisor, approval.id, { amount: vnd(1_000) }, soon), declineDecision(supervisor, approval.id, { note: "Không" }, soon)];
    const results = await Promise.allSettled(round % 2 === 0 ? answers : answers.reverse());
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state } = await db.decision.findUniqueOrThrow({ where: { id: recorded.id } });
    const entries = await db.budgetEntry.count({ where: { decisionId: recorded.id, budget: "PERSON-DAY" } });
    expect([state, entries]).toEqual(state === "approved" ? ["approved", 1] : ["declined", 0]);
  }
}, 60_000);

test("a request that is taken back is nobody's to answer any more", async () => {
  const { recorded, approval } = await ask("frontline", refund(700_000));
  await cancelDecision(await company.actor("frontline"), recorded.id, soon);
  await expect(approveDecision(await company.actor("supervisor"), approval.id, {}, soon)).rejects.toMatchObject({ code: "state_changed" });
});
