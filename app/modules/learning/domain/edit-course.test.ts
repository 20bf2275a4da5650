import { describe, expect, it } from "vitest";
import { LESSON_KINDS, type Scenario } from "./content.ts";
import { addLesson, addNode, blankCourse, blankScenario, changeLesson, changeNode, changeScenario, freeCode, moveLesson, orderLessons, removeLesson, removeNode } from "./edit-course.ts";
import { courseFromDecision } from "./from-decision.ts";
import { courseFromStory } from "./from-story.ts";
import { validateCourse } from "./validate-course.ts";
import { validateScenario } from "./validate-scenario.ts";
import { versionChanges } from "./version-changes.ts";

const text = (words: string) => ({ vi: words, en: words });
const full = LESSON_KINDS.reduce((course, kind) => addLesson(course, kind), blankCourse("C", text("C"), "S"));
const order = (course: typeof full) => course.lessons.map(({ code }) => code);
const graph = (scenario: Scenario) => validateScenario(scenario).map(({ code }) => code).filter((code) => code !== "language_missing" && code !== "no_feedback");

describe("a course is edited", () => {
  it("by adding lessons of every kind under codes of their own, and moving and removing them", () => {
    expect(order(full)).toEqual(["l1", "l2", "l3", "l4", "l5"]);
    expect(order(moveLesson(full, "l2", -1))).toEqual(["l2", "l1", "l3", "l4", "l5"]);
    expect(order(moveLesson(full, "l1", -1))).toEqual(order(full));
    expect(order(orderLessons(full, ["l5", "l1"]))).toEqual(["l5", "l1", "l2", "l3", "l4"]);
    expect(order(removeLesson(full, "l3"))).toEqual(["l1", "l2", "l4", "l5"]);
    expect(freeCode("l", [{ code: "l2" }])).toBe("l3");
  });

  it("one lesson at a time, and only one that is there", () => {
    expect(changeLesson(full, "l1", (lesson) => ({ ...lesson, minutes: 2 }))?.lessons[0]?.minutes).toBe(2);
    expect(changeLesson(full, "gone", (lesson) => lesson)).toBeNull();
    expect(changeScenario(full, "l1", (scenario) => scenario)).toBeNull();
  });

  it("begins a scenario that is whole but for its words, and keeps what a removed node leaves behind in sight", () => {
    expect(graph(blankScenario())).toEqual([]);
    const { scenario, code } = addNode(blankScenario(), "turn", { node: "t1", choice: "c1" });
    expect(code).toBe("t3");
    expect(graph(scenario)).toEqual(["no_way_out", "unreachable", "target_missing", "no_way_out"]);
    expect(graph(removeNode(blankScenario(), "e1"))).toContain("no_ending");
    expect(graph(removeNode(blankScenario(), "e1"))).toContain("target_missing");
    expect(changeNode(scenario, "gone", (node) => node)).toBeNull();
  });
});

it("tells what a version changed", () => {
  const before = full;
  const after = { ...moveLesson(removeLesson(full, "l5"), "l1", 1), why: text("new") };
  const changed = changeLesson(addLesson(after, "read"), "l2", (lesson) => ({ ...lesson, minutes: 1 })) ?? after;
  const { head, lessons, reordered } = versionChanges(before, changed);
  expect([head, lessons.map(({ code, change }) => [code, change]), reordered]).toEqual([["why"], [["l2", "changed"], ["l5", "changed"]], true]);
  expect(versionChanges(null, full)).toEqual({ head: [], lessons: [], reordered: false });
});

describe("a scenario made from a past decision", () => {
  const words = { situation: text("At the counter"), did: text("did"), asked: text("asked"), refused: text("refused"), instead: text("instead") };
  const decision = {
    ...{ number: "D-2026-000012", gesture: text("refund"), reason: text("fault"), channel: text("shop"), felt: text("upset") },
    ...{ note: "Chị Nguyễn Thu Hà gọi từ 0912 345 678, đơn O-8812, thư ha.nguyen@example.com", resultNote: "Khách Thu Hà hài lòng", outcome: "granted" as const, result: "resolved" as const, names: ["Nguyễn Thu Hà"] },
  };
  it("keeps what was done and what became of it, and hides who it was", () => {
    const course = courseFromDecision("C", text("C"), "S", decision, words);
    const written = JSON.stringify(course);
    for (const telling of ["Hà", "Nguyễn", "0912", "O-8812", "@example"]) expect(written).not.toContain(telling);
    expect(written).toContain("D-2026-000012");
    const [lesson] = course.lessons;
    expect(lesson?.kind === "scenario" && lesson.scenario.nodes.map((node) => (node.kind === "ending" ? node.quality : node.choices.map(({ text: said }) => said.en)))).toEqual([["did", "instead"], "good", "mixed"]);
  });
  it("asks before publishing for what only a person can write", () => {
    const found = validateCourse(courseFromDecision("C", text("C"), "S", decision, words)).map(({ code }) => code);
    expect(found).toContain("no_feedback");
    expect(found).toContain("language_missing");
    expect(found).not.toContain("no_way_out");
  });
});

describe("a scenario made from a story", () => {
  const story = { language: "vi", happened: "Khách tới lúc đóng cửa", felt: "Nói nhỏ dần", unsaid: "Chiếc áo là quà cuối", did: "Mở lại cửa", changed: null } as const;
  it("keeps what happened, was seen, left unsaid and done, in the language it was told in, and asks for the rest", () => {
    const course = courseFromStory("C", text("C"), "S", story, text("instead"));
    const [lesson] = course.lessons;
    const scenario = lesson?.kind === "scenario" ? lesson.scenario : null;
    expect(scenario).toMatchObject({ situation: { vi: story.happened, en: "" }, unsaid: { vi: story.unsaid, en: "" }, nodes: [{ shows: { vi: story.felt }, choices: [{ text: { vi: story.did } }, { text: text("instead") }] }, { outcome: { vi: "", en: "" } }, {}] });
    const found = validateCourse(course).map(({ code }) => code);
    expect(found).toContain("language_missing");
    expect(found).not.toContain("no_way_out");
  });
});
