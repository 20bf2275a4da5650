import type { Asked } from "#platform/acting.server.ts";
import type { CourseContent, LessonKind, ScenarioNode } from "../domain/content.ts";
import { addLesson, addNode, changeLesson, changeNode, changeScenario, moveLesson, orderLessons, removeLesson, removeNode } from "../domain/edit-course.ts";
import { editLessonRows, editNodeRows, rowEdit } from "../domain/row-edit.ts";
import { editDraft } from "./draft.server.ts";
import { headInput, lessonInput, nodeInput } from "./form-input.ts";
import { HEAD_PART, LESSONS_PART, lessonPart, nodePart, nodesPart } from "./parts.ts";

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
/** The mark a form was opened with; without one it is refused as changed, never written blindly. */
const openedBy = (form: FormData) => textOf(form, "mark");

/** Saves the head of a draft. Refuses as editDraft does. */
export async function saveHead(code: string, form: FormData, asked: Asked): Promise<void> {
  const head = headInput(form);
  await editDraft(code, { ...HEAD_PART, opened: openedBy(form) }, (course) => ({ ...course, ...head }), asked);
}

/** Saves a lesson, with what a button within its form adds, moves or removes. Refuses as editDraft does. */
export async function saveLesson(code: string, lesson: string, form: FormData, asked: Asked): Promise<void> {
  const edit = rowEdit(textOf(form, "intent"));
  await editDraft(
    code,
    { ...lessonPart(lesson), opened: openedBy(form) },
    (course) =>
      changeLesson(course, lesson, (before) => {
        const after = lessonInput(form, before);
        return edit === null ? after : editLessonRows(after, edit);
      }),
    asked,
  );
}

/** Saves one node of a scenario, with what a button within its form adds, moves or removes. Refuses as editDraft does. */
export async function saveNode(code: string, lesson: string, node: string, form: FormData, asked: Asked): Promise<void> {
  const edit = rowEdit(textOf(form, "intent"));
  await editDraft(
    code,
    { ...nodePart(lesson, node), opened: openedBy(form) },
    (course) =>
      changeScenario(course, lesson, (scenario) =>
        changeNode(scenario, node, (before) => {
          const after = nodeInput(form, before);
          return edit === null ? after : editNodeRows(after, edit);
        }),
      ),
    asked,
  );
}

/** Adds a turn or an ending, where one is named as the target of a choice. @returns the code it got */
export async function addScenarioNode(code: string, lesson: string, wish: { readonly kind: ScenarioNode["kind"]; readonly from?: { readonly node: string; readonly choice: string } }, asked: Asked): Promise<string> {
  let added = "";
  await editDraft(
    code,
    { ...nodesPart(lesson), opened: null },
    (course) =>
      changeScenario(course, lesson, (scenario) => {
        const made = addNode(scenario, wish.kind, wish.from);
        added = made.code;
        return made.scenario;
      }),
    asked,
  );
  return added;
}

/** Removes a node; what led to it leads nowhere, and is found. Refuses as editDraft does. */
export async function removeScenarioNode(code: string, lesson: string, node: string, form: FormData, asked: Asked): Promise<void> {
  await editDraft(code, { ...nodePart(lesson, node), opened: openedBy(form) }, (course) => changeScenario(course, lesson, (scenario) => removeNode(scenario, node)), asked);
}

export type LessonListChange =
  | { readonly act: "add"; readonly kind: LessonKind }
  | { readonly act: "remove" | "up" | "down"; readonly lesson: string }
  | { readonly act: "order"; readonly codes: readonly string[] };

/** Adds, moves or removes a lesson, or puts them all in an order. Refuses as editDraft does. */
export async function changeLessons(code: string, change: LessonListChange, opened: string | null, asked: Asked): Promise<void> {
  const edit = (course: CourseContent): CourseContent => {
    switch (change.act) {
      case "add":
        return addLesson(course, change.kind);
      case "remove":
        return removeLesson(course, change.lesson);
      case "up":
      case "down":
        return moveLesson(course, change.lesson, change.act === "up" ? -1 : 1);
      case "order":
        return orderLessons(course, change.codes);
    }
  };
  await editDraft(code, { ...LESSONS_PART, opened }, edit, asked);
}
