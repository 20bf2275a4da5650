import type { Lesson, ScenarioNode } from "./content.ts";
import { blankCard, blankChoice, blankQuestion, EMPTY, freeCode, moved } from "./edit-course.ts";

/** What a button within a form does to one of its lists: `add recall`, `remove questions.1`, `up choices.2`. */
export interface RowEdit {
  readonly act: "add" | "remove" | "up" | "down";
  readonly list: string;
  /** null: at the end. */
  readonly index: number | null;
}

/** Reads what a button says; null for anything else, as the plain save. */
export function rowEdit(intent: string): RowEdit | null {
  const [, act, list, index] = /^(add|remove|up|down) ([a-z]+(?:\.\d+\.[a-z]+)?)(?:\.(\d{1,3}))?$/.exec(intent) ?? [];
  return act === undefined || list === undefined ? null : { act: act as RowEdit["act"], list, index: index === undefined ? null : Number(index) };
}

function edited<T>(rows: readonly T[], { act, index }: RowEdit, blank: (rows: readonly T[]) => T): readonly T[] {
  if (act === "add") return [...rows, blank(rows)];
  if (index === null) return rows;
  return act === "remove" ? rows.filter((_row, place) => place !== index) : moved(rows, index, act === "up" ? -1 : 1);
}

/** A lesson after a button within its form; the same where the lesson has no such list. */
export function editLessonRows(lesson: Lesson, edit: RowEdit): Lesson {
  if (edit.list === "recall") return { ...lesson, recall: edited(lesson.recall, edit, (cards) => blankCard(cards, lesson.code)) };
  if (lesson.kind === "practice" && edit.list === "observe") return { ...lesson, observe: edited(lesson.observe, edit, () => EMPTY) };
  if (lesson.kind !== "quiz") return lesson;
  if (edit.list === "questions") return { ...lesson, questions: edited(lesson.questions, edit, blankQuestion) };
  const [, place] = /^questions\.(\d+)\.options$/.exec(edit.list) ?? [];
  return {
    ...lesson,
    questions: lesson.questions.map((question, index) =>
      String(index) === place ? { ...question, options: edited(question.options, edit, (options) => ({ code: freeCode("o", options), text: EMPTY, right: false, feedback: EMPTY })) } : question,
    ),
  };
}

/** A turn after a button within its form; the same where it has no such list. */
export function editNodeRows(node: ScenarioNode, edit: RowEdit): ScenarioNode {
  return node.kind === "turn" && edit.list === "choices" ? { ...node, choices: edited(node.choices, edit, blankChoice) } : node;
}
