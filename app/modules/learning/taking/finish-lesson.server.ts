import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { ownAttempt } from "../command.server.ts";
import { lessonOf, versionIn } from "../courses.server.ts";
import { finishInAttempt, settleAttempt } from "./attempt-state.server.ts";

/** What an act in a course came to. */
export interface Moved {
  /** The course is completed with it. */
  readonly completed: boolean;
  /** Id of the certificate it earned; null: none yet. */
  readonly certificate: string | null;
}

/** Finishes a lesson that is read; again without effect. Refuses `forbidden`; `not_found`. */
export async function finishReading(attemptId: string, lesson: string, asked: Asked): Promise<Moved> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    const attempt = await ownAttempt(tx, person.personId, attemptId);
    const content = await versionIn(tx, attempt.course, attempt.version);
    const read = content === null ? null : lessonOf(content, lesson, "read");
    if (content === null || read === null) throw notFound();
    await finishInAttempt(tx, attempt, read, asked);
    return settleAttempt(tx, attemptId, content, asked);
  });
}
