import type { Question, QuizLesson } from "./content.ts";

export const CONFIDENCES = ["sure", "think", "guess"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface QuizAnswer {
  readonly question: string;
  readonly choice: string;
  readonly confidence: Confidence;
}

/** One question marked: what a wrong answer given surely is worth is a second look, and a lucky guess is no knowledge yet. */
export interface MarkedAnswer extends QuizAnswer {
  readonly right: boolean;
  readonly rightChoice: string;
  /** sure and wrong: look again · guessed and right: worth keeping · none */
  readonly note: "look_again" | "lucky" | null;
}

export interface QuizMark {
  readonly answers: readonly MarkedAnswer[];
  readonly right: number;
  readonly outOf: number;
  readonly passed: boolean;
}

/** The option that is right; a question without exactly one is not published. */
export function rightChoice(question: Question): string {
  return question.options.find(({ right }) => right)?.code ?? "";
}

/** Marks one answer; null for a question or an option that the quiz does not have. */
export function markAnswer(quiz: QuizLesson, answer: QuizAnswer): MarkedAnswer | null {
  const question = quiz.questions.find(({ code }) => code === answer.question);
  const option = question?.options.find(({ code }) => code === answer.choice);
  if (question === undefined || option === undefined) return null;
  const note = !option.right && answer.confidence === "sure" ? "look_again" : option.right && answer.confidence === "guess" ? "lucky" : null;
  return { ...answer, right: option.right, rightChoice: rightChoice(question), note };
}

/** Marks a quiz: each question counts once, by its first answer; what is not answered is not right. */
export function markQuiz(quiz: QuizLesson, answers: readonly QuizAnswer[]): QuizMark {
  const first = new Map<string, QuizAnswer>();
  for (const answer of answers) if (!first.has(answer.question)) first.set(answer.question, answer);
  const marked = quiz.questions.flatMap(({ code }) => {
    const answer = first.get(code);
    const mark = answer === undefined ? null : markAnswer(quiz, answer);
    return mark === null ? [] : [mark];
  });
  const right = marked.filter((answer) => answer.right).length;
  return { answers: marked, right, outOf: quiz.questions.length, passed: right >= quiz.pass };
}
