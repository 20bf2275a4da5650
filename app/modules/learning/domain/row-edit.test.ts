import { describe, expect, it } from "vitest";
import { LESSON_KINDS } from "./content.ts";
import { addLesson, blankCourse, blankScenario } from "./edit-course.ts";
import { editLessonRows, editNodeRows, rowEdit } from "./row-edit.ts";

const course = LESSON_KINDS.reduce((made, kind) => addLesson(made, kind), blankCourse("C", { vi: "C", en: "C" }, "S"));
const lesson = (kind: (typeof LESSON_KINDS)[number]) => course.lessons.find((one) => one.kind === kind) ?? course.lessons[0]!;
const press = (kind: (typeof LESSON_KINDS)[number], ...intents: string[]) => intents.reduce((made, intent) => editLessonRows(made, rowEdit(intent)!), lesson(kind));

describe("buttons within a form", () => {
  it("are read, and anything else is not one", () => {
    expect(rowEdit("remove questions.1.options.2")).toEqual({ act: "remove", list: "questions.1.options", index: 2 });
    expect(rowEdit("add recall")).toEqual({ act: "add", list: "recall", index: null });
    for (const other of ["save", "", "drop recall", "add recall; x"]) expect(rowEdit(other)).toBeNull();
  });

  it("add, move and remove questions, options, cards and what is looked for", () => {
    const quiz = press("quiz", "add questions", "up questions.1", "add questions.1.options", "remove questions.1.options.0", "add recall");
    expect(quiz.kind === "quiz" && quiz.questions.map(({ code, options }) => [code, options.map((option) => option.code)])).toEqual([["q2", ["a", "b", "c"]], ["q1", ["b", "c", "o4"]]]);
    expect(quiz.recall.map(({ code }) => code)).toEqual([`${quiz.code}-k1`]);
    const practice = press("practice", "add observe", "remove observe.0");
    expect(practice.kind === "practice" && practice.observe).toHaveLength(1);
  });

  it("change nothing where a lesson has no such list", () => {
    expect(press("read", "add questions")).toEqual(lesson("read"));
    expect(press("quiz", "remove questions.9")).toEqual(lesson("quiz"));
  });

  it("add a choice to a turn, never to an ending", () => {
    const [turn, ending] = blankScenario().nodes;
    const edit = rowEdit("add choices")!;
    expect(turn && editNodeRows(turn, edit)).toMatchObject({ choices: [{ code: "c1", to: "e1" }, { code: "c2", to: "" }] });
    expect(ending && editNodeRows(ending, edit)).toEqual(ending);
  });
});
