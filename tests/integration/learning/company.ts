import { randomUUID } from "node:crypto";
import type { SeededPerson } from "#db/seed/builders.ts";
import type { Choice, CourseContent, Lesson, QuizLesson, ScenarioLesson } from "#modules/learning/domain/content.ts";
import { putInUse } from "#modules/learning/publish-content.server.ts";
import { answerQuestion } from "#modules/learning/taking/answer-question.server.ts";
import { chooseInScenario } from "#modules/learning/taking/choose-in-scenario.server.ts";
import { finishReading } from "#modules/learning/taking/finish-lesson.server.ts";
import { startAttempt } from "#modules/learning/taking/start-attempt.server.ts";
import type { ReportFields } from "#modules/learning/schemas.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";

export const now = new Date("2026-11-22T03:00:00Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
export const days = (count: number) => later(count * 24 * 60);

const both = (text: string) => ({ vi: `${text} (vi)`, en: text });
const base = { title: both("Lesson"), minutes: 3, recall: [] };

export const read: Lesson = { ...base, code: "READ", kind: "read", title: both("Read this"), body: both("# Person first\n\nA **person** stands before you."), remember: both("The person first"), recall: [{ code: "CARD", question: both("Who first?"), answer: both("The person") }] };

const choice = (code: string, to: string, trust: number, frustration = 0): Choice => ({ code, text: both(`Choice ${code}`), effects: { trust, frustration, time: 1 }, feedback: both(`Because of ${code}`), to });
export const scenario: ScenarioLesson = {
  ...base, code: "TALK", kind: "scenario", title: both("A coat that came apart"),
  scenario: {
    person: { name: both("Customer"), who: both("with a torn coat") }, situation: both("A Saturday evening"), start: "T1", begins: { trust: 40, frustration: 60, time: 0 }, unsaid: both("It was a present"),
    nodes: [
      { code: "T1", kind: "turn", says: both("It came apart"), shows: both("Looks away"), choices: [choice("listen", "T2", 20, -10), choice("receipt", "T2", -20, 20)] },
      { code: "T2", kind: "turn", says: both("And now?"), shows: both("Waits"), choices: [choice("refund", "GOOD", 20, -20), choice("again", "T1", -5), choice("leave", "POOR", -30, 30)] },
      { code: "GOOD", kind: "ending", says: both("Thank you"), shows: both("Smiles"), outcome: both("Comes back"), quality: "good" },
      { code: "POOR", kind: "ending", says: both("Goodbye"), shows: both("Leaves"), outcome: both("Never returns"), quality: "poor" },
    ],
  },
};
export const quiz: QuizLesson = {
  ...base, code: "QUIZ", kind: "quiz", title: both("What fits?"), pass: 2,
  questions: ["Q1", "Q2"].map((code) => ({ code, question: both(`Question ${code}`), options: [{ code: "a", text: both("Right"), right: true, feedback: both("Yes") }, { code: "b", text: both("Wrong"), right: false, feedback: both("No") }] })),
};
export const practice: Lesson = { ...base, code: "FIELD", kind: "practice", title: both("Listen for a minute"), task: both("Listen to one customer"), times: 1, observe: [both("Lets them finish"), both("Says it back")] };
export const reflection: Lesson = { ...base, code: "SELF", kind: "reflection", title: both("For yourself"), prompt: both("What was hard?") };

/** A course of the small company; by default the one its rules ask for. */
export const course = (more: Partial<CourseContent> = {}): CourseContent => ({
  code: "AUTHORITY-BASICS", title: both("Using your authority"), summary: both("Decide without fear"), why: both("Nobody waits for what is theirs"), serves: { kind: "need", text: both("An answer now") },
  skill: "AUTHORITY", validMonths: 12, verified: true, lessons: [read, scenario, quiz, practice], ...more,
});

/** HR puts a version in use. */
export async function publish(hr: SeededPerson, content = course(), number = 1, at = now): Promise<void> {
  const asked = await askedBy(hr, at);
  await transaction((tx) => putInUse(tx, content, number, asked));
}

export const uuid = (): string => randomUUID();

/** Everything but the practice, done well. Answers the attempt. */
export async function takeUntilPractice(person: SeededPerson, code = "AUTHORITY-BASICS", at = now): Promise<string> {
  const asked = await askedBy(person, at);
  const { id } = await startAttempt(code, asked);
  await finishReading(id, "READ", asked);
  let play: string | null = null;
  for (const [position, pick] of ["listen", "refund"].entries()) ({ play } = await chooseInScenario(id, { id: uuid(), lesson: "TALK", play, position, choice: pick, tookMs: 900 }, asked));
  for (const question of ["Q1", "Q2"]) await answerQuestion(id, { id: uuid(), lesson: "QUIZ", question, choice: "a", confidence: "think" }, asked);
  return id;
}

export const report = (more: Partial<ReportFields> = {}): ReportFields => ({ course: "AUTHORITY-BASICS", lesson: "FIELD", said: "The coat came apart", felt: "Let down", unsaid: "It was a present", decisionId: null, observerId: null, ...more });

/** No decision is anybody's. */
export const noDecision = async () => false;
