import { beforeAll, describe, expect, it } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import type { CommitmentFields } from "#modules/reviews/schemas.ts";
import {
  agreeCommitments, answerMonth, closeCycle, confirmHours, decisionLog, explainMissed, exportReviews, hoursPage, leadingPage, linePage, logDecision, logHours, lookAgain, lookAgainJob, monthNodes, openCycle, publishCommitments, reviewList, reviewView, saveWhoWeAre, whoWeAre, withdrawHours, writeMonth,
} from "#modules/reviews/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Monday 23 November 2026, 10:00 in Hà Nội; and a day of the next quarter. */
const NOW = new Date("2026-11-23T03:00:00Z");
const AFTER = new Date("2027-01-04T03:00:00Z");
const hidden = async () => null;

let company: SmallCompany;
let cycle = "";
const by = (key: SmallCompanyKey, at = NOW) => askedBy(company.people[key], at);
const id = (key: SmallCompanyKey) => company.people[key].id;
const see = async (as: SmallCompanyKey, whose: SmallCompanyKey, at = NOW) => leadingPage(await actorOf(company.people[as]), id(whose), null, at, hidden);
const promised = (quantity: number): CommitmentFields[] => [
  { source: "customer_hours", quantity, libraryCode: "stand-at-counter", textVi: "Đứng quầy cùng cửa hàng", textEn: "Stand at the counter" },
  { source: "answers_in_time", quantity: 90, libraryCode: null, textVi: "Trả lời đúng hẹn", textEn: "Trả lời đúng hẹn" },
  { source: "decisions_logged", quantity: 1, libraryCode: null, textVi: "Ghi lại một quyết định", textEn: "Ghi lại một quyết định" },
];

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  company = await seedSmallCompany(NOW);
});

/** The supervisor themselves, those above, the office, their people, and everybody beside and across. */
const EVERY_RELATION = ["supervisor", "manager", "leader", "hr", "auditor", "frontline", "manager2", "supervisor2", "frontline3", "leader2", "admin"] as const;

describe("a cycle", () => {
  it("is opened by HR alone, with everybody to whom somebody reports, each once", async () => {
    await expect(openCycle("2026-11-02", await by("leader"))).rejects.toMatchObject({ code: "forbidden" });
    ({ id: cycle } = await openCycle("2026-11-02", await by("hr")));
    const rows = await db.leadParticipant.findMany({ where: { cycleId: cycle } });
    expect(rows.map(({ personId }) => personId).sort()).toEqual(["leader", "manager", "manager2", "supervisor", "supervisor2"].map((key) => id(key as SmallCompanyKey)).sort());
    await expect(openCycle("2026-12-31", await by("hr"))).rejects.toMatchObject({ code: "period_exists" });
    await expect(transaction((tx) => tx.update("LeadParticipant", { cycleId: cycle }, { managerId: null }))).rejects.toThrow(/frozen/);
  });

  it("takes commitments from those who take part, shows them to their people, and fixes them once the next level agreed", async () => {
    await publishCommitments(cycle, promised(2), await by("supervisor"));
    await publishCommitments(cycle, promised(1), await by("supervisor"));
    await expect(publishCommitments(cycle, promised(1), await by("hr"))).rejects.toMatchObject({ code: "not_found" });
    const below = await see("frontline", "supervisor");
    expect(below).toMatchObject({ relation: "below", ledger: null, words: null, sayDo: null });
    expect(below?.commitments.map(({ text, done }) => [text.en, done.state])).toEqual([["Stand at the counter", "none"], ["Trả lời đúng hẹn", "none"], ["Ghi lại một quyết định", "none"]]);
    await expect(agreeCommitments(cycle, id("supervisor"), await by("manager2"))).rejects.toMatchObject({ code: "not_found" });
    await agreeCommitments(cycle, id("supervisor"), await by("manager"));
    await expect(publishCommitments(cycle, promised(3), await by("supervisor"))).rejects.toMatchObject({ code: "commitments_agreed" });
    await expect(transaction((tx) => tx.update("LeadCommitment", { cycleId: cycle, personId: id("supervisor") }, { quantity: 9 }))).rejects.toThrow(/agreed/);
  });
});

describe("hours with customers", () => {
  it("are logged by who leads, and count once somebody of the place confirmed them", async () => {
    const wish = { site: "HN-02", day: "2026-11-20", minutes: 120, what: "serve" } as const;
    const { id: hours } = await logHours(wish, await by("supervisor"));
    expect((await see("supervisor", "supervisor"))?.ledger?.hours).toMatchObject({ confirmed: 0, waiting: 120 });
    await expect(confirmHours(hours, await by("supervisor"))).rejects.toMatchObject({ code: "not_found" });
    await expect(confirmHours(hours, await by("frontline"))).rejects.toMatchObject({ code: "not_found" });
    expect((await hoursPage(await actorOf(company.people.frontline3))).toConfirm.map(({ id: one }) => one)).toEqual([hours]);
    await confirmHours(hours, await by("frontline3"));
    await expect(confirmHours(hours, await by("manager2"))).rejects.toMatchObject({ code: "state_changed" });
    expect((await see("supervisor", "supervisor"))?.ledger?.hours).toMatchObject({ confirmed: 120, waiting: 0 });
    await expect(withdrawHours(hours, await by("supervisor"))).rejects.toMatchObject({ code: "state_changed" });
    const { id: wrong } = await logHours(wish, await by("supervisor"));
    await expect(withdrawHours(wrong, await by("manager2"))).rejects.toMatchObject({ code: "not_found" });
    await withdrawHours(wrong, await by("supervisor"));
    await expect(confirmHours(wrong, await by("frontline3"))).rejects.toMatchObject({ code: "not_found" });
    expect((await hoursPage(await actorOf(company.people.supervisor))).mine.map(({ id: one }) => one)).toEqual([hours]);
    await expect(logHours(wish, await by("hr"))).rejects.toMatchObject({ code: "leads_nobody" });
    await expect(logHours({ ...wish, day: "2026-12-01" }, await by("supervisor"))).rejects.toMatchObject({ errors: [{ path: "day", code: "not_in_future" }] });
  });
});

describe("a month", () => {
  it("is written by the leader and answered once by somebody above", async () => {
    await writeMonth({ month: "2026-11", words: "Tôi đã chậm hai lần", loyal: "Chưa, với khách chờ sửa áo" }, await by("supervisor"));
    await writeMonth({ month: "2026-11", words: "Tôi đã chậm ba lần", loyal: "Chưa, với khách chờ sửa áo" }, await by("supervisor"));
    await expect(answerMonth(id("supervisor"), { month: "2026-11", answer: "x" }, await by("hr"))).rejects.toMatchObject({ code: "not_found" });
    await answerMonth(id("supervisor"), { month: "2026-11", answer: "Ta cùng gỡ chỗ sửa áo" }, await by("leader"));
    await expect(answerMonth(id("supervisor"), { month: "2026-11", answer: "nữa" }, await by("manager"))).rejects.toMatchObject({ code: "state_changed" });
    for (const stranger of ["manager2", "supervisor2", "supervisor"] as const) await expect(answerMonth(id("supervisor"), { month: "2026-11", answer: "ké" }, await by(stranger)), stranger).rejects.toMatchObject({ code: "not_found" });
    await expect(writeMonth({ month: "2026-11", words: "khác", loyal: "khác" }, await by("supervisor"))).rejects.toMatchObject({ code: "not_found" });
    expect((await see("manager", "supervisor"))?.words).toMatchObject({ words: "Tôi đã chậm ba lần", answer: "Ta cùng gỡ chỗ sửa áo", answeredBy: "Vũ Hoàng Lâm" });
  });
});

describe("who sees whose review", () => {
  it("follows the line, HR and internal audit, and never crosses to another", async () => {
    const relations = await Promise.all(EVERY_RELATION.map(async (as) => [as, (await see(as, "supervisor"))?.relation ?? null]));
    expect(Object.fromEntries(relations)).toEqual({ supervisor: "self", manager: "above", leader: "above", hr: "office", auditor: "office", frontline: "below", manager2: null, supervisor2: null, frontline3: null, leader2: null, admin: null });
    const row = await db.leadMonth.findFirstOrThrow();
    const nodes = async (as: SmallCompanyKey) => (await monthNodes(await actorOf(company.people[as]), [row.id])).length;
    expect([await nodes("manager"), await nodes("frontline"), await nodes("leader2")]).toEqual([1, 0, 0]);
  });

  it("shows the next level its own reports who lead, by name, with their figures and a silent team", async () => {
    // What composition hands on: of the second team its own rate, of the first only that of a larger group.
    const turnouts = async () => ({ pulse: { id: "p", title: { vi: "Quý", en: "Quarter" } }, teams: [{ leaderId: id("manager"), own: false, percent: 20 }, { leaderId: id("manager2"), own: true, percent: 25 }] });
    const { rows, patterns, pulse } = await linePage(await actorOf(company.people.leader), null, NOW, turnouts);
    expect(rows.map(({ person, silent, answered }) => [person.name, silent, answered])).toEqual([["Hồ Ngọc Diệp", true, 25], ["Phạm Quốc Huy", true, null]]);
    expect([pulse?.told, patterns.silentTeams, patterns.quietTeams]).toEqual([1, 2, 1]);
    expect((await linePage(await actorOf(company.people.manager), null, NOW, hidden)).rows).toMatchObject([{ words: "answered", ledger: { hours: { confirmed: 120 } } }]);
  });
});

describe("the decision log", () => {
  it("keeps what was decided and given up, and asks after ninety days what happened", async () => {
    const fields = { title: "Nhận lại cả lô áo lỗi chỉ", words: "Thu hồi, không đợi khách tới", lens: "pain", serves: "Khách mua lô tháng mười", givenUp: "Doanh thu của một tuần" } as const;
    const { id: decision } = await logDecision(fields, { kind: "value", id: "care" }, await by("supervisor"));
    const job = await db.job.findFirstOrThrow({ where: { kind: lookAgainJob.kind } });
    expect(job.runAt.toISOString()).toBe("2027-02-20T17:00:00.000Z");
    if (!("apply" in lookAgainJob)) throw new Error("no job");
    const { apply } = lookAgainJob;
    await transaction((tx) => apply(tx, { jobId: job.id, runAt: job.runAt, now: job.runAt, payload: JSON.parse(job.payload) as unknown }));
    expect(await db.notification.count({ where: { kind: "leading.look-again", personId: id("supervisor") } })).toBe(1);
    await expect(lookAgain(decision, { verdict: "mixed", happened: "x" }, await by("manager"))).rejects.toMatchObject({ code: "not_found" });
    const look = await by("supervisor");
    await expect(lookAgain(decision, { verdict: "as_hoped", happened: "x" }, { ...look, now: new Date("2027-02-20T16:59:59Z") })).rejects.toMatchObject({ code: "look_again_later", params: { day: "2027-02-21" } });
    await lookAgain(decision, { verdict: "as_hoped", happened: "Ba khách quay lại mua" }, { ...look, now: job.runAt });
    expect((await decisionLog(await actorOf(company.people.frontline3), { limit: 10, cursor: null }, NOW))[0]).toMatchObject({ title: fields.title, verdict: "as_hoped", due: false });
    await expect(transaction((tx) => tx.update("LeadDecision", { id: decision }, { givenUp: "Không gì" }))).rejects.toThrow(/rewritten/);
    expect(await db.threadLink.count({ where: { fromKind: "leader_decision", fromId: decision } })).toBe(1);
  });
});

describe("closing", () => {
  it("keeps titles, teams and figures for ever, whatever changes afterwards", async () => {
    await expect(closeCycle(cycle, await by("hr"))).rejects.toMatchObject({ code: "period_running" });
    const missed = await db.leadCommitment.findFirstOrThrow({ where: { personId: id("supervisor"), position: 1 } });
    await explainMissed(missed.id, "Không có việc nào đến tay", await by("supervisor", AFTER));
    // Nobody promises once they know what they did.
    await expect(publishCommitments(cycle, promised(1), await by("supervisor2", AFTER))).rejects.toMatchObject({ code: "state_changed" });
    expect((await see("supervisor2", "supervisor2", new Date("2026-12-31T03:00:00Z")))?.may.publish).toBe(true);
    await closeCycle(cycle, await by("hr", AFTER));
    const [review] = (await reviewList(await actorOf(company.people.supervisor)));
    const read = async () => reviewView(await actorOf(company.people.manager), review?.id ?? "");
    const before = await read();
    expect(before).toMatchObject({ person: { name: "Trần Thị Thu Hà" }, manager: "Phạm Quốc Huy", teamSize: 2, sayDo: { part: 2, of: 2 }, titles: ["supervisor"] });
    expect(before?.commitments.map(({ done }) => done)).toEqual([{ state: "kept", value: 2 }, { state: "none", value: null }, { state: "kept", value: 1 }]);
    await transaction(async (tx) => {
      await tx.update("Person", { id: id("supervisor") }, { name: "Tên khác", departmentCode: "HRCX", managerId: id("manager2") });
      await tx.insert("CustomerHours", { id: "later", personId: id("supervisor"), siteCode: "HN-02", day: "2026-11-21", at: NOW, minutes: 600, what: "serve", loggedAt: NOW });
    });
    expect(await read()).toEqual(before);
    await expect(transaction((tx) => tx.update("LeadReview", { id: review?.id ?? "" }, { content: "{}" }))).rejects.toThrow(/closed review/);
    await expect(transaction((tx) => tx.remove("LeadCommitment", { cycleId: cycle }))).rejects.toThrow(/stays as it was|closed/);
    // The supervisor has moved: those above them now read it as those above them then do, nobody beside.
    const opens = await Promise.all(EVERY_RELATION.map(async (as) => [as, (await reviewView(await actorOf(company.people[as]), review?.id ?? "")) !== null]));
    expect(Object.fromEntries(opens)).toEqual({ supervisor: true, manager: true, leader: true, hr: true, auditor: true, frontline: false, manager2: true, supervisor2: false, frontline3: false, leader2: false, admin: false });
    expect((await reviewList(await actorOf(company.people.leader2)))).toEqual([]);
  });

  it("lets each take along what they may read and nobody's words", async () => {
    const lines = async (as: SmallCompanyKey) => {
      let file = "";
      for await (const piece of await exportReviews(await by(as, AFTER))) file += piece;
      return file.trim().split("\r\n").length - 1;
    };
    expect([await lines("hr"), await lines("auditor"), await lines("manager"), await lines("supervisor"), await lines("frontline"), await lines("supervisor2")]).toEqual([5, 5, 2, 1, 0, 1]);
    await expect(lines("admin")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("who we are", () => {
  it("is written by HR and leaders, version after version", async () => {
    const words = { vi: "Sửa đúng ngay từ đầu", en: "Mend it right the first time" };
    const fields = { base: 0, purpose: words, strengths: [words, words], customers: [words] };
    await expect(saveWhoWeAre(fields, await by("manager2"))).rejects.toMatchObject({ code: "forbidden" });
    await saveWhoWeAre(fields, await by("leader"));
    await expect(saveWhoWeAre(fields, await by("hr"))).rejects.toMatchObject({ code: "state_changed" });
    expect(await whoWeAre()).toMatchObject({ version: 1, by: "Vũ Hoàng Lâm", strengths: [words, words] });
  });
});
