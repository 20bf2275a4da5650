import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { installMessages } from "#composition/messages.server.ts";
import { askForCare, checkIn, closeCare } from "#modules/care/ask-for-care.server.ts";
import { climbCare } from "#modules/care/climb.server.ts";
import { eraseCareOf, eraseOldCare } from "#modules/care/erase-old.server.ts";
import { carePage, carePolicyPage, careWaiting } from "#modules/care/queries.server.ts";
import { setCarePolicy } from "#modules/care/set-policy.server.ts";
import { exportPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Thursday, 10:00 in Hà Nội; the shop is open until 21:30. */
const now = new Date("2026-11-26T03:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const WORD = "Khách chửi em trước mặt mọi người";
let people: SmallCompany["people"];

beforeEach(async () => {
  installMessages();
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
});

const ask = async (key: SmallCompanyKey = "frontline", at = now) => {
  await askForCare(WORD, await askedBy(people[key], at));
  return (await db.careCase.findFirstOrThrow({ where: { personId: people[key].id }, orderBy: { at: "desc" } })).id;
};
const waits = async (key: SmallCompanyKey, at = now) => (await careWaiting(await actorOf(people[key]), at)).map(({ name }) => name);
const absent = (key: SmallCompanyKey, standIn: SmallCompanyKey | null) =>
  transaction((tx) => tx.insert("Absence", { id: `absence-${key}`, personId: people[key].id, fromDay: "2026-11-26", toDay: "2026-11-27", standInId: standIn === null ? null : people[standIn].id, createdAt: now }));

describe("checking in", () => {
  it("the supervisor is asked within a business hour; once; and the person sees that they came", async () => {
    const id = await ask();
    await ask();
    expect(await db.careCase.count()).toBe(1);
    expect(await careWaiting(await actorOf(people.supervisor), now)).toEqual([{ id, at: now.toISOString(), name: people.frontline.name, word: WORD, dueAt: later(60).toISOString(), overdue: false }]);
    await checkIn(id, ["talk"], await askedBy(people.supervisor, later(20)));
    expect((await carePage(await actorOf(people.frontline), later(21))).own).toMatchObject([{ asked: people.supervisor.name, how: ["talk"], checkedInAt: later(20).toISOString() }]);
    expect(await waits("supervisor")).toEqual([]);
    await expect(checkIn(id, ["talk"], await askedBy(people.supervisor, later(22)))).rejects.toMatchObject({ code: "not_found" });
    expect(await db.careCount.findMany()).toMatchObject([{ month: "2026-11", siteCode: "HN-01", asked: 1, checkedIn: 1, inTime: 1 }]);
  });

  it("goes to whoever stands in, to the next up when nobody does, and climbs once a level when unanswered", async () => {
    await absent("supervisor", "supervisor2");
    const id = await ask();
    expect(await waits("supervisor2")).toEqual([people.frontline.name]);
    expect(await climbCare(later(59))).toBe(0);
    expect([await climbCare(later(60)), await climbCare(later(60))]).toEqual([1, 0]);
    expect([await waits("supervisor2"), await waits("supervisor"), await waits("manager")]).toEqual([[], [], [people.frontline.name]]);
    await checkIn(id, ["talk"], await askedBy(people.manager, later(70)));
    expect(await db.careCount.findMany()).toMatchObject([{ checkedIn: 1, inTime: 0 }]);
  });

  it("counts business minutes: asked at night, the hour begins when the shop opens", async () => {
    await ask("frontline", new Date("2026-11-26T14:00:00Z"));
    expect((await careWaiting(await actorOf(people.supervisor), now))[0]?.dueAt).toBe("2026-11-27T02:30:00.000Z");
  });

  it("grants a break or a hand-over only where HR's policy does; the person may say it is no longer needed", async () => {
    const id = await ask();
    await expect(checkIn(id, ["break"], await askedBy(people.supervisor, now))).rejects.toMatchObject({ code: "not_granted" });
    await setCarePolicy({ breakMinutes: 15, handOver: false }, await askedBy(people.hr, now));
    await expect(checkIn(id, ["took_over"], await askedBy(people.supervisor, now))).rejects.toMatchObject({ code: "not_granted" });
    await expect(setCarePolicy({ breakMinutes: 15, handOver: true }, await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
    await checkIn(id, ["talk", "break"], await askedBy(people.supervisor, now));
    const again = await ask("frontline", later(30));
    await expect(closeCare(again, await askedBy(people.supervisor, later(31)))).rejects.toMatchObject({ code: "not_found" });
    await closeCare(again, await askedBy(people.frontline, later(31)));
    expect(await waits("supervisor")).toEqual([]);
    expect(await climbCare(later(500))).toBe(0);
  });
});

const EVERYBODY = ["frontline", "frontline2", "frontline3", "supervisor", "supervisor2", "manager", "manager2", "hr", "hr2", "leader", "admin", "auditor"] as const satisfies readonly SmallCompanyKey[];

describe("who knows", () => {
  it("the person and whoever is asked, and nobody else: not on a page, not in a command, not in the trail, the thread or a file", async () => {
    const id = await ask();
    for (const key of EVERYBODY) {
      const page = await carePage(await actorOf(people[key]), now);
      const seen = JSON.stringify(page).includes(WORD);
      expect([key, seen]).toEqual([key, key === "frontline" || key === "supervisor"]);
      if (key !== "supervisor") await expect(askedBy(people[key], now).then((asked) => checkIn(id, ["talk"], asked))).rejects.toMatchObject({ code: expect.stringMatching(/^(forbidden|not_found)$/) as string });
      if (key !== "hr" && key !== "hr2") await expect(askedBy(people[key], now).then((asked) => carePolicyPage(asked))).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db.auditEvent.count({ where: { OR: [{ type: { startsWith: "care." } }, { subjectKind: "care" }] } })).toBe(0);
    expect(await db.threadLink.count()).toBe(await db.threadLink.count({ where: { NOT: [{ fromKind: { startsWith: "care" } }, { toKind: { startsWith: "care" } }] } }));
    expect((await db.notification.findMany({ where: { kind: { startsWith: "care." } } })).map(({ personId, params }) => [personId, params.includes("chửi")])).toEqual([[people.supervisor.id, false]]);
    let text = "";
    for await (const piece of await exportPeople(askedByOperator(now))) text += piece;
    expect(text).not.toMatch(/chửi|care/i);
  });

  it("after it climbed, whoever was asked before no longer sees it; HR sees counts from five on, in months that are over", async () => {
    await ask();
    await climbCare(later(60));
    expect(await waits("supervisor", later(61))).toEqual([]);
    const hr = await askedBy(people.hr, new Date("2026-12-02T03:00:00Z"));
    expect((await carePolicyPage(hr)).months).toEqual([{ month: "2026-11", sites: [], others: null, hidden: true }]);
    await transaction((tx) => tx.update("CareCount", { month: "2026-11", siteCode: "HN-01" }, { asked: 5 }));
    expect((await carePolicyPage(hr)).months[0]?.sites).toEqual([{ siteCode: "HN-01", asked: 5, checkedIn: 0, inTime: 0 }]);
    expect((await carePolicyPage(await askedBy(people.hr, now))).months).toEqual([]);
  });

  it("after 90 days the case and what was told of it are erased and the counts stay; an erased person's at once", async () => {
    const id = await ask();
    await checkIn(id, ["talk"], await askedBy(people.supervisor, later(10)));
    const day = 1440;
    expect(await eraseOldCare(later(90 * day - 1))).toBe(0);
    expect(await eraseOldCare(later(90 * day + 30))).toBe(1);
    expect([await db.careCase.count(), await db.notification.count({ where: { kind: { startsWith: "care." } } }), (await db.careCount.findFirst())?.asked]).toEqual([0, 0, 1]);
    await ask("frontline2");
    await transaction((tx) => eraseCareOf(tx, { personId: people.frontline2.id, name: people.frontline2.name, at: now }));
    expect(await db.careCase.count()).toBe(0);
  });

  it("somebody who leaves hands it to the next", async () => {
    await ask();
    const { handOverCare } = await import("#modules/care/climb.server.ts");
    await transaction((tx) => handOverCare(tx, { personId: people.supervisor.id, actor: null, at: now }));
    expect(await waits("manager")).toEqual([people.frontline.name]);
  });
});
