import type { CourseContent, Lesson } from "../domain/content.ts";
import { safeHtml } from "../markdown.server.ts";
import { quizScreen, scenarioScreen } from "../taking/screens.ts";
import type { QuizView, ReadView, ScenarioView } from "../view-models.ts";

/** A lesson as a learner would see it; what was done so far stands in the address and nowhere else. */
export type PreviewBody =
  | { readonly kind: "read"; readonly read: ReadView }
  /** null: the scenario cannot go on from here. */
  | { readonly kind: "scenario"; readonly scenario: ScenarioView | null }
  | { readonly kind: "quiz"; readonly quiz: QuizView }
  | { readonly kind: "practice"; readonly task: Extract<Lesson, { kind: "practice" }>["task"]; readonly observe: Extract<Lesson, { kind: "practice" }>["observe"] }
  | { readonly kind: "reflection"; readonly prompt: Extract<Lesson, { kind: "reflection" }>["prompt"] };

export interface PreviewView {
  readonly course: { readonly code: string; readonly title: CourseContent["title"]; readonly summary: CourseContent["summary"] };
  readonly lessons: readonly { readonly code: string; readonly title: Lesson["title"]; readonly kind: Lesson["kind"]; readonly minutes: number }[];
  readonly lesson: { readonly code: string; readonly title: Lesson["title"]; readonly body: PreviewBody } | null;
}

/** What was chosen or answered, as an address has it: `c1.c2`, or `q1:a:sure.q2:b:guess`. */
export const stepsIn = (address: string | null): string[] => (address ?? "").split(".").filter((step) => step !== "");

function bodyOf(lesson: Lesson, steps: readonly string[]): PreviewBody {
  switch (lesson.kind) {
    case "read":
      return { kind: "read", read: { html: { vi: safeHtml(lesson.body.vi), en: safeHtml(lesson.body.en) }, remember: lesson.remember } };
    case "scenario":
      return { kind: "scenario", scenario: scenarioScreen(lesson, "preview", steps) };
    case "quiz":
      return { kind: "quiz", quiz: quizScreen(lesson, steps.map((step) => step.split(":")).map(([question = "", choice = "", confidence = "think"]) => ({ question, choice, confidence }))) };
    case "practice":
      return { kind: "practice", task: lesson.task, observe: lesson.observe };
    case "reflection":
      return { kind: "reflection", prompt: lesson.prompt };
  }
}

/** A course as learners would see it, with one of its lessons after these steps; null for a lesson there is not. */
export function previewOf(content: CourseContent, code: string | null, steps: readonly string[]): PreviewView | null {
  const lesson = code === null ? null : content.lessons.find((one) => one.code === code);
  if (lesson === undefined) return null;
  return {
    course: { code: content.code, title: content.title, summary: content.summary },
    lessons: content.lessons.map(({ code: name, title, kind, minutes }) => ({ code: name, title, kind, minutes })),
    lesson: lesson === null ? null : { code: lesson.code, title: lesson.title, body: bodyOf(lesson, steps) },
  };
}

/** The steps after a form of the player was sent: one more choice or answer, or back to as many as were kept. */
export function stepsAfter(form: FormData, steps: readonly string[]): readonly string[] {
  const text = (name: string) => String(form.get(name) ?? "");
  switch (form.get("intent")) {
    case "choose":
      return [...steps, text("choice")];
    case "replay":
      return steps.slice(0, Number(text("kept")) || 0);
    case "answer":
      return [...steps, `${text("question")}:${text("choice")}:${text("confidence")}`];
    default:
      return [];
  }
}
