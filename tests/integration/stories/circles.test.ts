import { beforeAll, expect, it } from "vitest";
import type { SmallCompany } from "#db/seed/builders.ts";
import { vietnameseNameKey } from "#kernel/text.ts";
import { circleForCalendar, circleList, circleView } from "#modules/stories/circles.server.ts";
import { markAttendance, writeLearnt } from "#modules/stories/hold-circle.server.ts";
import { joinCircle, leaveCircle } from "#modules/stories/join-circle.server.ts";
import { remindCircleJob } from "#modules/stories/remind-circle.server.ts";
import { cancelCircle, changeCircle, planCircle } from "#modules/stories/save-circle.server.ts";
import type { CircleFields } from "#modules/stories/schemas.ts";
import { db } from "#platform/db.server.ts";
import type { JobContext } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { later, now, storyCompany, tell } from "./company.ts";

let people: SmallCompany["people"];
const fields = (more: Partial<CircleFields> = {}): CircleFields => ({
  theme: "Nghe điều khách chưa nói", about: null, day: "2026-12-01", time: "15:00", minutes: 45, places: 2, where: "Phòng nghỉ HN-01", link: "https://meet.example/x", storyId: null, courseCode: null, ...more,
});
const told = (person: { id: string }, kind: string) => db.notification.count({ where: { personId: person.id, kind } });

beforeAll(async () => {
  ({ people } = await storyCompany());
});

it("is planned ahead by anybody who works, on a story they may read, and stands in the thread", async () => {
  const story = await tell(people.frontline);
  const hidden = await tell(people.frontline, { visibility: "team" });
  const { id } = await planCircle(fields({ storyId: story }), await askedBy(people.frontline3, now));
  expect(await circleView(await actorOf(people.supervisor), id, now)).toMatchObject({ startsAt: "2026-12-01T08:00:00.000Z", story: { id: story }, link: null, mine: null, may: { join: true } });
  expect(await db.threadLink.count({ where: { fromKind: "circle", fromId: id, toKind: "story", toId: story } })).toBe(1);
  await expect(planCircle(fields({ storyId: hidden }), await askedBy(people.frontline3, now))).rejects.toMatchObject({ errors: [{ path: "storyId", code: "nothing_there" }] });
  await expect(planCircle(fields({ day: "2026-11-26", time: "09:00" }), await askedBy(people.frontline3, now))).rejects.toMatchObject({ errors: [{ path: "day", code: "must_be_future" }] });
  await expect(planCircle(fields(), await askedBy(people.auditor, now))).rejects.toMatchObject({ code: "forbidden" });
});

it("a freed place goes to the first who waits, who is told; more places let more in, fewer than taken are refused", async () => {
  const host = await askedBy(people.manager, now);
  const { id } = await planCircle(fields(), host);
  const join = async (key: "frontline" | "frontline2" | "frontline3" | "supervisor") => joinCircle(id, await askedBy(people[key], now));
  expect([await join("frontline"), await join("frontline2"), await join("frontline3"), await join("supervisor"), await join("frontline")]).toEqual(["going", "going", "waiting", "waiting", "going"]);
  await expect(joinCircle(id, host)).rejects.toMatchObject({ code: "own_circle" });
  await leaveCircle(id, await askedBy(people.frontline, now));
  const view = await circleView(await actorOf(people.frontline2), id, now);
  expect(view).toMatchObject({ taken: 2, link: "https://meet.example/x", going: [{ name: people.frontline2.name }, { name: people.frontline3.name }], queue: [{ name: people.supervisor.name }] });
  expect(await told(people.frontline3, "circle.seat")).toBe(1);
  await expect(changeCircle(id, fields({ places: 2, time: "16:00" }), await askedBy(people.frontline2, now))).rejects.toMatchObject({ code: "not_found" });
  await changeCircle(id, fields({ places: 3, time: "16:00" }), host);
  expect((await circleView(await actorOf(people.frontline), id, now))?.going).toHaveLength(3);
  expect(await told(people.frontline2, "circle.changed")).toBe(1);
  await expect(changeCircle(id, fields({ places: 2 }), host)).rejects.toMatchObject({ errors: [{ path: "places", code: "below_taken" }] });
});

it("fifty at once for eight places: eight go, forty-two wait in the order they came, whatever the database is asked", async () => {
  const crowd = Array.from({ length: 50 }, (_, index) => ({ id: `crowd-${String(index).padStart(2, "0")}`, name: `Người Thứ ${index}` }));
  await transaction(async (tx) => {
    for (const { id, name } of crowd) {
      await tx.insert("Person", { id, email: `${id}@demo.tam`, name, nameFolded: name.toLowerCase(), nameSort: vietnameseNameKey(name), siteCode: "HN-01", departmentCode: "RETAIL", managerId: people.supervisor.id, level: 1, language: "vi", active: true, createdAt: now, updatedAt: now });
      await tx.insert("RoleAssignment", { id: `role-${id}`, personId: id, role: "frontline", scopeKind: "own" });
    }
  });
  const { id } = await planCircle(fields({ places: 8 }), await askedBy(people.manager, now));
  const asked = await Promise.all(crowd.map((person) => askedBy(person, now)));
  const seats = await Promise.all(asked.map((each) => joinCircle(id, each)));
  expect(seats.filter((seat) => seat === "going")).toHaveLength(8);
  const rows = await db.circleSeat.findMany({ where: { circleId: id }, orderBy: { turn: "asc" } });
  expect(rows.map(({ state }) => state)).toEqual([...Array<string>(8).fill("going"), ...Array<string>(42).fill("waiting")]);
  expect(new Set(rows.map(({ turn }) => turn)).size).toBe(50);
  expect((await db.circle.findUniqueOrThrow({ where: { id } })).taken).toBe(8);
  await expect(transaction((tx) => tx.update("Circle", { id }, { taken: 9 }))).rejects.toThrow("more seats than places");
}, 60_000);

it("reminds once for each time it was set, never of one that was cancelled; a cancelled one takes its file out", async () => {
  const host = await askedBy(people.manager, now);
  const { id } = await planCircle(fields(), host);
  await joinCircle(id, await askedBy(people.frontline, now));
  await changeCircle(id, fields({ time: "17:00" }), host);
  if (!("apply" in remindCircleJob)) throw new Error("the reminder runs in its transaction");
  const { apply } = remindCircleJob;
  const run = (sequence: number) => transaction((tx) => apply(tx, { now: new Date("2026-11-30T10:00:00Z"), payload: { circleId: id, sequence } } as unknown as JobContext));
  await run(0);
  expect(await told(people.frontline, "circle.soon")).toBe(0);
  await run(1);
  expect(await told(people.frontline, "circle.soon")).toBe(1);
  await cancelCircle(id, "Trùng giờ kiểm kê", host);
  await run(2);
  expect(await told(people.frontline, "circle.soon")).toBe(1);
  expect(await told(people.frontline, "circle.cancelled")).toBe(1);
  expect(await circleForCalendar(await actorOf(people.frontline), id)).toMatchObject({ sequence: 2, cancelled: true });
  await expect(joinCircle(id, await askedBy(people.frontline2, now))).rejects.toMatchObject({ code: "state_changed" });
});

it("afterwards the host marks who came and what was learnt; before, nobody can", async () => {
  const host = people.manager;
  const { id } = await planCircle(fields({ day: "2026-11-26", time: "11:00" }), await askedBy(host, now));
  await joinCircle(id, await askedBy(people.frontline, now));
  await joinCircle(id, await askedBy(people.frontline2, now));
  await expect(writeLearnt(id, "Sớm quá", await askedBy(host, now))).rejects.toMatchObject({ code: "state_changed" });
  const after = later(120);
  await markAttendance(id, [people.frontline.id], await askedBy(host, after));
  await writeLearnt(id, "Hỏi một câu trước khi xin lỗi.", await askedBy(host, after));
  await expect(writeLearnt(id, "x", await askedBy(people.frontline, after))).rejects.toMatchObject({ code: "not_found" });
  expect(await circleView(await actorOf(people.frontline), id, after)).toMatchObject({ past: true, learnt: "Hỏi một câu trước khi xin lỗi.", going: [{ attended: true }, { attended: false }] });
  expect((await circleList(await actorOf(people.auditor), "past", after)).map((circle) => circle.id)).toContain(id);
  await expect(leaveCircle(id, await askedBy(people.frontline, after))).rejects.toMatchObject({ code: "state_changed" });
});
