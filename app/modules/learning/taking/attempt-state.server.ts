import type { Asked } from "#platform/acting.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { giveCertificate } from "../certificates/give-certificate.server.ts";
import { recordEvent } from "../command.server.ts";
import { type PracticeRecord, progressOf } from "../domain/completion.ts";
import type { CourseContent, Lesson } from "../domain/content.ts";
import { newMemory } from "../domain/review.ts";

interface Finish {
  readonly score?: number | null;
  readonly outOf?: number | null;
  readonly passed?: boolean | null;
}

/** Adds the facts of a lesson to somebody's review; those already there keep their days. */
async function addCards(tx: Tx, attempt: Row<"LearningAttempt">, lesson: Lesson, at: Date): Promise<void> {
  for (const { code: card } of lesson.recall) {
    const key = { personId: attempt.personId, course: attempt.course, card };
    if ((await tx.count("LearningCard", key)) > 0) {
      await tx.update("LearningCard", key, { version: attempt.version, lesson: lesson.code });
      continue;
    }
    const memory = newMemory(at);
    await tx.insert("LearningCard", { ...key, lesson: lesson.code, version: attempt.version, dueAt: new Date(memory.due), memory: JSON.stringify(memory), createdAt: at });
  }
}

/** Marks that somebody is at a lesson. */
export async function openLesson(tx: Tx, attempt: Row<"LearningAttempt">, lesson: string, at: Date): Promise<void> {
  const key = { attemptId: attempt.id, lesson };
  if ((await tx.count("LearningLessonResult", key)) === 0) await tx.insert("LearningLessonResult", { ...key, startedAt: at });
  await tx.update("LearningAttempt", { id: attempt.id }, { touchedAt: at });
}

/** Marks a lesson as finished: the first time stays, the better score is kept, what was passed stays passed. */
export async function finishInAttempt(tx: Tx, attempt: Row<"LearningAttempt">, lesson: Lesson, asked: Asked, { score = null, outOf = null, passed = null }: Finish = {}): Promise<void> {
  await openLesson(tx, attempt, lesson.code, asked.now);
  const key = { attemptId: attempt.id, lesson: lesson.code };
  const before = await tx.find("LearningLessonResult", key);
  const best = score === null || (before?.score != null && before.score > score) ? (before?.score ?? null) : score;
  await tx.update("LearningLessonResult", key, { finishedAt: before?.finishedAt ?? asked.now, score: best, outOf, passed: before?.passed === true ? true : passed });
  if (passed !== false) await addCards(tx, attempt, lesson, asked.now);
}

/** How far an attempt is, from what is kept of it. */
export async function progressIn(tx: Tx, attemptId: string, content: CourseContent) {
  const results = await tx.list("LearningLessonResult", { attemptId });
  const reports = await tx.list("LearningReport", { attemptId });
  return progressOf(
    content,
    results.map(({ lesson, finishedAt, passed }) => ({ lesson, finished: finishedAt !== null, passed })),
    reports.map(({ lesson, state }) => ({ lesson, state: state as PracticeRecord["state"] })),
  );
}

/**
 * Completes an attempt whose lessons are all done and gives the certificate once it is earned, in the same transaction: so
 * the very next decision is judged with it. Answers what came of it.
 */
export async function settleAttempt(tx: Tx, attemptId: string, content: CourseContent, asked: Asked, verifiedById: string | null = null): Promise<{ readonly completed: boolean; readonly certificate: string | null }> {
  const attempt = await tx.find("LearningAttempt", { id: attemptId });
  if (attempt === null) throw new Error("No such attempt");
  const { completed, earned } = await progressIn(tx, attemptId, content);
  if (completed && attempt.state === "running") {
    await tx.update("LearningAttempt", { id: attemptId, state: "running" }, { state: "completed", completedAt: asked.now, openKey: null });
    const { course, version } = attempt;
    await recordEvent(tx, asked, { kind: "course", id: course }, { type: "learning.completed", schema: 1, data: { course, version } });
  }
  return { completed, certificate: earned ? await giveCertificate(tx, attempt, content, asked, verifiedById) : null };
}
