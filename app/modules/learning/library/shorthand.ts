import type { Choice, CourseContent, Ending, Markdown, Question, RecallCard, Text, Turn } from "../domain/content.ts";

type Effects = Choice["effects"];
type Option = Question["options"][number];

/** An amount keeps its sign on the same line. */
const typeset = (text: string) => text.replaceAll(" ₫", "\u00A0₫");

/** One text in both languages. */
export function both(vi: string, en: string): Text {
  return { vi: typeset(vi), en: typeset(en) };
}

/** Paragraphs in both languages; a list is one paragraph of several lines. */
export function page(vi: readonly string[], en: readonly string[]): Markdown {
  return both(vi.join("\n\n"), en.join("\n\n"));
}

/** What the person says, what shows, and what the learner may do about it. */
export function turn(code: string, says: Text, shows: Text, choices: readonly Choice[]): Turn {
  return { code, kind: "turn", says, shows, choices };
}

/** What the learner says or does, where it leads, what it does to the person, and why. */
export function choice(code: string, to: string, effects: Effects, text: Text, feedback: Text): Choice {
  return { code, to, effects, text, feedback };
}

/** How it ends: the last words, what shows, and what became of it. */
export function ending(code: string, quality: Ending["quality"], says: Text, shows: Text, outcome: Text): Ending {
  return { code, kind: "ending", quality, says, shows, outcome };
}

/** A question of a quiz with its options. */
export function question(code: string, text: Text, options: readonly Option[]): Question {
  return { code, question: text, options };
}

/** The right answer, and why it is. */
export function right(code: string, text: Text, feedback: Text): Option {
  return { code, text, right: true, feedback };
}

/** A wrong answer that somebody sensible would give, and what speaks against it. */
export function wrong(code: string, text: Text, feedback: Text): Option {
  return { code, text, right: false, feedback };
}

/** Something worth keeping in mind, asked again when it is about to be forgotten. */
export function recall(code: string, asked: Text, answer: Text): RecallCard {
  return { code, question: asked, answer };
}

/** What a course serves, of the customer's side. */
export function serves(kind: CourseContent["serves"]["kind"], text: Text): CourseContent["serves"] {
  return { kind, text };
}
