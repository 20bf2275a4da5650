import { beforeEach, describe, expect, test } from "vitest";
import { answerComment, commentPolicy, createDraft, endComments, inviteComments, policyVersion, publishPolicy, saveDraft, submitPolicy } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { SmallCompanyKey } from "#db/seed/builders.ts";
import { freshCompany, MONDAY_TEN, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const now = MONDAY_TEN;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
/** Two days after Monday ten, from midnight, in Hà Nội. */
const WEDNESDAY = new Date("2026-11-24T17:00:00Z");

function changed(rule: object, owner: string | null = "hr@demo.tam"): object {
  const rules = company.policy.rules.map((one) => (one.code === "REFUND-STORE" ? { ...one, ...(owner === null ? {} : { owner }), ...rule } : one));
  return { ...company.policy, rules, tests: [] };
}
async function draft(document: object = changed({ limit: { perCase: 300_000 } })): Promise<number> {
  return (await createDraft(await company.actor("hr"), document, { now })).version;
}
async function asked(days = 1, document?: object): Promise<number> {
  const version = await draft(document);
  await inviteComments(await company.actor("hr"), version, { days }, { now });
  return version;
}
const told = (kind: string) => db.notification.findMany({ where: { kind }, orderBy: { personId: "asc" }, select: { personId: true, href: true } });
const ids = (...keys: SmallCompanyKey[]) => keys.map((key) => company.people[key].id).sort();
const say = async (key: SmallCompanyKey, version: number, more: object = {}, at = later(1)) => commentPolicy(await company.actor(key), version, { text: "300 nghìn thì không đủ một đôi giày", rule: "REFUND-STORE", ...more }, { now: at });

describe("asking first", () => {
  test("those the draft binds are told once, with the day until which they may speak", async () => {
    const version = await draft();
    const invited = await inviteComments(await company.actor("hr"), version, { days: 1 }, { now });
    expect(invited).toEqual({ version, commentsUntil: WEDNESDAY, told: 9 });
    const deciders = ids("frontline", "frontline2", "frontline3", "supervisor", "supervisor2", "manager", "manager2", "leader", "leader2");
    expect((await told("policy.comments-invited")).map(({ personId }) => personId)).toEqual(deciders);
    await expect(inviteComments(await company.actor("hr"), version, { days: 3 }, { now: later(5) })).rejects.toMatchObject({ code: "comments_open", status: 409 });
  });

  test.each([0, 31, 1.5, Number.NaN])("for 1 to 30 days, not %d", async (days) => {
    const version = await draft();
    await expect(inviteComments(await company.actor("hr"), version, { days }, { now })).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "days", code: "integer_range" }] });
    expect((await db.policyVersion.findUniqueOrThrow({ where: { version } })).commentsUntil).toBeNull();
  });

  test("is HR's to do, and of drafts only", async () => {
    const version = await draft();
    for (const key of ["leader", "manager", "auditor", "admin"] as const) await expect(inviteComments(await company.actor(key), version, { days: 1 }, { now })).rejects.toMatchObject({ code: "forbidden" });
    await expect(inviteComments(await company.actor("hr"), 1, { days: 1 }, { now })).rejects.toMatchObject({ code: "state_changed" });
  });
});

describe("while it is open", () => {
  test("the draft is read by whom it binds, and by nobody else before, after or besides", async () => {
    const version = await draft();
    const reads = async (key: SmallCompanyKey, at: Date) => (await policyVersion(await company.actor(key), version, at)) !== null;
    expect(await reads("frontline", now)).toBe(false);
    await inviteComments(await company.actor("hr"), version, { days: 1 }, { now });
    expect([await reads("frontline", now), await reads("manager2", now), await reads("admin", now)]).toEqual([true, true, false]);
    expect(await reads("frontline", new Date(WEDNESDAY.getTime() - 1))).toBe(true);
    expect(await reads("frontline", WEDNESDAY)).toBe(false);
    expect([await reads("auditor", WEDNESDAY), await reads("hr2", WEDNESDAY)]).toEqual([true, true]);
  });

  test("a draft that binds one shop alone is the other shop's too as long as the version in force binds them", async () => {
    const version = await draft({ ...company.policy, tests: [], rules: company.policy.rules.filter(({ code }) => code === "REFUND-STORE").map((rule) => ({ ...rule, who: { sites: ["HN-01"] } })) });
    const { told: count } = await inviteComments(await company.actor("hr"), version, { days: 1 }, { now });
    expect(count).toBe(9);
  });

  test("anybody it binds says something of a rule or of the whole; its owner is told", async () => {
    const version = await asked();
    const { id, revision } = await say("frontline", version);
    expect(revision).toBe(1);
    expect(await db.policyComment.findUniqueOrThrow({ where: { id } })).toMatchObject({ version, rule: "REFUND-STORE", personId: company.people.frontline.id, outcome: null });
    expect(await told("policy.commented")).toEqual([{ personId: company.people.hr.id, href: `/policies/${version}/comments` }]);
    await say("leader", version, { rule: null });
    expect(await db.auditEvent.count({ where: { type: "policy.commented" } })).toBe(2);
  });

  test("nothing is said by who is not bound, of what is not there, or without words", async () => {
    const version = await asked();
    await expect(say("admin", version)).rejects.toMatchObject({ code: "forbidden" });
    await expect(say("auditor", version)).rejects.toMatchObject({ code: "forbidden" });
    await expect(say("frontline", version, { text: "  " })).rejects.toMatchObject({ errors: [{ path: "text", code: "required" }] });
    await expect(say("frontline", version, { text: "a".repeat(2001) })).rejects.toMatchObject({ errors: [{ path: "text", code: "too_long" }] });
    await expect(say("frontline", version, { rule: "NO-SUCH" })).rejects.toMatchObject({ errors: [{ path: "rule", code: "unknown_reference" }] });
    const closed = await draft();
    await expect(say("frontline", closed)).rejects.toMatchObject({ code: "not_found" });
    await expect(say("hr2", closed)).rejects.toMatchObject({ code: "comments_closed", status: 409 });
    await expect(say("frontline", version, {}, WEDNESDAY)).rejects.toMatchObject({ code: "comments_closed" });
    expect(await db.policyComment.count()).toBe(0);
  });

  test("a comment keeps the revision that was read, never one that was not saved yet", async () => {
    const version = await asked();
    await saveDraft(await company.actor("hr"), version, changed({ limit: { perCase: 350_000 } }), "1", { now: later(1) });
    expect((await say("frontline", version, { revision: 1 }, later(2))).revision).toBe(1);
    expect((await say("frontline", version, { revision: 99 }, later(2))).revision).toBe(2);
    expect((await say("frontline", version, {}, later(2))).revision).toBe(2);
  });
});

describe("an answer", () => {
  test("comes from the rule's owner alone, once, and whoever asked is told", async () => {
    const version = await asked(1, changed({ limit: { perCase: 300_000 } }, "supervisor@demo.tam"));
    const { id } = await say("frontline", version);
    const answer = { outcome: "kept", answer: "Trên 300 nghìn vẫn xin duyệt được trong 15 phút" };
    await expect(answerComment(await company.actor("hr"), id, answer, { now: later(2) })).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerComment(await company.actor("manager"), id, answer, { now: later(2) })).rejects.toMatchObject({ code: "not_found" });
    await expect(answerComment(await company.actor("frontline"), id, answer, { now: later(2) })).rejects.toMatchObject({ code: "forbidden" });
    const owner = await company.actor("supervisor");
    await expect(answerComment(owner, id, { outcome: "no", answer: "x" }, { now: later(2) })).rejects.toMatchObject({ errors: [{ path: "outcome" }] });
    await expect(answerComment(owner, id, { outcome: "kept", answer: " " }, { now: later(2) })).rejects.toMatchObject({ errors: [{ path: "answer", code: "required" }] });
    expect(await answerComment(owner, id, answer, { now: later(2) })).toEqual({ version });
    await expect(answerComment(owner, id, answer, { now: later(3) })).rejects.toMatchObject({ code: "state_changed" });
    expect(await told("policy.comment-answered")).toEqual([{ personId: company.people.frontline.id, href: `/policies/${version}/comments` }]);
    expect(await db.policyComment.findUniqueOrThrow({ where: { id } })).toMatchObject({ ...answer, answeredById: company.people.supervisor.id, answeredAt: later(2) });
  });

  test("comes from HR where a rule has no owner, or one who has left", async () => {
    const version = await asked(1, changed({ limit: { perCase: 300_000 } }, "auditor@demo.tam"));
    const { id } = await say("frontline", version);
    expect(await told("policy.commented")).toEqual([{ personId: company.people.hr.id, href: `/policies/${version}/comments` }]);
    await answerComment(await company.actor("hr2"), id, { outcome: "explained", answer: "Mức này theo ý kiến của cửa hàng" }, { now: later(2) });
    const whole = await say("frontline", version, { rule: null });
    await answerComment(await company.actor("hr"), whole.id, { outcome: "changed", answer: "Đã sửa" }, { now: later(2) });
  });
});

describe("handing it over", () => {
  test("waits for the end of the time and for every answer", async () => {
    const version = await asked();
    const hr = await company.actor("hr");
    const { id } = await say("frontline", version);
    await expect(submitPolicy(hr, version, { note: "Xin xem" }, { now: later(2) })).rejects.toMatchObject({ code: "comments_open", status: 409, params: { until: WEDNESDAY.toISOString() } });
    await expect(submitPolicy(hr, version, { note: "Xin xem" }, { now: WEDNESDAY })).rejects.toMatchObject({ code: "comments_unanswered", status: 409, params: { count: 1 } });
    await answerComment(hr, id, { outcome: "kept", answer: "Giữ" }, { now: WEDNESDAY });
    await submitPolicy(hr, version, { note: "Xin xem" }, { now: WEDNESDAY });
    expect(await publishPolicy(await company.actor("leader"), version, { note: "Đồng ý" }, { now: WEDNESDAY })).toMatchObject({ state: "in_force" });
  });

  test("may come early when HR says why; those who were asked hear it, and what was said is still answered", async () => {
    const version = await asked(30);
    const hr = await company.actor("hr");
    const { id } = await say("frontline", version);
    await expect(endComments(hr, version, { note: " " }, { now: later(3) })).rejects.toMatchObject({ errors: [{ path: "note", code: "required" }] });
    await expect(endComments(await company.actor("leader"), version, { note: "Gấp" }, { now: later(3) })).rejects.toMatchObject({ code: "forbidden" });
    await endComments(hr, version, { note: "Cần kịp dịp Tết" }, { now: later(3) });
    await expect(endComments(hr, version, { note: "Cần kịp dịp Tết" }, { now: later(4) })).rejects.toMatchObject({ code: "state_changed" });
    expect(await told("policy.comments-ended")).toHaveLength(9);
    await expect(say("frontline", version, {}, later(4))).rejects.toMatchObject({ code: "comments_closed" });
    await expect(submitPolicy(hr, version, {}, { now: later(4) })).rejects.toMatchObject({ code: "comments_unanswered" });
    await answerComment(hr, id, { outcome: "explained", answer: "Vì…" }, { now: later(4) });
    await submitPolicy(hr, version, {}, { now: later(5) });
  });
});
