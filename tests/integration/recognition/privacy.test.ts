import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SeededPerson, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { installMessages } from "#composition/messages.server.ts";
import { visibleThread } from "#composition/thread.server.ts";
import { translator } from "#i18n/translator.ts";
import { commentRecognition } from "#modules/recognition/comment.server.ts";
import { maySee, VISIBILITIES } from "#modules/recognition/domain/visibility.ts";
import { exportRecognitions } from "#modules/recognition/export-recognitions.server.ts";
import { recognitionList, recognitionPage } from "#modules/recognition/queries.server.ts";
import { readerOf } from "#modules/recognition/readable.server.ts";
import { reportRecognition } from "#modules/recognition/report.server.ts";
import { reportList } from "#modules/recognition/reports.server.ts";
import { settleReport } from "#modules/recognition/settle-report.server.ts";
import { threadNodes } from "#modules/recognition/thread-nodes.server.ts";
import { withdrawRecognition } from "#modules/recognition/withdraw.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf, askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { later, now, seedValue, thank } from "./company.ts";

installMessages();
const telling = { t: translator("vi"), locale: "vi", at: now } as const;
let people: SmallCompany["people"];

beforeEach(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await seedValue(people.hr);
});

const KEYS = ["frontline", "frontline2", "frontline3", "supervisor", "supervisor2", "manager", "hr", "leader", "auditor", "admin"] as const satisfies readonly SmallCompanyKey[];
const list = async (person: SeededPerson, feed: "company" | "team" | "me" = "company") => (await recognitionList(await actorOf(person), { feed }, { limit: 50, cursor: null }, [])).map(({ id }) => id);
const csv = async (asked: Parameters<typeof exportRecognitions>[0]) => {
  let text = "";
  for await (const piece of await exportRecognitions(asked)) text += piece;
  return text;
};

describe("who reads what", () => {
  it("is one rule in the query, on the page, in commands and in the thread", async () => {
    const made = [];
    for (const visibility of VISIBILITIES) {
      for (const [from, to] of [[people.frontline, people.frontline2], [people.leader, people.supervisor], [people.frontline3, people.auditor]] as const) {
        for (const fate of ["open", "reported", "hidden", "withdrawn"] as const) {
          const id = await thank(from, [to], { visibility });
          if (fate === "reported" || fate === "hidden") {
            const reporter = to === people.auditor ? null : await askedBy(to, later(1));
            if (reporter === null) continue;
            const report = await reportRecognition(id, { reason: "other", words: null }, reporter);
            if (fate === "hidden") await settleReport(report.id, { state: "hidden", answer: "Ẩn" }, await askedBy(people.hr, later(2)));
          }
          if (fate === "withdrawn") await withdrawRecognition(id, await askedBy(from, later(1)));
          made.push({ id, from, to, visibility, fate });
        }
      }
    }
    for (const key of KEYS) {
      const actor = await actorOf(people[key]);
      const listed = new Set((await recognitionList(actor, {}, { limit: 200, cursor: null }, [])).map(({ id }) => id));
      const nodes = new Set((await threadNodes(actor, made.map(({ id }) => id))).map(({ id }) => id));
      for (const { id, from, to, visibility, fate } of made) {
        const reported = fate === "reported" || fate === "hidden";
        const seen = { giverId: from.id, receivers: [{ personId: to.id, managerId: to.managerId }], visibility, reported, hidden: fate === "hidden", withdrawn: fate === "withdrawn" };
        const expected = key !== "admin" && maySee(readerOf(actor), seen);
        const what = `${key} ${visibility} ${fate} ${from.name} → ${to.name}`;
        expect([listed.has(id), nodes.has(id), (await recognitionPage(actor, id, [])) !== null], what).toEqual([expected, expected, expected]);
      }
    }
  });

  it("keeps what is private from teams, managers, HR, audit, the export and the thread", async () => {
    const id = await thank(people.frontline, [people.frontline2], { visibility: "private", message: "Chuyện riêng của hai đứa" });
    expect(await list(people.frontline2)).toEqual([id]);
    for (const key of ["supervisor", "manager", "hr", "leader", "auditor", "frontline3"] as const) {
      expect(await list(people[key])).toEqual([]);
      await expect(visibleThread(await actorOf(people[key]), "recognition", id, telling)).rejects.toMatchObject({ code: "not_found" });
      expect(await visibleThread(await actorOf(people[key]), "value", "LISTEN", telling)).toEqual([]);
    }
    expect(await visibleThread(await actorOf(people.frontline2), "value", "LISTEN", telling)).toHaveLength(1);
    for (const asked of [await askedBy(people.hr, now), askedByOperator(now)]) expect(await csv(asked)).not.toContain("Chuyện riêng");
    await expect(commentRecognition(id, "x", await askedBy(people.supervisor, now))).rejects.toMatchObject({ code: "not_found" });
    const words = await db.auditPersonalValue.findMany();
    expect(JSON.stringify([words, await db.auditEvent.findMany({ where: { type: { startsWith: "recognition" } } })].map((rows) => rows.map((row) => ({ ...row, at: null }))))).not.toContain("Chuyện riêng");
  });

  it("shows a feed of one's team and of oneself", async () => {
    const home = await thank(people.leader, [people.frontline]);
    const other = await thank(people.leader, [people.frontline3]);
    const mine = await thank(people.frontline2, [people.hr]);
    expect(await list(people.frontline2, "team")).toEqual([home]);
    expect(await list(people.supervisor, "team")).toEqual([home]);
    expect(await list(people.supervisor2, "team")).toEqual([other]);
    expect(await list(people.frontline2, "me")).toEqual([mine]);
    expect(await list(people.hr, "me")).toEqual([mine]);
  });

  it("pages without missing or repeating anything, filters, and shows a machine the public ones", async () => {
    const ids = [];
    for (const visibility of ["public", "team", "public", "public"] as const) ids.push(await thank(people.frontline, [people.frontline2], { visibility }));
    const actor = await actorOf(people.frontline);
    const seen: string[] = [];
    for (let cursor: (string | number)[] | null = null; ; ) {
      const rows = await recognitionList(actor, {}, { limit: 1, cursor }, []);
      const [row] = rows;
      if (row === undefined) break;
      seen.push(row.id);
      cursor = [Date.parse(row.at), row.id];
    }
    expect(seen).toEqual([...ids].reverse());
    expect(await recognitionList(actor, { receiverId: people.frontline.id }, { limit: 9, cursor: null }, [])).toEqual([]);
    expect(await recognitionList(actor, { value: "LISTEN", state: "thanks", giverId: people.frontline.id, from: now, to: later(1) }, { limit: 9, cursor: null }, [])).toHaveLength(4);
    const service = { kind: "service", personId: null, name: "intranet", locale: "vi", tokenScopes: ["recognition:read"], via: "intranet", requestId: null, address: null } as const;
    expect(await recognitionList(service, {}, { limit: 9, cursor: null }, [])).toHaveLength(3);
  });
});

describe("reports to HR", () => {
  it("show HR the words as they stood, keep the reporter from others, and answer both sides", async () => {
    const id = await thank(people.frontline, [people.frontline2], { visibility: "private", message: "Lời không hay" });
    const report = await reportRecognition(id, { reason: "hurtful", words: "Đọc thấy buồn" }, await askedBy(people.frontline2, later(1)));
    await expect(reportRecognition(id, { reason: "other", words: null }, await askedBy(people.frontline2, later(1)))).rejects.toMatchObject({ code: "reported_already" });
    expect(await list(people.hr)).toEqual([id]);
    expect(await list(people.supervisor)).toEqual([]);
    expect(await reportList(await askedBy(people.hr, later(2)))).toMatchObject([{ id: report.id, said: "Lời không hay", words: "Đọc thấy buồn", state: "open", mayAnswer: true }]);
    await settleReport(report.id, { state: "hidden", answer: "Cảm ơn bạn đã báo" }, await askedBy(people.hr, later(3)));
    await expect(settleReport(report.id, { state: "kept", answer: "x" }, await askedBy(people.hr2, later(4)))).rejects.toMatchObject({ code: "state_changed" });
    expect(await list(people.frontline2)).toEqual([]);
    expect(await list(people.frontline)).toEqual([id]);
    const kinds = async (person: SeededPerson) => (await db.notification.findMany({ where: { personId: person.id }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);
    expect(await kinds(people.frontline2)).toEqual(["recognition.received", "recognition.report-hidden"]);
    expect(await kinds(people.frontline)).toEqual(["recognition.hidden"]);
    expect(await kinds(people.hr)).toEqual(["recognition.reported"]);
  });

  it("are answered by HR alone, never by somebody who is part of it", async () => {
    const id = await thank(people.frontline, [people.hr]);
    const { id: report } = await reportRecognition(id, { reason: "favour", words: null }, await askedBy(people.frontline2, later(1)));
    await expect(settleReport(report, { state: "kept", answer: "x" }, await askedBy(people.hr, later(2)))).rejects.toMatchObject({ code: "own_recognition", status: 403 });
    for (const key of ["manager", "leader", "auditor", "admin", "frontline"] as const) {
      await expect(settleReport(report, { state: "kept", answer: "x" }, await askedBy(people[key], later(2)))).rejects.toMatchObject({ code: "forbidden" });
      await expect(reportList(await askedBy(people[key], later(2)))).rejects.toMatchObject({ code: "forbidden" });
    }
    await settleReport(report, { state: "kept", answer: "Lời này ổn" }, await askedBy(people.hr2, later(3)));
    expect(await list(people.frontline3)).toEqual([id]);
  });
});

describe("the file of public recognitions", () => {
  it("holds who, whom, value and words, safe for a spreadsheet; that it was taken stands in the trail", async () => {
    await thank(people.frontline, [people.frontline2, people.frontline3], { message: "=1+1 là hai, cảm ơn hai bạn" });
    const text = await csv(await askedBy(people.auditor, now));
    expect(text.split("\r\n")[0]).toBe("\uFEFFid,at,giver_email,receiver_emails,value,value_version,behaviour,message,state,evidence,add_ons,comments");
    expect(text).toContain("frontline2@demo.tam;frontline3@demo.tam,LISTEN,1,b1,\"'=1+1");
    expect(await db.auditEvent.count({ where: { type: "recognitions.exported" } })).toBe(1);
    await expect(csv(await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
  });
});
