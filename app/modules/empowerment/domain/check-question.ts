import { z } from "zod";

const text = z.string().trim().min(1).max(500);
const bilingual = z.strictObject({ vi: text, en: text });

export const OPTIONS = { min: 2, max: 4 } as const;

/** One question asked with "understood": 2 to 4 answers, one of them right, and why it is. */
export const checkQuestion = z
  .strictObject({
    question: bilingual,
    options: z.array(bilingual).min(OPTIONS.min).max(OPTIONS.max),
    /** Position of the right one, from 0. */
    correct: z.int().min(0),
    explanation: bilingual,
  })
  .refine(({ correct, options }) => correct < options.length, { path: ["correct"], error: "choose_one" });
export type CheckQuestion = z.output<typeof checkQuestion>;

/** The question as those who answer it see it. */
export interface AskedQuestion {
  readonly question: CheckQuestion["question"];
  readonly options: CheckQuestion["options"];
}

/** The stored question of a version; null where none is asked. */
export function readCheckQuestion(stored: string | null): CheckQuestion | null {
  return stored === null ? null : checkQuestion.parse(JSON.parse(stored));
}

/** The question without its answer. */
export function askedQuestion(question: CheckQuestion | null): AskedQuestion | null {
  return question === null ? null : { question: question.question, options: question.options };
}

/** Whether an answer, a position from 0, is the right one. */
export function isRight({ correct }: CheckQuestion, answer: number | null): boolean {
  return answer === correct;
}
