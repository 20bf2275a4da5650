import { beforeEach, describe, expect, test } from "vitest";
import { jobs } from "#composition/jobs.server.ts";
import { acknowledgePolicy, answerResponse, createDraft, publishPolicy, remindReaders, respondPolicy, setCheckQuestion, submitPolicy } from "#modules/empowerment/public.server.ts";
import { responseRef } from "#modules/empowerment/publishing/response-ref.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import type { SmallCompanyKey } from "#db/seed/builders.ts";
import { freshCompany, MONDAY_TEN, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const now = MONDAY_TEN;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const QUESTION = {
  question: { vi: "Khách có hóa đơn, áo lỗi 400 nghìn. Bạn làm gì?", en: "A receipt, a faulty shirt for 400 thousand. What do you do?" },
  options: [{ vi: "Hoàn ngay", en: "Refund now" }, { vi: "Xin duyệt", en: "Ask" }, { vi: "Hẹn khách", en: "Put them off" }],
  correct: 0,
  explanation: { vi: "Dưới 500 nghìn bạn tự quyết.", en: "Below 500 thousand it is yours." },
};

async function published(question: object | null = null, effectiveFrom: Date | null = null, owner = "supervisor@demo.tam"): Promise<number> {
  const hr = await company.actor("hr");
  const rules = company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, owner } : rule));
  const { version } = await createDraft(hr, { ...company.policy, rules, tests: [] }, { now });
  if (question !== null) await setCheckQuestion(hr, version, question, { now });
  await submitPolicy(hr, version, { note: "Xin xem" }, { now });
  await publishPolicy(await company.actor("leader"), version, { note: "Đồng ý", effectiveFrom }, { now });
  return version;
}
const respond = async (key: SmallCompanyKey, version: number, input: Parameters<typeof respondPolicy>[2], at = later(1)) => respondPolicy(await company.actor(key), version, input, { now: at });
const rowOf = (version: number, key: SmallCompanyKey) => db.policyAcknowledgement.findUnique({ where: { version_personId: { version, personId: company.people[key].id } } });
const told = (kind: string) => db.notification.findMany({ where: { kind }, select: { personId: true, href: true }, orderBy: { personId: "asc" } });
const unclear = { response: "unclear", rule: "REFUND-STORE", words: "Đổi size có tính là lỗi không?" };

describe("answering a version", () => {
  test("understood is said once, and stays at its first time", async () => {
    const version = await published();
    expect(await respond("frontline", version, { response: "understood" })).toEqual({ version, response: "understood", at: later(1) });
    expect(await respond("frontline", version, { response: "understood" }, later(9))).toMatchObject({ at: later(1) });
    expect(await rowOf(version, "frontline")).toMatchObject({ response: "understood", at: later(1) });
    expect(await db.auditEvent.count({ where: { type: "policy.acknowledged" } })).toBe(1);
  });

  test.each(["unclear", "unreasonable"] as const)("what is %s needs words; the rule's owner is told, not by whom", async (response) => {
    const version = await published();
    await expect(respond("frontline", version, { response, words: "  " })).rejects.toMatchObject({ errors: [{ path: "words", code: "required" }] });
    await expect(respond("frontline", version, { response, words: "a".repeat(2001) })).rejects.toMatchObject({ errors: [{ path: "words", code: "too_long" }] });
    await expect(respond("frontline", version, { response, words: "x", rule: "NO-SUCH" })).rejects.toMatchObject({ errors: [{ path: "rule", code: "unknown_reference" }] });
    await respond("frontline", version, { ...unclear, response });
    expect(await rowOf(version, "frontline")).toMatchObject({ response, rule: "REFUND-STORE", words: unclear.words, answer: null });
    const notices = await db.notification.findMany({ where: { kind: `policy.${response}` } });
    expect(notices.map(({ personId, href }) => [personId, href])).toEqual([[company.people.supervisor.id, `/policies/${version}/readers`]]);
    expect(JSON.stringify(notices)).not.toContain(company.people.frontline.id);
    const event = await db.auditEvent.findFirstOrThrow({ where: { type: "policy.acknowledged" } });
    expect(JSON.parse(event.data)).toEqual({ version });
  });

  test("nothing else is an answer, and only published versions have one", async () => {
    const version = await published();
    await expect(respond("frontline", version, { response: "agreed" })).rejects.toMatchObject({ errors: [{ path: "response", code: "choose_one" }] });
    for (const key of ["admin", "auditor"] as const) await expect(respond(key, version, { response: "understood" })).rejects.toMatchObject({ code: "forbidden" });
    const draft = await createDraft(await company.actor("hr"), { ...company.policy, tests: [] }, { now });
    await expect(respond("frontline", draft.version, { response: "understood" })).rejects.toMatchObject({ code: "not_found" });
    expect(await db.policyAcknowledgement.count()).toBe(0);
  });

  test("one that is still to come is answered too", async () => {
    const version = await published(null, later(10_000));
    await respond("frontline", version, { response: "understood" });
    expect(await rowOf(version, "frontline")).not.toBeNull();
  });
});

describe("the owner's answer", () => {
  const answer = { answer: "Có: đổi size do lỗi may cũng tính." };

  test("is theirs alone, given once, told to the person, who may then say understood; what was raised stays", async () => {
    const version = await published();
    await respond("frontline", version, unclear);
    const ref = responseRef(version, company.people.frontline.id);
    await expect(answerResponse(await company.actor("hr"), version, ref, answer, { now: later(2) })).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerResponse(await company.actor("manager"), version, ref, answer, { now: later(2) })).rejects.toMatchObject({ code: "not_found" });
    const owner = await company.actor("supervisor");
    await expect(answerResponse(owner, version, "somebody", answer, { now: later(2) })).rejects.toMatchObject({ code: "not_found" });
    await expect(answerResponse(owner, version, ref, { answer: " " }, { now: later(2) })).rejects.toMatchObject({ errors: [{ path: "answer", code: "required" }] });
    await answerResponse(owner, version, ref, answer, { now: later(2) });
    await expect(answerResponse(owner, version, ref, answer, { now: later(3) })).rejects.toMatchObject({ code: "state_changed" });
    expect(await told("policy.answered")).toEqual([{ personId: company.people.frontline.id, href: `/policies/${version}/respond` }]);
    await respond("frontline", version, { response: "understood" }, later(5));
    expect(await rowOf(version, "frontline")).toMatchObject({ response: "understood", at: later(5), words: unclear.words, rule: "REFUND-STORE", ...answer });
    const event = await db.auditEvent.findFirstOrThrow({ where: { type: "policy.response-answered" } });
    expect(event.data).not.toContain(company.people.frontline.id);
  });

  test("is asked for again when the person raises something again", async () => {
    const version = await published();
    await respond("frontline", version, unclear);
    await answerResponse(await company.actor("supervisor"), version, responseRef(version, company.people.frontline.id), answer, { now: later(2) });
    await respond("frontline", version, { response: "unreasonable", words: "Vẫn chưa ổn" }, later(3));
    expect(await rowOf(version, "frontline")).toMatchObject({ response: "unreasonable", words: "Vẫn chưa ổn", rule: null, answer: null, answeredAt: null });
    expect(await told("policy.unreasonable")).toEqual([{ personId: company.people.hr.id, href: `/policies/${version}/readers` }]);
  });
});

describe("the check question", () => {
  test("asks before understood; a wrong answer is explained in the reader's language, stores nothing, and can be tried again", async () => {
    const version = await published(QUESTION);
    await expect(respond("frontline", version, { response: "understood" })).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "checkAnswer", code: "choose_one" }] });
    await expect(respond("frontline", version, { response: "understood", checkAnswer: 2 })).rejects.toMatchObject({ code: "check_not_yet", status: 422, params: { explanation: "Dưới 500 nghìn bạn tự quyết." } });
    await expect(acknowledgePolicy(await company.actor("frontline"), version, { now: later(1) })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await rowOf(version, "frontline")).toBeNull();
    await respond("frontline", version, { response: "understood", checkAnswer: 0 });
    expect(await rowOf(version, "frontline")).toMatchObject({ response: "understood", checkAnswer: 0 });
    await respond("frontline2", version, unclear);
    expect(await rowOf(version, "frontline2")).toMatchObject({ checkAnswer: null });
  });

  test("has two to four answers in both languages, one of them right; drafts only; HR's to set and to take away", async () => {
    const hr = await company.actor("hr");
    const { version } = await createDraft(hr, { ...company.policy, tests: [] }, { now });
    const set = (question: unknown) => setCheckQuestion(hr, version, question, { now });
    await expect(set({ ...QUESTION, correct: 3 })).rejects.toMatchObject({ errors: [{ path: "correct", code: "choose_one" }] });
    await expect(set({ ...QUESTION, options: QUESTION.options.slice(0, 1) })).rejects.toMatchObject({ errors: [{ path: "options", code: "too_few" }] });
    await expect(set({ ...QUESTION, options: [...QUESTION.options, ...QUESTION.options] })).rejects.toMatchObject({ errors: [{ path: "options", code: "too_many" }] });
    await expect(set({ ...QUESTION, question: { vi: "Câu hỏi", en: " " } })).rejects.toMatchObject({ errors: [{ path: "question.en", code: "required" }] });
    await expect(setCheckQuestion(await company.actor("leader"), version, QUESTION, { now })).rejects.toMatchObject({ code: "forbidden" });
    await set(QUESTION);
    expect(JSON.parse((await db.policyVersion.findUniqueOrThrow({ where: { version } })).checkQuestion ?? "")).toEqual(QUESTION);
    await set(null);
    expect((await db.policyVersion.findUniqueOrThrow({ where: { version } })).checkQuestion).toBeNull();
    await submitPolicy(hr, version, { note: "x" }, { now });
    await expect(set(QUESTION)).rejects.toMatchObject({ code: "state_changed" });
  });
});

describe("reminding", () => {
  test("reaches whoever it binds and has not answered, and nobody twice before they have read it", async () => {
    const version = await published();
    await respond("frontline", version, { response: "understood" });
    await respond("frontline2", version, unclear);
    const hr = await company.actor("hr");
    await expect(remindReaders(await company.actor("leader"), version, { now: later(2) })).rejects.toMatchObject({ code: "forbidden" });
    expect(await remindReaders(hr, version, { now: later(2) })).toBe(7);
    expect(await remindReaders(hr, version, { now: later(3) })).toBe(0);
    const reminded = (await told("policy.reminder")).map(({ personId }) => personId);
    expect(reminded).not.toContain(company.people.frontline.id);
    expect(reminded).not.toContain(company.people.hr.id);
    await expect(remindReaders(hr, 1, { now: later(2) })).rejects.toMatchObject({ code: "state_changed" });
    const draft = await createDraft(hr, { ...company.policy, tests: [] }, { now });
    await expect(remindReaders(hr, draft.version, { now })).rejects.toMatchObject({ code: "state_changed" });
  });

  test("happens once by itself, three business days after publishing, also of a version to come", async () => {
    registerJobs(jobs.filter(({ kind }) => kind === "policies.remind"));
    const version = await published(null, later(60 * 24 * 30));
    const round = (day: number) => runDueJobs(new Date(now.getTime() + day * 86_400_000));
    await round(0);
    const count = async (at: number) => (await round(at), (await told("policy.reminder")).filter(({ href }) => href === `/policies/${version}/respond`).length);
    expect([await count(1), await count(2), await count(2.9)]).toEqual([0, 0, 0]);
    expect(await count(4)).toBe(9);
    await db.auditEvent.findFirstOrThrow({ where: { type: "policy.reminded", subjectId: String(version), actorId: null } });
    expect([await count(5), await count(12)]).toEqual([9, 9]);
  });
});
