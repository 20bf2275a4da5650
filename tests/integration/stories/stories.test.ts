import { beforeAll, describe, expect, it } from "vitest";
import type { SeededPerson, SmallCompany, SmallCompanyKey } from "#db/seed/builders.ts";
import { installMessages } from "#composition/messages.server.ts";
import { visibleThread } from "#composition/thread.server.ts";
import { reportedAbout } from "#composition/improvements.server.ts";
import { storyBegins, tellFrom } from "#composition/stories.server.ts";
import { translator } from "#i18n/translator.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { recordDecision } from "#modules/empowerment/public.server.ts";
import { reportImprovement } from "#modules/improvements/public.server.ts";
import { answerStory, markReading } from "#modules/stories/answer-story.server.ts";
import { mayRead } from "#modules/stories/domain/visibility.ts";
import { askTeller, hideStory, maskStory, showStory } from "#modules/stories/edit-as-editor.server.ts";
import { editStory, withdrawStory } from "#modules/stories/edit-story.server.ts";
import { recordedStoriesOf } from "#modules/stories/erase-words.server.ts";
import { exportStories } from "#modules/stories/export-stories.server.ts";
import { readerOf } from "#modules/stories/readable.server.ts";
import { reportStory, settleStoryReport } from "#modules/stories/report-story.server.ts";
import { storyForScenario } from "#modules/stories/story-for-scenario.server.ts";
import { storyList, storyReports, storyView } from "#modules/stories/stories.server.ts";
import { tellStory } from "#modules/stories/tell-story.server.ts";
import { threadNodes } from "#modules/stories/thread-nodes.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy, askedByOperator } from "#tests/support/asked.ts";
import { refund } from "../empowerment/company.ts";
import { fields, later, now, storyCompany, tell } from "./company.ts";

installMessages();
let people: SmallCompany["people"];
const reading = { t: translator("vi"), locale: "vi" as const };
const telling = { ...reading, at: now };
const all = { limit: 100, cursor: null };

beforeAll(async () => {
  ({ people } = await storyCompany());
});

const view = async (person: SeededPerson, id: string) => storyView(await actorOf(person), id);
const asks = (person: SeededPerson, at = now) => askedBy(person, at);
const told = (personId: string, kind: string) => db.notification.count({ where: { personId, kind } });
const csv = async (asked: Parameters<typeof exportStories>[0]) => {
  let text = "";
  for await (const piece of await exportStories(asked)) text += piece;
  return text;
};

describe("telling", () => {
  it("names each place where somebody could be recognised and posts nothing until it is masked or a reason stands there", async () => {
    const risky = { happened: "Chị Hoa gọi từ 0912 345 678 hỏi đơn O-1204.", did: "Em Vy tra đơn rồi gọi lại." };
    const before = await db.story.count();
    await expect(tell(people.frontline, risky)).rejects.toMatchObject({
      code: "invalid_input",
      errors: [
        { path: "happened", code: "mask_found", params: { kind: "name", said: "Hoa", instead: "H." } },
        { path: "happened", params: { kind: "phone", instead: "09xx…" } },
        { path: "happened", params: { kind: "order" } },
        { path: "did", params: { said: "Vy" } },
      ],
    });
    expect(await db.story.count()).toBe(before);
    const id = await tell(people.frontline, { ...risky, keptReason: "Chị đồng ý cho kể" });
    expect(await view(people.frontline, id)).toMatchObject({ keptReason: "Chị đồng ý cho kể", draft: false });
    expect((await view(people.frontline2, id))?.keptReason).toBeNull();
  });

  it("lets the names of colleagues who agreed stand, and keeps no reason that was not needed", async () => {
    const id = await tell(people.frontline, { did: "Thảo Vy ra ngồi cùng cô.", consent: true, keptReason: "không cần" });
    expect((await view(people.frontline, id))?.keptReason).toBeNull();
  });

  it("refuses a value out of use and what one may not tell from; a draft is its teller's alone and is posted later", async () => {
    await expect(tell(people.frontline, { value: "GONE" })).rejects.toMatchObject({ errors: [{ path: "value", code: "not_in_list" }] });
    await expect(tellStory(fields({ source: { kind: "decision", id: "x" } }), await asks(people.frontline), { known: false, customers: [] }, { draft: false })).rejects.toMatchObject({ errors: [{ path: "source", code: "unknown_reference" }] });
    const id = await tell(people.frontline, { happened: "Nháp với chị Hoa" }, { draft: true });
    for (const other of [people.frontline2, people.hr, people.auditor]) expect(await view(other, id)).toBeNull();
    await expect(editStory(id, fields({ happened: "Nháp với chị Hoa" }), await asks(people.frontline), [], { draft: false })).rejects.toMatchObject({ errors: [{ code: "mask_found" }] });
    await editStory(id, fields({ happened: "Nháp với một chị khách" }), await asks(people.frontline, later(5)), [], { draft: false });
    expect(await view(people.frontline3, id)).toMatchObject({ draft: false });
  });

  it("from a decision begins with masked facts, finds the customer's own name, and stands in the thread", async () => {
    const decision = await recordDecision(await actorOf(people.frontline), refund(120_000, { customer: { ref: "C-1029" }, note: "Áo bung chỉ, chị Ngân gọi 0912345678" }), { locale: "vi" });
    const actor = await actorOf(people.frontline);
    const { begins, source } = await storyBegins(actor, new URLSearchParams({ decision: decision.id }), reading);
    expect(source).toEqual({ kind: "decision", id: decision.id });
    expect(begins["happened"]).toContain("chị N. gọi 09xx…");
    expect(begins["did"]).toContain("Hoàn tiền");
    expect((await storyBegins(await actorOf(people.frontline3), new URLSearchParams({ decision: decision.id }), reading)).source).toBeNull();
    await transaction((tx) => tx.update("Customer", { ref: "C-1029" }, { name: "Lưu Ngọc Mai" }));
    await expect(tellFrom(actor, fields({ title: "Ngọc Mai và chiếc áo", source }), { draft: false, source: "screen" }, reading, null)).rejects.toMatchObject({ errors: [{ path: "title", code: "mask_found" }] });
    const { id } = await tellFrom(actor, fields({ source }), { draft: false, source: "screen" }, reading, null);
    expect(await visibleThread(actor, "story", id, telling)).toEqual(expect.arrayContaining([
      expect.objectContaining({ relation: "tells_of", other: { kind: "decision", id: decision.id } }),
      expect.objectContaining({ relation: "about", other: { kind: "value", id: "LISTEN" } }),
    ]));
    expect((await threadNodes(await actorOf(people.frontline2), [id])).map(({ title }) => title)).toEqual(["Chiếc áo của mẹ"]);
  });

  it("can become an improvement, linked to it", async () => {
    const id = await tell(people.frontline);
    const actor = await actorOf(people.frontline2);
    const about = await reportedAbout(actor, { decision: null, rule: null, feedback: null }, `story:${id}`);
    const report = { kind: "idea", what: "Không hỏi lý do trước", cost: "Khách phải kể lại", often: "weekly", procedure: null, rule: null, decision: null, feedback: null, touchpoint: null, department: null } as const;
    const made = await reportImprovement(report, about, await asks(people.frontline2));
    expect(await visibleThread(actor, "story", id, telling)).toEqual(expect.arrayContaining([expect.objectContaining({ relation: "caused_by", other: { kind: "improvement", id: made.id } })]));
    expect((await reportedAbout(actor, { decision: null, rule: null, feedback: null }, "story:nothing")).learntFrom).toBeNull();
  });
});

const KEYS = ["frontline", "frontline2", "frontline3", "supervisor", "supervisor2", "manager", "hr", "leader", "auditor", "admin"] as const satisfies readonly SmallCompanyKey[];

describe("who reads what", () => {
  it("is one rule in the query, on the page and in the thread", async () => {
    const ids = [await tell(people.frontline), await tell(people.frontline, { visibility: "team" }), await tell(people.supervisor, { visibility: "team" }), await tell(people.frontline, {}, { draft: true })];
    const hidden = await tell(people.frontline);
    await hideStory(hidden, "Cần hỏi lại", await asks(people.hr));
    const gone = await tell(people.frontline);
    await withdrawStory(gone, await asks(people.frontline));
    for (const id of [...ids, hidden, gone]) {
      const row = await db.story.findUniqueOrThrow({ where: { id } });
      const seen = { tellerId: row.tellerId, managerId: row.managerId, visibility: row.visibility, posted: row.postedAt !== null, hidden: row.hiddenAt !== null, withdrawn: row.withdrawnAt !== null };
      for (const key of KEYS) {
        const actor = await actorOf(people[key]);
        const expected = key !== "admin" && mayRead(readerOf(actor), seen);
        expect([key, id, (await storyView(actor, id)) !== null]).toEqual([key, id, expected]);
        expect((await threadNodes(actor, [id])).length > 0).toBe(expected);
        expect((await storyList(actor, {}, all)).some((card) => card.id === id)).toBe(expected && seen.posted);
      }
    }
  });

  it("search works with and without marks, in every part, and lists narrow by value, touchpoint and what was saved", async () => {
    const id = await tell(people.frontline2, { title: "Đôi giày trẻ con", touchpoint: "Giao hàng", unsaid: "Bé sắp đi học lớp một" });
    const actor = await actorOf(people.frontline3);
    const found = async (filter: Parameters<typeof storyList>[1]) => (await storyList(actor, filter, all)).map((card) => card.id);
    for (const search of ["doi giay", "Đôi giày", "lop mot hoc"]) expect(await found({ search })).toEqual([id]);
    expect(await found({ touchpoint: "Giao hàng" })).toEqual([id]);
    expect(await found({ value: "NONE" })).toEqual([]);
    await markReading(id, "save", await asks(people.frontline3));
    expect(await found({ feed: "saved" })).toEqual([id]);
    await markReading(id, "unsave", await asks(people.frontline3));
    expect(await found({ feed: "saved" })).toEqual([]);
  });
});

describe("answering", () => {
  it("others' answers open after one's own or after choosing to just read; once a person, the teller is told once", async () => {
    const id = await tell(people.frontline);
    await answerStory(id, "Mình sẽ mời cô uống trà.", await asks(people.frontline2));
    await answerStory(id, "Mình sẽ mời cô uống trà trước.", await asks(people.frontline2));
    expect(await told(people.frontline.id, "story.answered")).toBe(1);
    expect((await view(people.frontline3, id))?.answers).toBeNull();
    expect((await view(people.frontline, id))?.answers).toMatchObject([{ text: "Mình sẽ mời cô uống trà trước.", person: { name: "Lê Thảo Vy" } }]);
    expect((await view(people.auditor, id))?.answers).toHaveLength(1);
    await markReading(id, "just-read", await asks(people.frontline3));
    expect((await view(people.frontline3, id))?.answers).toHaveLength(1);
    await answerStory(id, "Mình gọi quản lý.", await asks(people.supervisor2));
    expect((await view(people.supervisor2, id))?.answers).toHaveLength(2);
    await expect(answerStory(id, "x", await asks(people.frontline))).rejects.toMatchObject({ code: "own_story" });
    await expect(answerStory(id, "x", await asks(people.auditor))).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerStory(await tell(people.frontline, { visibility: "team" }), "x", await asks(people.frontline3))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("editors", () => {
  it("mask what is left, ask, hide with a reason and show again, and never touch other words", async () => {
    const id = await tell(people.frontline, { happened: "Chị Hoa chờ 40 phút.", keptReason: "chị ấy biết" });
    await expect(maskStory(id, await asks(people.supervisor), [])).rejects.toMatchObject({ code: "forbidden" });
    await maskStory(id, await asks(people.hr), []);
    expect((await view(people.frontline2, id))?.parts).toEqual({ ...(await view(people.frontline2, id))?.parts, happened: "Chị H. chờ 40 phút.", did: fields().did });
    expect((await db.story.findUniqueOrThrow({ where: { id } })).search).not.toContain("chi hoa");
    await askTeller(id, "Viết rõ hơn phần cuối", await asks(people.hr));
    await hideStory(id, "Khách nhận ra mình", await asks(people.hr));
    await expect(hideStory(id, "lần nữa", await asks(people.hr2))).rejects.toMatchObject({ code: "state_changed" });
    expect(await view(people.frontline2, id)).toBeNull();
    expect((await view(people.frontline, id))?.hiddenReason).toBe("Khách nhận ra mình");
    await showStory(id, await asks(people.hr));
    expect(await view(people.frontline2, id)).not.toBeNull();
    for (const kind of ["story.masked", "story.asked", "story.hidden"]) expect(await told(people.frontline.id, kind)).toBeGreaterThan(0);
  });

  it("answer reports; the teller does not learn who reported, and editors do not judge their own story", async () => {
    const id = await tell(people.hr);
    await reportStory(id, { reason: "recognisable", words: null }, await asks(people.frontline));
    await expect(reportStory(id, { reason: "other", words: null }, await asks(people.frontline))).rejects.toMatchObject({ code: "story_reported_already" });
    const [report] = (await storyReports(await asks(people.hr2))).filter(({ story }) => story.id === id);
    expect(report).toMatchObject({ state: "open", by: { name: people.frontline.name }, mayAnswer: true });
    await expect(settleStoryReport(report?.id ?? "", { state: "kept", answer: "Ổn" }, await asks(people.hr))).rejects.toMatchObject({ code: "own_story" });
    await settleStoryReport(report?.id ?? "", { state: "hidden", answer: "Đúng là nhận ra được" }, await asks(people.hr2));
    expect(await view(people.frontline, id)).toBeNull();
    expect(await told(people.frontline.id, "story.report-hidden")).toBe(1);
    await expect(storyReports(await asks(people.auditor))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("leaving the product", () => {
  it("a file holds company stories alone, masked; a scenario's seed has nobody in it", async () => {
    const id = await tell(people.frontline, { title: "Kể để xuất", happened: "Chị Hoa gọi 0912 345 678, Thảo Vy nghe.", consent: true, keptReason: "đồng ý" });
    await tell(people.frontline, { title: "Chỉ trong đội", visibility: "team" });
    const text = await csv(askedByOperator(now));
    expect(text).toContain("Chị H. gọi 09xx…, Thảo Vy nghe.");
    expect(text).not.toMatch(/0912 ?345|Chỉ trong đội/);
    await expect(exportStories(await asks(people.frontline))).rejects.toMatchObject({ code: "forbidden" });
    expect((await storyForScenario(await actorOf(people.hr), id))?.parts.happened).toBe("Chị H. gọi 09xx…, V. nghe.");
    expect(await storyForScenario(await actorOf(people.frontline2), await tell(people.frontline, {}, { draft: true }))).toBeNull();
  });

  it("of somebody erased the words go, here and where they are named, and the sums stay; the chain is whole", async () => {
    const own = await tell(people.frontline3, { title: "Chuyện sẽ xóa" });
    const naming = await tell(people.frontline, { did: "Gia Hân ra đón khách.", consent: true });
    await answerStory(naming, "Lời của Hân", await asks(people.frontline3));
    const before = await db.story.count();
    await transaction((tx) => recordedStoriesOf(tx, { personId: people.frontline3.id, name: people.frontline3.name, at: now }));
    expect(await db.story.count()).toBe(before);
    expect((await view(people.frontline, own))?.parts).toEqual({ title: "–", happened: "–", felt: "–", unsaid: null, did: "–", changed: null });
    expect((await view(people.frontline, naming))?.parts.did).toBe("– ra đón khách.");
    expect((await view(people.frontline, naming))?.answers?.map(({ text }) => text)).toEqual(["–"]);
    expect((await verifyChain()).ok).toBe(true);
    const events = JSON.stringify(await db.auditEvent.findMany({ where: { type: { startsWith: "story." } } }));
    expect(events).not.toMatch(/Chị H|uống trà|nhận ra/);
  });
});
