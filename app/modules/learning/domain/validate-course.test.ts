import { describe, expect, it } from "vitest";
import type { CourseContent, Lesson } from "./content.ts";
import { publishable } from "./findings.ts";
import { validateCourse } from "./validate-course.ts";

const text = (words: string) => ({ vi: words, en: words });
const base = { title: text("…"), minutes: 3, recall: [] };
const read = (code: string): Lesson => ({ ...base, code, kind: "read", body: text("…"), remember: text("…") });
const option = (code: string, right: boolean) => ({ code, right, text: text(code), feedback: text("why") });
const quiz = (over: object = {}): Lesson => ({ ...base, code: "q", kind: "quiz", pass: 1, questions: [{ code: "1", question: text("?"), options: [option("a", true), option("b", false)] }], ...over });
const course = (lessons: readonly Lesson[], over: Partial<CourseContent> = {}): CourseContent => ({
  ...{ code: "C", title: text("…"), summary: text("…"), why: text("…"), serves: { kind: "need", text: text("…") } },
  ...{ skill: "S", validMonths: 12, verified: false, lessons },
  ...over,
});
const found = (lessons: readonly Lesson[], over: Partial<CourseContent> = {}) => validateCourse(course(lessons, over)).map(({ code, path }) => [code, path]);

describe("a course", () => {
  it("of three whole lessons gives no finding", () => expect(found([read("a"), read("b"), quiz()])).toEqual([]));

  it("of fewer or more lessons than usual is only worth a second look", () => {
    const two = validateCourse(course([read("a"), read("b")]));
    expect(two.map(({ code, severity }) => [code, severity])).toEqual([["lesson_count", "warning"]]);
    expect(publishable(two)).toBe(true);
    expect(publishable(validateCourse(course([])))).toBe(false);
  });

  it("says both languages", () => {
    expect(found([read("a"), read("b"), { ...base, code: "c", kind: "reflection", prompt: { vi: "Viết", en: "" } }], { why: { vi: "", en: "why" } })).toEqual([
      ["language_missing", "why.vi"],
      ["language_missing", "lessons.2.prompt.en"],
    ]);
  });

  it("has lessons of one to five minutes", () => expect(found([read("a"), read("b"), { ...quiz(), minutes: 6 }])).toEqual([["lesson_minutes", "lessons.2.minutes"]]));

  it.each<[string, object, string]>([
    ["no_questions", { questions: [], pass: 1 }, "questions"],
    ["not_one_right", { questions: [{ code: "1", question: text("?"), options: [option("a", true), option("b", true)] }] }, "questions.0.options"],
    ["few_options", { questions: [{ code: "1", question: text("?"), options: [option("a", true)] }] }, "questions.0.options"],
    ["pass_over_questions", { pass: 2 }, "pass"],
    ["pass_below_one", { pass: 0 }, "pass"],
  ])("of a quiz: %s", (code, over, at) => expect(found([read("a"), read("b"), quiz(over)])).toContainEqual([code, `lessons.2.${at}`]));

  it("asks a practice to be done at least once, and says what is looked for", () => {
    expect(found([read("a"), read("b"), { ...base, code: "p", kind: "practice", task: text("…"), times: 0, observe: [] }])).toEqual([["practice_times", "lessons.2.times"], ["nothing_to_observe", "lessons.2.observe"]]);
  });

  it("names codes that stand twice, of recall cards through all lessons", () => {
    const card = { code: "k", question: text("?"), answer: text("!") };
    expect(found([{ ...read("a"), recall: [card] }, { ...read("a"), recall: [card] }, quiz()])).toEqual([["duplicate_code", "lessons.1.code"], ["duplicate_code", "lessons.1.recall.0.code"]]);
  });
});
