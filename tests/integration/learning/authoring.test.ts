import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import {
  addImage, addScenarioNode, assignCourse, assignmentsView, changeLessons, createDraft, discardDraft, editorView, endAssignment, findDueCoursesJob, findImage, markOf, nodePart, publishCourse, retireCourse, reviseCourse, saveLesson, saveNode,
  saveSkill, tellDueCourseJob, versionRows,
} from "#modules/learning/public.server.ts";
import { recordAbsence } from "#modules/people/record-absence.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { course, days, later, now, scenario } from "./company.ts";

let people: SmallCompany["people"];
const both = (text: string) => ({ vi: text, en: text });
const CODE = "LISTEN-FIRST";
const hr = (at = now) => askedBy(people.hr, at);
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

beforeAll(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await saveSkill({ skill: { code: "AUTHORITY", name: both("Deciding"), levels: { begins: both("a"), does: both("b"), helps_others: both("c") } }, position: 1, active: true }, { isNew: true }, await hr());
  await createDraft(course({ code: CODE }), { from: "file", isNew: true }, await hr());
});

const open = async () => {
  const editor = await editorView(CODE);
  if (editor === null) throw new Error("no draft");
  return editor;
};
/** A turn's form as the page fills it. */
const turnForm = async (node: string, over: Record<string, string> = {}) => {
  const { content } = await open();
  const lesson = content.lessons.find(({ code }) => code === "TALK");
  const turn = lesson?.kind === "scenario" ? lesson.scenario.nodes.find(({ code }) => code === node) : undefined;
  if (turn?.kind !== "turn") throw new Error("no such turn");
  const fields: Record<string, string> = { intent: "save", mark: markOf(nodePart("TALK", node).read(content)) };
  for (const part of ["says", "shows"] as const) Object.assign(fields, { [`${part}.vi`]: turn[part].vi, [`${part}.en`]: turn[part].en });
  turn.choices.forEach((choice, index) => {
    const at = `choices.${index}`;
    Object.assign(fields, { [`${at}.code`]: choice.code, [`${at}.to`]: choice.to, [`${at}.text.vi`]: choice.text.vi, [`${at}.text.en`]: choice.text.en, [`${at}.feedback.vi`]: choice.feedback.vi, [`${at}.feedback.en`]: choice.feedback.en });
    for (const [variable, value] of Object.entries(choice.effects)) fields[`${at}.effects.${variable}`] = String(value);
  });
  return form({ ...fields, ...over });
};

describe("a draft", () => {
  it("is made once, by HR alone, and under no word the product needs", async () => {
    await expect(createDraft(course({ code: CODE }), { from: "file", isNew: true }, await hr())).rejects.toMatchObject({ errors: [{ path: "code", code: "course_exists" }] });
    await expect(createDraft(course({ code: CODE }), { from: "file", isNew: false }, await hr())).rejects.toMatchObject({ code: "draft_exists", status: 409 });
    await expect(createDraft(course({ code: "new" }), { from: "file", isNew: true }, await hr())).rejects.toMatchObject({ errors: [{ code: "reserved_code" }] });
    await expect(createDraft(course({ code: "X" }), { from: "file", isNew: true }, await askedBy(people.supervisor, now))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is saved part by part: others' parts stay, one's own is never overwritten unseen", async () => {
    const first = await turnForm("T1", { "says.vi": "Một" });
    const second = await turnForm("T2", { "says.vi": "Hai" });
    const stale = await turnForm("T1", { "says.vi": "Ba" });
    await saveNode(CODE, "TALK", "T1", first, await hr(later(1)));
    await saveNode(CODE, "TALK", "T2", second, await hr(later(2)));
    await expect(saveNode(CODE, "TALK", "T1", stale, await hr(later(3)))).rejects.toMatchObject({ code: "draft_changed", status: 409, params: { name: people.hr.name, at: later(2).toISOString() } });
    const talk = (await open()).content.lessons.find(({ code }) => code === "TALK");
    expect(talk?.kind === "scenario" && talk.scenario.nodes.slice(0, 2).map(({ says }) => says.vi)).toEqual(["Một", "Hai"]);
  });

  it("takes a row from a button within a form with everything typed, and refuses what no shape allows with its path", async () => {
    await saveNode(CODE, "TALK", "T1", await turnForm("T1", { intent: "add choices", "says.en": "Typed" }), await hr());
    const talk = (await open()).content.lessons[1];
    const turn = talk?.kind === "scenario" ? talk.scenario.nodes[0] : undefined;
    expect(turn).toMatchObject({ says: { en: "Typed" }, choices: [{ code: "listen" }, { code: "receipt" }, { code: "c3", to: "" }] });
    await saveNode(CODE, "TALK", "T1", await turnForm("T1", { intent: "remove choices.2" }), await hr());
    await expect(saveNode(CODE, "TALK", "T1", await turnForm("T1", { "choices.0.effects.trust": "lots" }), await hr())).rejects.toMatchObject({ errors: [{ path: "choices.0.effects.trust", code: "integer_format" }] });
    await expect(saveLesson(CODE, "READ", form({ intent: "save", mark: "0000000000000000", "title.vi": "x" }), await hr())).rejects.toMatchObject({ code: "draft_changed" });
  });

  it("puts its lessons in another order, and throws nothing away that others added", async () => {
    const { marks } = await open();
    await changeLessons(CODE, { act: "add", kind: "reflection" }, null, await hr());
    await expect(changeLessons(CODE, { act: "order", codes: ["QUIZ", "READ"] }, marks.lessons, await hr())).rejects.toMatchObject({ code: "draft_changed" });
    const added = (await open()).content.lessons.at(-1)?.code ?? "";
    await changeLessons(CODE, { act: "up", lesson: added }, (await open()).marks.lessons, await hr());
    await changeLessons(CODE, { act: "remove", lesson: added }, (await open()).marks.lessons, await hr());
    expect((await open()).content.lessons.map(({ code }) => code)).toEqual(["READ", "TALK", "QUIZ", "FIELD"]);
  });
});

describe("publishing", () => {
  it("waits until nothing is found, then keeps the organisation's course in step", async () => {
    const node = await addScenarioNode(CODE, "TALK", { kind: "turn", from: { node: "T1", choice: "listen" } }, await hr());
    await expect(publishCourse(CODE, { revision: null, note: null }, await hr())).rejects.toMatchObject({ code: "findings_open", errors: expect.arrayContaining([expect.objectContaining({ code: "course_no_way_out" })]) as unknown });
    await expect(publishCourse(CODE, { revision: 1, note: null }, await hr())).rejects.toMatchObject({ code: "precondition_failed" });
    await saveNode(CODE, "TALK", "T1", await turnForm("T1", { "choices.0.to": "T2" }), await hr());
    await saveNode(CODE, "TALK", node, await turnForm(node, { "says.vi": "a", "says.en": "a", "shows.vi": "a", "shows.en": "a" }), await hr());
    expect((await open()).findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["unreachable"]));
    await discardDraft(CODE, await hr());
    await createDraft(course({ code: CODE }), { from: "file", isNew: true }, await hr());
    expect(await publishCourse(CODE, { revision: 1, note: "Bản đầu" }, await hr())).toEqual({ code: CODE, number: 1 });
    expect(await db.course.findUniqueOrThrow({ where: { code: CODE } })).toMatchObject({ nameEn: "Using your authority" });
    expect(await db.learningCourseVersion.findFirstOrThrow({ where: { course: CODE } })).toMatchObject({ state: "published", note: "Bản đầu", publishedById: people.hr.id });
  });

  it("of a further version retires the one before and tells what changed", async () => {
    await reviseCourse(CODE, await hr(later(5)));
    await changeLessons(CODE, { act: "remove", lesson: "FIELD" }, (await open()).marks.lessons, await hr(later(6)));
    expect(await publishCourse(CODE, { revision: null, note: null }, await hr(later(7)))).toEqual({ code: CODE, number: 2 });
    const rows = await versionRows(CODE);
    expect(rows?.versions.map(({ number, state }) => [number, state])).toEqual([[2, "published"], [1, "retired"]]);
    expect(rows?.versions[0]?.changes.lessons).toMatchObject([{ code: "FIELD", change: "removed" }]);
    await expect(db.learningCourseVersion.update({ where: { course_number: { course: CODE, number: 1 } }, data: { content: "{}" } })).rejects.toThrow();
  });
});

describe("an assignment", () => {
  it("means whoever fits, is seen by those who lead them, and reminds nobody who is away", async () => {
    const fields = { roles: ["frontline" as const], departments: [], sites: [], people: [], startedFrom: null, dueDays: 1, everyMonths: 12 };
    await expect(assignCourse(CODE, { ...fields, sites: ["NOWHERE"] }, await hr(now))).rejects.toMatchObject({ errors: [{ path: "sites.0", code: "unknown_site" }] });
    await expect(assignCourse(CODE, fields, await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
    const id = await assignCourse(CODE, fields, await hr(now));
    const whole = await assignmentsView(await actorOf(people.hr), CODE, now);
    const team = await assignmentsView(await actorOf(people.supervisor), CODE, now);
    expect(whole.assignments[0]?.counts.meant).toBeGreaterThan(team.assignments[0]?.counts.meant ?? 0);
    expect(team.people.map(({ person }) => person.id)).toContain(people.frontline.id);
    expect((await assignmentsView(await actorOf(people.frontline), CODE, now)).people).toEqual([]);

    const due = new Date(`${whole.people[0]?.dueOn ?? ""}T01:00:00Z`);
    await recordAbsence(people.frontline.id, { fromDay: whole.people[0]?.dueOn ?? "", toDay: days(30).toISOString().slice(0, 10), standInId: null }, await hr(now));
    registerJobs([findDueCoursesJob, tellDueCourseJob]);
    if (!("run" in findDueCoursesJob)) throw new Error("it reads before it writes");
    const look = { jobId: "x", runAt: due, now: due, payload: null };
    await findDueCoursesJob.run(look);
    await findDueCoursesJob.run(look);
    await runDueJobs(due);
    const told = await db.notification.findMany({ where: { kind: { in: ["course.due", "course.overdue"] } } });
    expect(told.map(({ personId }) => personId)).not.toContain(people.frontline.id);
    expect(told.filter(({ personId }) => personId === people.frontline2.id)).toHaveLength(1);

    await endAssignment(CODE, id, await hr(later(9)));
    await expect(endAssignment("OTHER", id, await hr(later(9)))).rejects.toMatchObject({ code: "not_found" });
    await expect(endAssignment(CODE, id, await hr(later(9)))).rejects.toMatchObject({ code: "state_changed" });
    expect((await assignmentsView(await actorOf(people.hr), CODE, due)).assignments).toEqual([]);
  });
});

describe("a picture", () => {
  it("is known by what is in it, made smaller, kept once and without what came along", async () => {
    const large = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#26a" } }).withExif({ IFD0: { Copyright: "somebody" } }).jpeg().toBuffer();
    const id = await addImage(CODE, { file: large, alt: both("A blue wall") }, await hr());
    expect(await addImage(CODE, { file: large, alt: both("A blue wall") }, await hr())).toBe(id);
    const kept = await findImage(id);
    const { format, width, height, exif } = await sharp(kept?.data).metadata();
    expect({ format, width, height, exif, type: kept?.type }).toEqual({ format: "webp", width: 1600, height: 800, exif: undefined, type: "image/webp" });
    const wrong = async (file: Uint8Array, code: string) => expect(addImage(CODE, { file, alt: both("x") }, await hr())).rejects.toMatchObject({ errors: [{ path: "file", code }] });
    await wrong(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), "image_type");
    await wrong(Buffer.from("GIF89a nothing"), "image_type");
    await wrong(large.subarray(0, 900), "image_broken");
    await wrong(Buffer.alloc(2 * 1024 * 1024 + 1), "image_too_large");
  });
});

it("a retired course is begun by nobody and keeps its history", async () => {
  await retireCourse(CODE, "Replaced", await hr(days(1)));
  await expect(retireCourse(CODE, "Replaced", await hr(days(1)))).rejects.toMatchObject({ code: "state_changed" });
  expect(await db.learningCourse.findUniqueOrThrow({ where: { code: CODE } })).toMatchObject({ published: null });
  expect((await db.auditEvent.findMany({ where: { subjectKind: "course" }, orderBy: { seq: "asc" } })).map(({ type }) => type)).toEqual(expect.arrayContaining(["course.draft-created", "course.draft-saved", "course.published", "course.assigned", "course.image-added", "course.retired"]));
  expect(await transaction((tx) => tx.count("LearningCourseVersion", { course: CODE }))).toBe(2);
  expect(scenario.code).toBe("TALK");
});
