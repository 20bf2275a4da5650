import { beforeEach, describe, expect, test } from "vitest";
import { acknowledgePolicy, activePolicy, checkDecision, createDraft, listPolicies, policyVersion, publishPolicy, recordDecision, returnPolicy, saveDraft, submitPolicy } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const later = (minutes: number) => new Date(MONDAY_TEN.getTime() + minutes * 60_000);
const now = MONDAY_TEN;

function withLimit(perCase: number): object {
  return { ...company.policy, rules: company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { perCase } } : rule)), tests: [] };
}
async function inReview(document: object = withLimit(500_000), author: "hr" | "hr2" = "hr"): Promise<number> {
  const actor = await company.actor(author);
  const { version } = await createDraft(actor, document, { now });
  await submitPolicy(actor, version, { note: "Xin xem" }, { now });
  return version;
}
const stateOf = async (version: number, at: Date) => (await policyVersion(await company.actor("hr"), version, at))?.state;

describe("four eyes", () => {
  test("nobody who edited a version publishes it, whoever began it; another of HR or a leader does", async () => {
    const hr = await company.actor("hr");
    const hr2 = await company.actor("hr2");
    const { version, revision } = await createDraft(hr, withLimit(500_000), { now });
    await saveDraft(hr2, version, withLimit(600_000), String(revision), { now });
    await submitPolicy(hr, version, {}, { now });
    for (const author of [hr, hr2]) await expect(publishPolicy(author, version, {}, { now })).rejects.toMatchObject({ code: "own_draft", status: 403 });
    for (const other of ["manager", "auditor", "admin"] as const) await expect(publishPolicy(await company.actor(other), version, {}, { now })).rejects.toMatchObject({ code: "forbidden" });
    expect(await publishPolicy(await company.actor("leader"), version, { note: "Đồng ý" }, { now })).toMatchObject({ version, state: "in_force" });
  });

  test("only HR writes, and only what is submitted is published", async () => {
    for (const other of ["leader", "admin", "manager"] as const) await expect(createDraft(await company.actor(other), withLimit(1), { now })).rejects.toMatchObject({ code: "forbidden" });
    const { version } = await createDraft(await company.actor("hr"), withLimit(1), { now });
    await expect(publishPolicy(await company.actor("leader"), version, {}, { now })).rejects.toMatchObject({ code: "state_changed" });
  });

  test("two who publish at once: it is published once", async () => {
    const version = await inReview();
    const results = await Promise.allSettled(["leader", "leader2", "hr2"].map(async (key) => publishPolicy(await company.actor(key as "leader"), version, {}, { now })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { type: "policy.published" } })).toBe(1);
  });
});

describe("a draft", () => {
  test("is saved over the revision it was read at, else refused", async () => {
    const hr = await company.actor("hr");
    const { version } = await createDraft(hr, withLimit(1), { now });
    expect(await saveDraft(hr, version, withLimit(2), "1", { now })).toEqual({ version, revision: 2 });
    await expect(saveDraft(hr, version, withLimit(3), "1", { now })).rejects.toMatchObject({ code: "precondition_failed", status: 412 });
    await submitPolicy(hr, version, {}, { now });
    await expect(saveDraft(hr, version, withLimit(3), "2", { now })).rejects.toMatchObject({ code: "state_changed" });
    await returnPolicy(await company.actor("leader"), version, { note: "Thiếu lý do" }, { now });
    expect(await saveDraft(hr, version, withLimit(3), "3", { now })).toMatchObject({ revision: 4 });
  });

  test("names every fault with its path, those of places, courses and owners included", async () => {
    const [first, ...rest] = company.policy.rules;
    const wrong = { ...first, who: { roles: ["frontline"], departments: ["NOWHERE"], sites: ["HN-01", "HN-99"], courses: ["NO-COURSE"] }, owner: "ghost@demo.tam" };
    await expect(createDraft(await company.actor("hr"), { ...company.policy, rules: [wrong, ...rest] }, { now })).rejects.toMatchObject({
      code: "invalid_input",
      errors: [
        { path: "rules.0.who.departments.0", code: "unknown_department" },
        { path: "rules.0.who.sites.1", code: "unknown_site" },
        { path: "rules.0.who.courses.0", code: "unknown_course" },
        { path: "rules.0.owner", code: "unknown_person" },
      ],
    });
    await expect(createDraft(await company.actor("hr"), { ...company.policy, gestures: [], surprise: 1 }, { now })).rejects.toMatchObject({ code: "invalid_input", status: 422 });
    expect(await db.policyVersion.count()).toBe(1);
  });

  test("whose own test case fails is not submitted", async () => {
    const hr = await company.actor("hr");
    const tests = [{ ...company.policy.tests[0], expect: { outcome: "refused" } }];
    const { version } = await createDraft(hr, { ...company.policy, tests }, { now });
    await expect(submitPolicy(hr, version, {}, { now })).rejects.toMatchObject({ code: "tests_failed", status: 422, errors: [{ path: "tests.0.expect", params: { expected: "refused", actual: "granted" } }] });
    expect(await stateOf(version, now)).toBe("draft");
  });

  test("is nobody's to read but HR's, management's and the auditors'", async () => {
    const { version } = await createDraft(await company.actor("hr"), withLimit(1), { now });
    expect(await policyVersion(await company.actor("frontline"), version, now)).toBeNull();
    expect((await listPolicies(await company.actor("frontline"), now, { before: null, limit: 10 })).map((one) => one.version)).toEqual([1]);
    expect((await listPolicies(await company.actor("auditor"), now, { before: null, limit: 10 })).map((one) => one.version)).toEqual([2, 1]);
  });
});

describe("in force", () => {
  test("is never the past, and the version with the latest beginning, of equal ones the greatest", async () => {
    const leader = await company.actor("leader");
    const first = await inReview(withLimit(100_000));
    await expect(publishPolicy(leader, first, { effectiveFrom: later(-1) }, { now })).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "effectiveFrom", code: "not_in_past" }] });
    await publishPolicy(leader, first, { effectiveFrom: later(60) }, { now });
    const second = await inReview(withLimit(200_000));
    await publishPolicy(leader, second, { effectiveFrom: later(60) }, { now });
    const active = async (at: Date) => (await activePolicy(await company.actor("frontline"), at))?.version;
    expect([await active(later(59)), await active(later(60))]).toEqual([1, second]);
    expect([await stateOf(1, later(59)), await stateOf(first, later(59)), await stateOf(second, later(59))]).toEqual(["in_force", "published", "published"]);
    expect([await stateOf(1, later(60)), await stateOf(first, later(60)), await stateOf(second, later(60))]).toEqual(["retired", "retired", "in_force"]);
  });

  test("switches at its instant, also for a request seen before it and sent after", async () => {
    const clerk = await company.actor("frontline");
    const version = await inReview(withLimit(100_000));
    await publishPolicy(await company.actor("leader"), version, { effectiveFrom: later(60) }, { now });
    const seen = await checkDecision(clerk, refund(400_000), { locale: "vi", now: later(59) });
    const expected = { expect: { policyVersion: seen.policyVersion, outcome: seen.outcome } };
    await expect(recordDecision(clerk, refund(400_000, expected), { locale: "vi", now: later(60) })).rejects.toMatchObject({
      code: "verdict_changed",
      members: { verdict: { policyVersion: version, outcome: "escalated" } },
    });
    expect(await recordDecision(clerk, refund(400_000, expected), { locale: "vi", now: later(59) })).toMatchObject({ policyVersion: 1, outcome: "granted" });
    expect(await recordDecision(clerk, refund(400_000), { locale: "vi", now: later(60) })).toMatchObject({ policyVersion: version, outcome: "escalated" });
  });

  test("does not reset what a budget's code has counted", async () => {
    const clerk = await company.actor("frontline");
    await recordDecision(clerk, refund(400_000), { locale: "vi", now });
    const budgets = company.policy.budgets.map((budget) => (budget.code === "PERSON-DAY" ? { ...budget, limits: [{ role: "frontline", limit: 300_000 }] } : budget));
    const version = await inReview({ ...company.policy, budgets, tests: [] });
    await publishPolicy(await company.actor("leader"), version, {}, { now });
    const next = await recordDecision(clerk, refund(100_000), { locale: "vi", now: later(1) });
    expect(next).toMatchObject({ outcome: "escalated", binding: "PERSON-DAY", room: { minor: 0 } });
    expect(next.budgets).toContainEqual(expect.objectContaining({ code: "PERSON-DAY", limit: 300_000, used: 400_000, remaining: 0 }));
  });

  test("a published version is not changed, not even past the commands", async () => {
    await expect(transaction((tx) => tx.update("PolicyVersion", { version: 1 }, { document: "{}" }))).rejects.toThrow("cannot be changed");
    await expect(transaction((tx) => tx.remove("PolicyVersion", { version: 1 }))).rejects.toThrow();
  });

  test("is none before the first: nothing can be decided", async () => {
    await expect(checkDecision(await company.actor("frontline"), refund(1), { locale: "vi", now: later(-60 * 24 * 31) })).rejects.toMatchObject({ code: "no_policy_in_force", status: 409 });
  });
});

test("I have read this: once per person and version, of what is published", async () => {
  const clerk = await company.actor("frontline");
  await acknowledgePolicy(clerk, 1, { now });
  await acknowledgePolicy(clerk, 1, { now: later(1) });
  const nothingRaised = { rule: null, words: null, checkAnswer: null, answer: null, answeredById: null, answeredAt: null };
  expect(await db.policyAcknowledgement.findMany()).toEqual([{ version: 1, personId: clerk.personId, at: now, response: "understood", ...nothingRaised }]);
  const { version } = await createDraft(await company.actor("hr"), withLimit(1), { now });
  await expect(acknowledgePolicy(clerk, version, { now })).rejects.toMatchObject({ code: "not_found" });
});
