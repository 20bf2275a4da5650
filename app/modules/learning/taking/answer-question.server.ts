import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { ownAttempt } from "../command.server.ts";
import { lessonOf, versionIn } from "../courses.server.ts";
import type { QuizLesson } from "../domain/content.ts";
import { type Confidence, type MarkedAnswer, markAnswer, markQuiz, type QuizAnswer } from "../domain/quiz.ts";
import type { AnswerFields } from "../schemas.ts";
import { finishInAttempt, openLesson, settleAttempt } from "./attempt-state.server.ts";
import type { Moved } from "./finish-lesson.server.ts";

export interface Answered extends Moved {
  readonly answer: MarkedAnswer;
  /** Set with the last question of a round. */
  readonly result: { readonly right: number; readonly outOf: number; readonly passed: boolean } | null;
}

const given = ({ question, choice, confidence }: Row<"LearningAnswer">): QuizAnswer => ({ question, choice, confidence: confidence as Confidence });

/** The round that is open: the last one until each question of it is answered, then the next. */
export function openRound(quiz: QuizLesson, answers: readonly { readonly round: number; readonly question: string }[]): number {
  const last = Math.max(1, ...answers.map(({ round }) => round));
  const answered = new Set(answers.filter(({ round }) => round === last).map(({ question }) => question));
  return quiz.questions.every(({ code }) => answered.has(code)) ? last + 1 : last;
}

async function roundOf(tx: Tx, attemptId: string, lesson: string, round: number): Promise<QuizAnswer[]> {
  return (await tx.list("LearningAnswer", { attemptId, lesson, round }, { orderBy: [["at", "asc"]] })).map(given);
}

/**
 * Keeps one answer with how sure it was given. The first answer to a question stands for its round; the same one sent
 * again, after a bad network, answers the same. Refuses `forbidden`; `not_found`; 422 at `question` or `choice`.
 */
export async function answerQuestion(attemptId: string, fields: AnswerFields, asked: Asked): Promise<Answered> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    const attempt = await ownAttempt(tx, person.personId, attemptId);
    const content = await versionIn(tx, attempt.course, attempt.version);
    const quiz = content === null ? null : lessonOf(content, fields.lesson, "quiz");
    if (content === null || quiz === null) throw notFound();
    const mark = markAnswer(quiz, fields);
    if (mark === null) throw invalidInput({ path: quiz.questions.some(({ code }) => code === fields.question) ? "choice" : "question", code: "unknown_choice" });
    const all = await tx.list("LearningAnswer", { attemptId, lesson: fields.lesson });
    const round = all.find(({ id }) => id === fields.id)?.round ?? openRound(quiz, all);
    const before = all.find((one) => one.round === round && one.question === fields.question);
    if (before === undefined) {
      const { id, lesson, question, choice, confidence } = fields;
      await openLesson(tx, attempt, lesson, asked.now);
      await tx.insert("LearningAnswer", { id, attemptId, lesson, round, question, choice, confidence, right: mark.right, at: asked.now });
    }
    const marked = markQuiz(quiz, await roundOf(tx, attemptId, fields.lesson, round));
    const whole = marked.answers.length === quiz.questions.length;
    if (whole) await finishInAttempt(tx, attempt, quiz, asked, { score: marked.right, outOf: marked.outOf, passed: marked.passed });
    const settled = whole ? await settleAttempt(tx, attemptId, content, asked) : { completed: false, certificate: null };
    const answer = marked.answers.find(({ question }) => question === fields.question) ?? mark;
    return { ...settled, answer, result: whole ? { right: marked.right, outOf: marked.outOf, passed: marked.passed } : null };
  });
}
