import { beforeAll, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { observePractice } from "#modules/learning/practice/observe-practice.server.ts";
import { reportPractice } from "#modules/learning/practice/report-practice.server.ts";
import { finishedLessons, learningActs } from "#modules/learning/public.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { days, noDecision, now, publish, report, takeUntilPractice } from "./company.ts";

let people: SmallCompany["people"];
let attempt: string;
let practised: string;

beforeAll(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await publish(people.hr);
  attempt = await takeUntilPractice(people.frontline2);
  ({ id: practised } = await reportPractice(report(), await askedBy(people.frontline2, days(1)), noDecision));
  await observePractice(practised, { verdict: "signed_off", seen: [0, 1], words: "Nghe rất lâu", level: "does" }, await askedBy(people.supervisor, days(2)));
}, 120_000);

const acts = async (keys: readonly SmallCompanyKey[], from = days(-1), to = days(9)) =>
  (await learningActs(keys.map((key) => people[key].id), from, to)).map(({ personId, what, id }) => [keys.find((key) => people[key].id === personId), what, id]);
const lesson = (code: string) => `${attempt}/${code}`;

it("tells lessons, scenarios, reports and observations apart; a practice counts by its report and never as a lesson too", async () => {
  const told = await acts(["frontline2", "supervisor", "manager"]);
  expect(told).toHaveLength(5);
  expect(told).toEqual(
    expect.arrayContaining([
      ["frontline2", "lesson", lesson("READ")],
      ["frontline2", "scenario", lesson("TALK")],
      ["frontline2", "lesson", lesson("QUIZ")],
      ["frontline2", "field", practised],
      ["supervisor", "observed", practised],
    ]),
  );
});

it("counts each act at its own time, from a first instant up to a last, and for those asked about alone", async () => {
  expect((await acts(["frontline2", "supervisor"], now, days(1))).map(([, what]) => what).sort()).toEqual(["lesson", "lesson", "scenario"]);
  expect(await acts(["frontline2", "supervisor"], days(1), days(2))).toEqual([["frontline2", "field", practised]]);
  expect(await acts(["frontline2", "supervisor"], days(2), days(3))).toEqual([["supervisor", "observed", practised]]);
  expect(await acts(["frontline2"], days(2), days(3))).toEqual([]);
  expect(await acts([])).toEqual([]);
});

it("shows which lesson it was and when to oneself, to those above and to the office, and to nobody beside or below", async () => {
  const wanted = [lesson("READ"), lesson("NOTHING"), `${people.hr.id}/READ`];
  const seen = async (key: SmallCompanyKey) => finishedLessons(await actorOf(people[key]), wanted);
  for (const key of ["frontline2", "supervisor", "manager", "leader", "hr", "auditor"] as const) {
    expect(await seen(key), key).toEqual([{ id: lesson("READ"), course: { vi: "Using your authority (vi)", en: "Using your authority" }, lesson: { vi: "Read this (vi)", en: "Read this" }, at: now.toISOString(), href: "/learn/AUTHORITY-BASICS" }]);
  }
  for (const key of ["frontline", "frontline3", "supervisor2", "manager2", "admin"] as const) expect(await seen(key), key).toEqual([]);
  expect(await finishedLessons(await actorOf(people.hr), [])).toEqual([]);
});

it("leaves out a report whose words were erased, with what was observed of it", async () => {
  await transaction((tx) => tx.update("LearningReport", { id: practised }, { erasedAt: days(3) }));
  expect((await acts(["frontline2", "supervisor"])).map(([, what]) => what).sort()).toEqual(["lesson", "lesson", "scenario"]);
});
