import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import type { WorkFactsReader } from "#modules/learning/public.server.ts";
import { coursesFigures, courseFromText, courseInsights, importCourse, publishCourse, saveSkill } from "#modules/learning/public.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { startChild } from "#tests/support/child.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { course, now, takeUntilPractice } from "./company.ts";

let database: TestDatabase;
let people: SmallCompany["people"];
const folder = mkdtempSync(path.join(tmpdir(), "tam-course-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const both = (text: string) => ({ vi: text, en: text });
const CODE = "AUTHORITY-BASICS";

beforeAll(async () => {
  database = await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await saveSkill({ skill: { code: "AUTHORITY", name: both("Deciding"), levels: { begins: both("a"), does: both("b"), helps_others: both("c") } }, position: 1, active: true }, { isNew: true }, await askedBy(people.hr, now));
});

async function tam(...args: string[]) {
  const child = startChild("app/bootstrap/tam.mjs", args, { DATABASE_URL: database.url });
  const code = await child.ended;
  return { code, out: child.lines.join("\n"), err: child.errors() };
}
const file = (name: string, content: unknown) => {
  const place = path.join(folder, name);
  writeFileSync(place, typeof content === "string" ? content : `\uFEFF${JSON.stringify(content)}`);
  return place;
};
const versions = () => db.learningCourseVersion.count();

it("a course file is tried, read in as a draft, written out and read back in without effect", async () => {
  const first = file("course.json", course());
  expect(await tam("import", "course", first, "--dry-run")).toEqual({ code: 0, out: `${CODE} 1; a dry run, nothing was saved`, err: "" });
  expect([await versions(), await db.learningCourse.count(), await db.auditEvent.count({ where: { subjectKind: "course" } })]).toEqual([0, 0, 0]);
  expect(await tam("import", "course", first)).toEqual({ code: 0, out: `${CODE} 1`, err: "" });
  const written = path.join(folder, "written.json");
  expect(await tam("export", "course", CODE, written)).toEqual({ code: 0, out: `${CODE} 1`, err: "" });
  expect(JSON.parse(readFileSync(written, "utf8"))).toEqual(course());
  const readBack = courseFromText(readFileSync(written, "utf8"));
  expect(await importCourse(readBack, { dryRun: false }, askedByOperator(now))).toEqual({ code: CODE, number: 1, added: false });
  expect(await versions()).toBe(1);
  expect(await db.auditEvent.findFirst({ where: { type: "course.draft-created" } })).toMatchObject({ via: "command-line" });
}, 180_000);

it("what is wrong with a file is named with its place, and what somebody writes is not overwritten", async () => {
  const faulty = { ...course(), lessons: course().lessons.map((lesson, index) => (index === 1 ? { ...lesson, minutes: 90, extra: true } : lesson)) };
  const refused = await tam("import", "course", file("faulty.json", faulty));
  expect([refused.code, refused.out]).toEqual([1, ""]);
  expect(refused.err).toMatch(/^lessons\.1\.minutes: .+\(above_maximum\)$/m);
  expect(refused.err).toMatch(/^lessons\.1\.extra: .+\(unknown_field\)$/m);
  await expect(importCourse(course({ title: both("Another title") }), { dryRun: false }, askedByOperator(now))).rejects.toMatchObject({ code: "draft_exists" });
  expect(await versions()).toBe(1);
});

it("a changed course comes in as the next draft, after the one in use", async () => {
  await publishCourse(CODE, { revision: null, note: null }, await askedBy(people.hr, now));
  expect(await importCourse(course(), { dryRun: false }, askedByOperator(now))).toEqual({ code: CODE, number: 1, added: false });
  expect(await importCourse(course({ title: both("Better") }), { dryRun: false }, askedByOperator(now))).toEqual({ code: CODE, number: 2, added: true });
  await expect(importCourse(course({ code: "insights" }), { dryRun: true }, askedByOperator(now))).rejects.toMatchObject({ errors: [{ path: "code", code: "reserved_code" }] });
});

it("four people who learn are shown to nobody: not how many, not what they chose, not what changed", async () => {
  const learners = [people.frontline, people.frontline2, people.frontline3, people.supervisor];
  for (const person of learners) await takeUntilPractice(person);
  const nothing = (): readonly never[] => [];
  const facts: WorkFactsReader = async () => ({ autonomy: learners.map(({ id }) => ({ person: id, at: now.getTime(), value: 1 })), satisfied: nothing(), repeat_contact: nothing(), permission_fear: nothing() });
  const [figures] = await coursesFigures(facts, now);
  expect(figures).toMatchObject({ code: CODE, verdict: "not_enough_yet", people: null });
  for (const { trained, difference } of figures?.measures ?? []) expect([trained, difference]).toEqual([null, null]);
  expect(await courseInsights(CODE, facts, now)).toMatchObject({ people: null, teams: [], others: null, choices: [], questions: [] });
  await takeUntilPractice(people.manager);
  expect(await courseInsights(CODE, facts, now)).toMatchObject({ people: { began: 5, completed: 0 }, teams: [], others: { began: 5, manager: null }, choices: [{ node: "T1", n: 5 }, { node: "T2", n: 5 }], questions: [{ n: 5, wrong: 0 }, { n: 5, wrong: 0 }] });
});
