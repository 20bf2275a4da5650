import type { Answer } from "./states.ts";

/** What one of the departments that answer together said. */
export interface OwnAnswer {
  readonly answer: Answer;
  /** The law a duty rests on, where it does. */
  readonly law: string | null;
}

/**
 * The one answer of departments that answer together; null while one of them has not spoken. A duty by law binds all; else
 * what all agree on; else, since somebody sees a way and somebody a need, it is made better.
 */
export function jointAnswer(answers: readonly (OwnAnswer | null)[]): Answer | null {
  const given = answers.filter((answer) => answer !== null);
  const [first] = given;
  if (first === undefined || given.length < answers.length) return null;
  if (given.some(({ answer, law }) => answer === "needed" && law !== null)) return "needed";
  return given.every(({ answer }) => answer === first.answer) ? first.answer : "improve";
}
