import { beforeEach, describe, expect, it } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { eraseCustomer } from "#modules/customers/erase-customer.server.ts";
import { customerTimeline } from "#modules/customers/timeline.server.ts";
import { addFeedback } from "#modules/listening/add-feedback.server.ts";
import { answerFeedback, markRead } from "#modules/listening/answer-feedback.server.ts";
import { addWords, answerSurvey } from "#modules/listening/answer-survey.server.ts";
import { askAboutDecision, type AskedDecision } from "#modules/listening/ask-about-decision.server.ts";
import { customerFeedback } from "#modules/listening/customer-feedback.server.ts";
import { NO_RATINGS } from "#modules/listening/domain/scales.ts";
import { eraseFeedback } from "#modules/listening/erase-feedback.server.ts";
import { makePosterLink, revokePosterLink } from "#modules/listening/make-poster-link.server.ts";
import { feedbackItem, inboxView, readInboxFilter } from "#modules/listening/queries-inbox.server.ts";
import { posterOf, publicSurvey, surveyPage, surveyRows } from "#modules/listening/queries-surveys.server.ts";
import { saveSurvey } from "#modules/listening/save-survey.server.ts";
import type { FeedbackFields, SurveyFields } from "#modules/listening/schemas.ts";
import { setPause } from "#modules/listening/settings.server.ts";
import { threadNodes } from "#modules/listening/thread-nodes.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const days = (count: number) => later(count * 1440);
const EMPTY = { understood: null, csat: null, nps: null, said: null };
const COUNTER: SurveyFields = {
  ...{ code: "counter", nameVi: "Tại quầy", nameEn: "At the counter", departmentCode: "RETAIL", questions: ["understood", "csat", "nps"], asksWords: true },
  ...{ introVi: "Mời anh/chị góp ý", introEn: null, thanksVi: null, thanksEn: null, active: true },
};
let company: SmallCompany;

installMessages();

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
});

let addresses = 0;
/** Somebody of whom nothing is known, at an address of their own. */
const somebody = (at = now, locale: "vi" | "en" = "vi") => ({ address: `192.0.2.${(addresses += 1)}`, requestId: null, locale, now: at });

/** A poster at the counter of HN-01; answers its token. */
async function poster(fields: Partial<SurveyFields> = {}): Promise<{ token: string; linkId: string }> {
  const hr = await askedBy(company.people.hr, now);
  await saveSurvey({ ...COUNTER, ...fields }, hr, { isNew: true });
  const { id } = await makePosterLink("counter", "HN-01", hr);
  const view = await posterOf("counter", id);
  return { token: view?.path.replace("/s/", "") ?? "", linkId: id };
}

async function visitOf(token: string, at = now): Promise<string> {
  const page = await publicSurvey(token, { locale: "vi", now: at });
  if (page.state !== "open") throw new Error(page.state);
  return page.visit;
}

const decision = (more: Partial<AskedDecision> = {}): AskedDecision => {
  const { frontline, supervisor } = company.people;
  return { id: "01890000-0000-7000-8000-0000000000d1", number: "D-2026-000001", channel: "store", customerId: company.customers.gold.id, personId: frontline.id, managerId: supervisor.id, siteCode: "HN-01", departmentCode: "RETAIL", ...more };
};

describe("a touchpoint's survey", () => {
  it("is edited by HR alone, one per touchpoint, and stands in the trail", async () => {
    await poster();
    const hr = await askedBy(company.people.hr, later(1));
    await expect(saveSurvey(COUNTER, hr, { isNew: true })).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "code", code: "already_used" }] });
    await expect(saveSurvey({ ...COUNTER, departmentCode: "NONE" }, hr, { isNew: false })).rejects.toMatchObject({ errors: [{ path: "departmentCode", code: "unknown_department" }] });
    await expect(saveSurvey(COUNTER, await askedBy(company.people.manager, now), { isNew: false })).rejects.toMatchObject({ code: "forbidden" });
    await saveSurvey({ ...COUNTER, questions: ["csat"] }, hr, { isNew: false });
    expect((await surveyPage("counter"))?.fields.questions).toEqual(["csat"]);
    expect(await db.survey.count()).toBe(1);
    expect(await db.auditEvent.count({ where: { type: "survey.saved" } })).toBe(2);
  });

  it("shows its link on a poster and keeps only a hash and a cipher of it", async () => {
    const { token } = await poster();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await db.surveyLink.findMany())).not.toContain(token);
    expect(await surveyRows()).toMatchObject([{ touchpoint: { code: "counter" }, links: 1, answers: 0, lastAt: null, active: true }]);
  });

  it("asks in the reader's language, and in the other where words are missing", async () => {
    const { token } = await poster();
    expect(await publicSurvey(token, { locale: "en", now })).toMatchObject({ state: "open", kind: "poster", organisation: "Cửa hàng nhỏ", ask: { intro: "Mời anh/chị góp ý", questions: ["understood", "csat", "nps"] } });
  });
});

describe("an answer at the counter", () => {
  it("counts once per visit, and belongs to the shop and the department that hears it", async () => {
    const { token, linkId } = await poster();
    const visit = await visitOf(token);
    const answer = { ...EMPTY, understood: "yes" as const, csat: 5, nps: 9, said: "Bạn bán hàng rất nhẹ nhàng <b>" };
    expect(await answerSurvey({ token, visit, answer }, somebody(later(2), "vi"))).toEqual({ outcome: "kept", mayAdd: false });
    expect(await answerSurvey({ token, visit, answer: { ...answer, csat: 1 } }, somebody(later(3)))).toEqual({ outcome: "double", mayAdd: false });
    expect(await answerSurvey({ token, visit: await visitOf(token), answer: { ...EMPTY, nps: 3 } }, somebody(later(4)))).toMatchObject({ outcome: "kept" });
    const kept = await db.feedback.findMany({ orderBy: { receivedAt: "asc" } });
    expect(kept).toMatchObject([
      { source: "survey", linkId, touchpointCode: "counter", siteCode: "HN-01", departmentCode: "RETAIL", channel: "store", language: "vi", understood: "yes", csat: 5, csatPoints: 5, nps: 9, tone: "high", said: answer.said, customerId: null },
      { nps: 3, csat: null, csatPoints: null, tone: "low" },
    ]);
    expect(await surveyRows()).toMatchObject([{ answers: 2, lastAt: later(4).toISOString() }]);
    expect((await verifyChain()).ok).toBe(true);
  });

  it("twice at the same moment counts once", async () => {
    const { token } = await poster();
    const sent = { token, visit: await visitOf(token), answer: { ...EMPTY, csat: 4 } };
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => answerSurvey(sent, somebody())));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["double", "double", "double", "double", "double", "kept"]);
    expect(await db.feedback.count()).toBe(1);
  });

  it("keeps only what is asked", async () => {
    const { token } = await poster({ questions: ["csat"], asksWords: false });
    await answerSurvey({ token, visit: await visitOf(token), answer: { understood: "no", csat: 2, nps: 0, said: "x" } }, somebody());
    expect(await db.feedback.findFirstOrThrow()).toMatchObject({ understood: null, csat: 2, nps: null, said: null });
  });

  it("needs a visit that was made here, for this poster, not long ago", async () => {
    const { token } = await poster();
    const visit = await visitOf(token);
    const send = (sent: string, at = now) => answerSurvey({ token, visit: sent, answer: { ...EMPTY, csat: 4 } }, somebody(at));
    for (const forged of ["", "x", visit.slice(0, -1), visit.replace("~", "a~")]) await expect(send(forged)).rejects.toMatchObject({ code: "visit_over" });
    await expect(send(visit, later(13 * 60))).rejects.toMatchObject({ code: "visit_over" });
    expect(await db.feedback.count()).toBe(0);
  });

  it("is not taken once the poster was taken back, the survey stopped, or for a link nobody made", async () => {
    const { token, linkId } = await poster();
    const visit = await visitOf(token);
    const hr = await askedBy(company.people.hr, later(1));
    await saveSurvey({ ...COUNTER, active: false }, hr, { isNew: false });
    await expect(answerSurvey({ token, visit, answer: { ...EMPTY, csat: 4 } }, somebody())).rejects.toMatchObject({ code: "survey_over" });
    expect((await publicSurvey(token, { locale: "vi", now })).state).toBe("over");
    await saveSurvey(COUNTER, hr, { isNew: false });
    await revokePosterLink(linkId, hr);
    await expect(revokePosterLink(linkId, hr)).rejects.toMatchObject({ code: "state_changed" });
    await expect(answerSurvey({ token, visit, answer: { ...EMPTY, csat: 4 } }, somebody())).rejects.toMatchObject({ code: "survey_over" });
    expect((await publicSurvey(token, { locale: "vi", now })).state).toBe("over");
    expect((await publicSurvey("a".repeat(43), { locale: "vi", now })).state).toBe("unknown");
    await expect(answerSurvey({ token: "a".repeat(43), visit, answer: EMPTY }, somebody())).rejects.toMatchObject({ code: "not_found" });
  });

  it("comes from one address so often and no more", async () => {
    const { token } = await poster();
    const one = { ...somebody(), address: "198.51.100.7" };
    let refused = 0;
    for (let sent = 0; sent < 70; sent += 1) {
      await answerSurvey({ token, visit: await visitOf(token), answer: { ...EMPTY, csat: 4 } }, one).catch((error: { code?: string }) => {
        expect(error.code).toBe("rate_limited");
        refused += 1;
      });
    }
    expect(refused).toBe(10);
  });
});

describe("the question about a case", () => {
  const ask = async (more: Partial<AskedDecision> = {}, at = now) => askAboutDecision(decision(more), await askedBy(company.people.frontline, at));

  it("works once, says who is concerned, and takes words a moment later", async () => {
    const { token } = await ask();
    expect(await publicSurvey(token, { locale: "vi", now })).toMatchObject({ state: "open", kind: "case", ask: { questions: ["understood"] } });
    expect(await answerSurvey({ token, visit: "", answer: { ...EMPTY, understood: "no", nps: 10 } }, somebody(later(5), "en"))).toEqual({ outcome: "kept", mayAdd: true });
    expect(await answerSurvey({ token, visit: "", answer: { ...EMPTY, understood: "yes" } }, somebody(later(6)))).toEqual({ outcome: "double", mayAdd: false });
    expect(await addWords({ token, visit: "", said: "I had to explain it twice" }, somebody(later(7)))).toBe(true);
    expect(await addWords({ token, visit: "", said: "again" }, somebody(later(8)))).toBe(false);
    const kept = await db.feedback.findFirstOrThrow();
    expect(kept).toMatchObject({ understood: "no", nps: null, tone: "low", said: "I had to explain it twice", language: "en", customerId: company.customers.gold.id, decisionNumber: "D-2026-000001", personId: company.people.frontline.id });
    expect((await db.threadLink.findMany({ where: { fromId: kept.id } })).map(({ relation, toKind }) => `${relation} ${toKind}`).sort()).toEqual(["about customer", "about decision"]);
    expect((await db.notification.findMany()).map(({ personId, kind }) => [personId, kind]).sort()).toEqual([[company.people.frontline.id, "feedback.received"], [company.people.supervisor.id, "feedback.low"]].sort());
    expect((await publicSurvey(token, { locale: "vi", now: later(9) })).state).toBe("used");
    await expect(ask({}, later(10))).rejects.toMatchObject({ code: "already_answered" });
    expect((await verifyChain()).ok).toBe(true);
  });

  it("is over after two weeks, and words after an hour", async () => {
    const { token } = await ask();
    await expect(answerSurvey({ token, visit: "", answer: { ...EMPTY, understood: "yes" } }, somebody(days(14)))).rejects.toMatchObject({ code: "survey_over" });
    await answerSurvey({ token, visit: "", answer: { ...EMPTY, understood: "yes" } }, somebody(days(13)));
    expect(await addWords({ token, visit: "", said: "late" }, somebody(later(13 * 1440 + 61)))).toBe(false);
  });

  it("replaces an earlier one of the same case that nobody answered", async () => {
    const first = await ask();
    const second = await ask({}, later(5));
    expect((await publicSurvey(first.token, { locale: "vi", now: later(6) })).state).toBe("over");
    expect((await publicSurvey(second.token, { locale: "vi", now: later(6) })).state).toBe("open");
  });

  it("leaves a customer in peace for thirty days, or as many as HR says; a walk-in is nobody to remember", async () => {
    const other = { id: "01890000-0000-7000-8000-0000000000d2", number: "D-2026-000002" };
    await ask();
    await expect(ask(other, days(29))).rejects.toMatchObject({ code: "asked_recently", status: 409, params: { until: days(30).toISOString() } });
    await ask({ ...other, customerId: null }, days(29));
    await ask({ ...other, id: "01890000-0000-7000-8000-0000000000d3" }, days(30));
    const hr = await askedBy(company.people.hr, now);
    await setPause("0", hr);
    await ask({ ...other, id: "01890000-0000-7000-8000-0000000000d4" }, days(31));
    await expect(setPause("366", hr)).rejects.toMatchObject({ errors: [{ path: "days", code: "integer_range" }] });
    await expect(setPause("10", await askedBy(company.people.leader, now))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is asked by whoever may follow the decision up", async () => {
    await expect(askAboutDecision(decision(), await askedBy(company.people.frontline3, now))).rejects.toMatchObject({ code: "not_found" });
    await expect(askAboutDecision(decision(), await askedBy(company.people.hr, now))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what a colleague types in or a system sends", () => {
  const FIELDS: FeedbackFields = {
    ...{ source: null, sourceId: null, receivedAt: null, channel: "hotline", touchpoint: null, customerRef: "C-1001", language: "vi" },
    ...{ ratings: NO_RATINGS, hasRating: false, text: "Giao trễ hai hôm", felt: "mệt vì phải chờ", unsaid: "sợ lỡ đám cưới" },
  };

  it("is kept once per source and number", async () => {
    const asked = { ...(await askedBy(company.people.frontline, now)), source: "api" as const };
    const first = await addFeedback({ ...FIELDS, source: "zalo", sourceId: "9" }, asked);
    expect(await addFeedback({ ...FIELDS, source: "zalo", sourceId: "9", text: "khác" }, asked)).toEqual({ id: first.id, added: false });
    expect((await addFeedback({ ...FIELDS, source: "mail", sourceId: "9" }, asked)).added).toBe(true);
    expect(await db.feedback.findMany({ select: { source: true, said: true } })).toEqual(expect.arrayContaining([{ source: "zalo", said: "Giao trễ hai hôm" }]));
  });

  it("names a touchpoint and a customer that there are, no time to come, and no source that is our own", async () => {
    const asked = await askedBy(company.people.frontline, now);
    await expect(addFeedback({ ...FIELDS, touchpoint: "nowhere" }, asked)).rejects.toMatchObject({ errors: [{ path: "touchpoint", code: "unknown_touchpoint" }] });
    await expect(addFeedback({ ...FIELDS, customerRef: "C-0" }, asked)).rejects.toMatchObject({ errors: [{ path: "customerRef", code: "unknown_customer" }] });
    await expect(addFeedback({ ...FIELDS, receivedAt: later(1) }, asked)).rejects.toMatchObject({ errors: [{ path: "receivedAt", code: "not_in_future" }] });
    await expect(addFeedback({ ...FIELDS, source: "survey" }, asked)).rejects.toMatchObject({ errors: [{ path: "source", code: "source_reserved" }] });
    for (const key of ["admin", "auditor"] as const) await expect(addFeedback(FIELDS, await askedBy(company.people[key], now))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("stands in the customer's story, and its words go with the customer's details", async () => {
    await transaction((tx) => tx.insert("CustomerNote", { id: "n", customerId: company.customers.standard.id, byId: company.people.frontline2.id, text: "x", at: now }));
    const { id } = await addFeedback(FIELDS, await askedBy(company.people.frontline, now));
    const [entry] = await customerTimeline(company.customers.standard.id, [customerFeedback], 1);
    expect(entry).toMatchObject({ kind: "feedback", contact: true, words: { params: { text: "Giao trễ hai hôm" } }, href: `/listening/${id}` });
    await answerFeedback(id, "Đã xin lỗi chị Cúc", await askedBy(company.people.supervisor, later(1)));
    await eraseCustomer("C-1001", await askedBy(company.people.hr, later(2)), [eraseFeedback]);
    expect(JSON.stringify([await db.feedback.findMany(), await db.auditPersonalValue.findMany()])).not.toMatch(/Giao trễ|đám cưới|Cúc|mệt/);
    expect((await verifyChain()).ok).toBe(true);
  });
});

describe("who reads what", () => {
  async function filled(): Promise<Record<"case" | "home" | "other" | "typed", string>> {
    const { token } = await askAboutDecision(decision(), await askedBy(company.people.frontline, now));
    await answerSurvey({ token, visit: "", answer: { ...EMPTY, understood: "yes" } }, somebody(later(1)));
    const { token: home } = await poster();
    await answerSurvey({ token: home, visit: await visitOf(home), answer: { ...EMPTY, csat: 2, said: "Chờ lâu" } }, somebody(later(2)));
    const hr = await askedBy(company.people.hr, now);
    const { id } = await makePosterLink("counter", "HN-02", hr);
    const other = (await posterOf("counter", id))?.path.replace("/s/", "") ?? "";
    await answerSurvey({ token: other, visit: await visitOf(other), answer: { ...EMPTY, nps: 10 } }, somebody(later(3)));
    const rows = await db.feedback.findMany({ orderBy: { receivedAt: "asc" } });
    const typed = await addFeedback(
      { source: null, sourceId: null, receivedAt: later(4), channel: null, touchpoint: null, customerRef: null, language: null, ratings: NO_RATINGS, hasRating: false, text: "Khen", felt: null, unsaid: null },
      await askedBy(company.people.frontline3, later(4)),
    );
    return { case: rows[0]?.id ?? "", home: rows[1]?.id ?? "", other: rows[2]?.id ?? "", typed: typed.id };
  }

  it("follows from role, place, own decisions and customers met", async () => {
    const ids = await filled();
    const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
    const seen = async (key: keyof SmallCompany["people"]) => {
      const { rows } = await inboxView(await actorOf(company.people[key]), readInboxFilter(new URLSearchParams()), null);
      return rows.map(({ id }) => names[id]).sort();
    };
    for (const key of ["hr", "leader", "auditor"] as const) expect(await seen(key), key).toEqual(["case", "home", "other", "typed"]);
    expect(await seen("frontline")).toEqual(["case"]);
    expect(await seen("frontline2")).toEqual([]);
    expect(await seen("frontline3")).toEqual(["typed"]);
    expect(await seen("supervisor")).toEqual(["case", "home"]);
    expect(await seen("manager2")).toEqual(["other", "typed"]);
    expect(await feedbackItem(await actorOf(company.people.frontline2), ids.case)).toBe(null);
    await transaction((tx) => tx.insert("CustomerNote", { id: "n", customerId: company.customers.gold.id, byId: company.people.frontline2.id, text: "x", at: now }));
    expect(await feedbackItem(await actorOf(company.people.frontline2), ids.case)).toMatchObject({ customer: { ref: "C-1029", name: "M. V. Lộc" }, decision: { number: "D-2026-000001" } });
    const nodes = await threadNodes(await actorOf(company.people.manager), Object.values(ids));
    expect(nodes.map(({ id, quote }) => [names[id], quote])).toEqual(expect.arrayContaining([["case", null], ["home", "Chờ lâu"]]));
    expect(nodes).toHaveLength(2);
  });

  it("is narrowed by touchpoint, rating, place and what is unread; figures have their n and their months", async () => {
    const ids = await filled();
    const hr = await actorOf(company.people.hr);
    const ask = (query: string) => inboxView(hr, readInboxFilter(new URLSearchParams(query)), null);
    expect((await ask("tone=low")).rows.map(({ id }) => id)).toEqual([ids.home]);
    expect((await ask("state=words")).rows.map(({ said }) => said)).toEqual(["Khen", "Chờ lâu"]);
    expect((await ask("touchpoint=counter&site=HN-02")).rows.map(({ id }) => id)).toEqual([ids.other]);
    await markRead(ids.home, await askedBy(company.people.manager, later(9)));
    await markRead(ids.home, await askedBy(company.people.hr, later(10)));
    const unread = await ask("state=unread");
    expect([unread.rows.length, unread.unread]).toEqual([3, 3]);
    await expect(markRead(ids.other, await askedBy(company.people.manager, now))).rejects.toMatchObject({ code: "not_found" });
    await expect(markRead(ids.home, await askedBy(company.people.auditor, now))).rejects.toMatchObject({ code: "forbidden" });
    const { figures } = await ask("months=12");
    expect(figures).toMatchObject({ understood: { hits: 1, n: 1 }, csat: { hits: 0, n: 1 }, nps: { score: 100, n: 1 } });
  });

  it("is answered once, with words", async () => {
    const ids = await filled();
    const manager = await askedBy(company.people.manager, later(20));
    await answerFeedback(ids.home, "Đã thêm một quầy giờ trưa", manager);
    await expect(answerFeedback(ids.home, "nữa", manager)).rejects.toMatchObject({ code: "state_changed" });
    expect(await feedbackItem(await actorOf(company.people.hr), ids.home)).toMatchObject({ read: true, answered: true, answer: { text: "Đã thêm một quầy giờ trưa", by: "Phạm Quốc Huy" }, readBy: { name: "Phạm Quốc Huy" } });
  });
});
