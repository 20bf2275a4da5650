import { beforeEach, describe, expect, test } from "vitest";
import { addTestFromDecision, createDraft, draftFromActive, publishPolicy, recordDecision, removePolicyTest, saveDraft, submitPolicy } from "#modules/empowerment/public.server.ts";
import { parsePolicy } from "#modules/empowerment/public.ts";
import { runPolicyTests } from "#modules/empowerment/policy-tests.server.ts";
import { db } from "#platform/db.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, vnd } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const now = MONDAY_TEN;
const decide = async (minor: number, more: object = {}) => recordDecision(await company.actor("frontline"), refund(minor, { customer: { ref: "C-1029" }, order: { ref: "O-88", value: vnd(5_000_000) }, ...more }), { locale: "vi", now });
const documentOf = async (version: number) => parsePolicy(JSON.parse((await db.policyVersion.findUniqueOrThrow({ where: { version } })).document));
const emptyDraft = async () => (await createDraft(await company.actor("hr"), { ...company.policy, tests: [] }, { now })).version;

describe("a test case from a past decision", () => {
  test("joins the draft without the customer, expects what was recorded, and passes", async () => {
    const hr = await company.actor("hr2");
    const version = await emptyDraft();
    const granted = await decide(100_000);
    const escalated = await decide(900_000, { escalate: false });
    await addTestFromDecision(hr, granted.id, { version }, { now });
    const saved = await addTestFromDecision(hr, escalated.id, { version }, { now });
    expect(saved).toEqual({ version, revision: 3 });
    const document = await documentOf(version);
    expect(document.tests.map(({ name, expect: expected }) => [name, expected])).toEqual([
      [granted.number, { outcome: "granted", reason: "within_case_limit", rule: "REFUND-STORE" }],
      [escalated.number, { outcome: "escalated", reason: "over_case_limit", rule: "REFUND-STORE" }],
    ]);
    expect(JSON.stringify(document.tests)).not.toMatch(/C-1029|O-88/);
    expect(runPolicyTests(document, now).map(({ passed }) => passed)).toEqual([true, true]);
    expect(await db.policyRevision.count({ where: { version } })).toBe(3);
    expect(await db.policyEditor.findMany({ where: { version }, select: { personId: true } })).toContainEqual({ personId: hr.personId });
  });

  test("by choice, what the rules said counts, not that somebody asked", async () => {
    const version = await emptyDraft();
    const asked = await decide(50_000, { escalate: true });
    await addTestFromDecision(await company.actor("hr"), asked.id, { version }, { now });
    expect((await documentOf(version)).tests[0]?.expect).toMatchObject({ outcome: "granted" });
  });

  test("may expect another outcome: then it is red until the draft agrees, and stops submitting and publishing", async () => {
    const hr = await company.actor("hr");
    const version = await emptyDraft();
    const { id } = await decide(100_000);
    await addTestFromDecision(hr, id, { version, outcome: "escalated", name: "100 nghìn phải hỏi" }, { now });
    await expect(submitPolicy(hr, version, { note: "x" }, { now })).rejects.toMatchObject({ code: "tests_failed", errors: [{ path: "tests.0.expect", params: { name: "100 nghìn phải hỏi", expected: "escalated", actual: "granted" } }] });
    const document = await documentOf(version);
    const lower = { ...document, rules: document.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { perCase: 50_000 } } : rule)) };
    await saveDraft(hr, version, lower, "2", { now });
    await submitPolicy(hr, version, { note: "x" }, { now });
    await publishPolicy(await company.actor("leader"), version, { note: "x" }, { now });
  });

  test("may begin a draft of its own from the version in force", async () => {
    const { id } = await decide(100_000);
    const { version } = await addTestFromDecision(await company.actor("hr"), id, { version: null }, { now });
    expect(await db.policyVersion.findUniqueOrThrow({ where: { version } })).toMatchObject({ state: "draft", baseVersion: 1 });
    expect((await documentOf(version)).tests).toHaveLength(company.policy.tests.length + 1);
  });

  test("is HR's to make, from what they may read, once by each name, into drafts", async () => {
    const hr = await company.actor("hr");
    const version = await emptyDraft();
    const { id, number } = await decide(100_000);
    for (const key of ["frontline", "leader", "auditor"] as const) await expect(addTestFromDecision(await company.actor(key), id, { version }, { now })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addTestFromDecision(hr, "no-such", { version }, { now })).rejects.toMatchObject({ code: "not_found" });
    await expect(addTestFromDecision(hr, id, { version: 99 }, { now })).rejects.toMatchObject({ code: "not_found" });
    await expect(addTestFromDecision(hr, id, { version: 1 }, { now })).rejects.toMatchObject({ code: "state_changed" });
    await expect(addTestFromDecision(hr, id, { version, outcome: "perhaps" }, { now })).rejects.toMatchObject({ errors: [{ path: "outcome", code: "choose_one" }] });
    await addTestFromDecision(hr, id, { version }, { now });
    await expect(addTestFromDecision(hr, id, { version }, { now })).rejects.toMatchObject({ errors: [{ path: "name", code: "already_used" }] });
    expect((await documentOf(version)).tests.map(({ name }) => name)).toEqual([number]);
  });

  test("two at once both join", async () => {
    const hr = await company.actor("hr");
    const version = await emptyDraft();
    const decided = [await decide(10_000), await decide(20_000)];
    await Promise.all(decided.map(({ id }) => addTestFromDecision(hr, id, { version }, { now })));
    expect((await documentOf(version)).tests.map(({ name }) => name).sort()).toEqual(decided.map(({ number }) => number).sort());
  });
});

test("a test case is taken out of a draft at the revision it was seen at", async () => {
  const hr = await company.actor("hr");
  const { version } = await draftFromActive(hr, { now });
  const before = company.policy.tests.length;
  await expect(removePolicyTest(hr, version, { index: before, revision: "1" }, { now })).rejects.toMatchObject({ code: "not_found" });
  await expect(removePolicyTest(hr, version, { index: 0, revision: "7" }, { now })).rejects.toMatchObject({ code: "precondition_failed" });
  await expect(removePolicyTest(await company.actor("leader"), version, { index: 0, revision: "1" }, { now })).rejects.toMatchObject({ code: "forbidden" });
  await removePolicyTest(hr, version, { index: 0, revision: "1" }, { now });
  expect((await documentOf(version)).tests).toHaveLength(before - 1);
});
