import { beforeEach, describe, expect, test } from "vitest";
import {
  answerComment, commentPolicy, commentsView, createDraft, decisionAsTest, inviteComments, policyTestsView, publishPolicy, publishView, readersView, recordDecision, respondPolicy, respondView, saveDraft, submitPolicy,
} from "#modules/empowerment/public.server.ts";
import type { SmallCompanyKey } from "#db/seed/builders.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const now = MONDAY_TEN;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const withLimit = (perCase: number) => ({ ...company.policy, tests: [], rules: company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { ...rule.limit, perCase } } : rule)) });
const nameOf = (key: SmallCompanyKey) => company.people[key].name;

async function published(): Promise<number> {
  const hr = await company.actor("hr");
  const { version } = await createDraft(hr, withLimit(300_000), { now });
  await submitPolicy(hr, version, { note: "x" }, { now });
  await publishPolicy(await company.actor("leader"), version, { note: "x" }, { now });
  return version;
}

describe("answers by team", () => {
  const raise = { response: "unclear", rule: "REFUND-STORE", words: "Đổi size thì sao?" };

  test("counts for all within reach, names for the direct manager alone", async () => {
    const version = await published();
    await respondPolicy(await company.actor("frontline"), version, { response: "understood" }, { now: later(1) });
    await respondPolicy(await company.actor("frontline2"), version, raise, { now: later(1) });
    const seen = async (key: SmallCompanyKey) => (await readersView(await company.actor(key), version, later(2)))!;

    const own = await seen("supervisor");
    expect(own.teams).toEqual([
      {
        ...{ manager: nameOf("supervisor"), own: true, bound: 2, understood: 1, unclear: 1, unreasonable: 0, open: 0 },
        people: [
          { id: company.people.frontline.id, name: nameOf("frontline"), response: "understood", words: null },
          { id: company.people.frontline2.id, name: nameOf("frontline2"), response: "unclear", words: raise.words },
        ],
      },
    ]);
    const above = await seen("manager");
    expect(above.teams.map(({ manager, own: mine, people }) => [manager, mine, people?.map(({ name }) => name) ?? null])).toEqual([
      [nameOf("manager"), true, [nameOf("supervisor")]],
      [nameOf("supervisor"), false, null],
    ]);
    for (const key of ["hr", "auditor"] as const) {
      const all = await seen(key);
      expect(all.total).toEqual({ bound: 9, understood: 1, unclear: 1, unreasonable: 0, open: 7 });
      expect(all.teams.every(({ people }) => people === null)).toBe(true);
      expect(JSON.stringify(all)).not.toContain(nameOf("frontline2"));
      expect(JSON.stringify(all)).not.toContain(company.people.frontline2.id);
    }
    expect((await seen("supervisor2")).total.bound).toBe(1);
    expect(await readersView(await company.actor("frontline"), version, later(2))).toBeNull();
  });

  test("what was raised is shown without whose it is, to who answers it and who reads every team", async () => {
    const version = await published();
    await respondPolicy(await company.actor("frontline2"), version, raise, { now: later(1) });
    const raised = async (key: SmallCompanyKey) => (await readersView(await company.actor(key), version, later(2)))!.raised.map(({ words, mayAnswer }) => [words, mayAnswer]);
    expect(await raised("hr")).toEqual([[raise.words, true]]);
    expect(await raised("auditor")).toEqual([[raise.words, false]]);
    expect(await raised("manager2")).toEqual([]);
  });

  test("a draft has no readers", async () => {
    const { version } = await createDraft(await company.actor("hr"), withLimit(1), { now });
    expect(await readersView(await company.actor("hr"), version, now)).toBeNull();
  });
});

describe("what changes for me", () => {
  test("is shown against the version before, also when a later one stands", async () => {
    const first = await published();
    const hr = await company.actor("hr");
    const next = await createDraft(hr, withLimit(900_000), { now: later(5) });
    await submitPolicy(hr, next.version, { note: "x" }, { now: later(5) });
    await publishPolicy(await company.actor("leader"), next.version, { note: "x", effectiveFrom: later(60) }, { now: later(5) });
    const view = async (key: SmallCompanyKey, version: number) => (await respondView(await company.actor(key), version, later(90)))!;
    const limits = ({ changes }: Awaited<ReturnType<typeof view>>) => changes.rules.flatMap(({ fields }) => fields.map(({ before, after }) => [before, after]));
    const money = (minor: number) => ({ kind: "money", minor });
    expect(limits(await view("frontline", first))).toEqual([[money(500_000), money(300_000)]]);
    expect(limits(await view("frontline", next.version))).toEqual([[money(300_000), money(900_000)]]);
    expect([(await view("frontline", first)).state, (await view("frontline", next.version)).state]).toEqual(["retired", "in_force"]);
    expect((await view("manager", next.version)).changes).toEqual({ rules: [], budgets: [] });
    expect([(await view("auditor", first)).mayRespond, (await view("frontline", first)).mayRespond]).toEqual([false, true]);
  });
});

describe("the page on which a draft is talked about", () => {
  test("shows each comment's answer with what was changed since it was read, and who may know who said it", async () => {
    const hr = await company.actor("hr");
    const { version } = await createDraft(hr, withLimit(300_000), { now });
    await inviteComments(hr, version, { days: 3 }, { now });
    const { id } = await commentPolicy(await company.actor("frontline"), version, { text: "Thiếu", rule: "REFUND-STORE" }, { now: later(1) });
    await saveDraft(hr, version, withLimit(350_000), "1", { now: later(2) });
    await answerComment(hr, id, { outcome: "changed", answer: "Đã nâng" }, { now: later(3) });
    const seen = async (key: SmallCompanyKey, at = later(4)) => commentsView(await company.actor(key), version, at);

    const mine = (await seen("frontline"))!;
    expect(mine.comments).toMatchObject([
      {
        ...{ mine: true, author: nameOf("frontline"), outcome: "changed", answer: "Đã nâng", answeredBy: nameOf("hr"), mayAnswer: false },
        changes: [{ code: "REFUND-STORE", kind: "changed", fields: [{ field: "limit.perCase", before: { minor: 300_000 }, after: { minor: 350_000 } }] }],
      },
    ]);
    expect([mine.open, mine.may, mine.unanswered, mine.changes?.rules.map(({ code }) => code)]).toEqual([true, { invite: false, end: false, comment: true }, null, ["REFUND-STORE"]]);
    expect((await seen("frontline2"))!.comments.map(({ author }) => author)).toEqual([null]);
    expect((await seen("hr"))!).toMatchObject({ binds: 9, unanswered: 0, may: { invite: false, end: true, comment: true }, changes: null, comments: [{ author: nameOf("frontline") }] });
    expect(await seen("admin")).toBeNull();
  });

  test("stays open to who commented until the version is published, to nobody else it binds", async () => {
    const hr = await company.actor("hr");
    const { version } = await createDraft(hr, withLimit(300_000), { now });
    await inviteComments(hr, version, { days: 1 }, { now });
    await commentPolicy(await company.actor("frontline"), version, { text: "Thiếu" }, { now: later(1) });
    const after = later(60 * 24 * 5);
    const seen = async (key: SmallCompanyKey) => (await commentsView(await company.actor(key), version, after)) !== null;
    expect([await seen("frontline"), await seen("frontline2")]).toEqual([true, false]);
  });
});

describe("before it is published", () => {
  test("shows findings with their notes, who is told what, and the steps each may take", async () => {
    const hr = await company.actor("hr");
    const { version } = await createDraft(hr, withLimit(300_000), { now });
    const seen = async (key: SmallCompanyKey) => (await publishView(await company.actor(key), version, now, "vi"))!;
    const draft = await seen("hr");
    expect(draft.may).toEqual({ submit: true, publish: false, returnIt: false, note: true, ask: true });
    expect(draft.audiences.map(({ people, roles, changes }) => [people, roles, changes.rules.map(({ code }) => code)])).toEqual([
      [3, ["frontline"], ["REFUND-STORE"]],
      [6, ["leader", "manager", "supervisor"], []],
    ]);
    const warnings = draft.findings.filter(({ severity }) => severity === "warning");
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.every(({ noted }) => noted === null)).toBe(true);
    await submitPolicy(hr, version, { note: "Đã cân nhắc" }, { now });
    const review = await seen("leader");
    expect(review.findings.filter(({ severity }) => severity === "warning").map(({ noted }) => [noted?.note, noted?.by])).toEqual(warnings.map(() => ["Đã cân nhắc", nameOf("hr")]));
    expect([review.may, (await seen("hr")).may]).toEqual([
      { submit: false, publish: true, returnIt: true, note: true, ask: false },
      { submit: false, publish: false, returnIt: true, note: true, ask: false },
    ]);
    expect(await publishView(hr, 1, now, "vi")).toBeNull();
  });

  test("a test case names the first thing that differs", async () => {
    const hr = await company.actor("hr");
    const tests = [{ ...company.policy.tests[0], name: "Sai", expect: { outcome: "refused" } }, { ...company.policy.tests[0], name: "Đúng" }];
    const { version } = await createDraft(hr, { ...company.policy, tests }, { now });
    expect(await policyTestsView(hr, version, now)).toMatchObject({ failed: 1, mayEdit: true, tests: [{ name: "Sai", passed: false, field: "outcome", expected: "refused", actual: "granted" }, { name: "Đúng", passed: true }] });
    expect(await policyTestsView(await company.actor("frontline"), version, now)).toBeNull();
    const { id, number } = await recordDecision(await company.actor("frontline"), refund(100_000), { locale: "vi", now });
    expect(await decisionAsTest(hr, id)).toEqual({ id, number, outcome: "granted", drafts: [version] });
    expect(await decisionAsTest(hr, "no-such")).toBeNull();
  });
});
