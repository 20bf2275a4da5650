import { newId } from "#kernel/ids.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { ownAttempt } from "../command.server.ts";
import type { ReplayFields } from "../schemas.ts";
import { playsIn } from "./play.server.ts";

/**
 * Begins a new play that keeps the first choices of an older one; 0 begins anew. The older one stays as it was played. A
 * play just begun from the same point is gone on with. Answers its id. Refuses `forbidden`; `not_found`.
 */
export async function playAgain(attemptId: string, { lesson, play: from, kept }: ReplayFields, asked: Asked): Promise<string> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    await ownAttempt(tx, person.personId, attemptId);
    const plays = await playsIn(tx, attemptId, lesson);
    const based = plays.find(({ play }) => play.id === from);
    if (based === undefined || kept > based.choices.length) throw notFound();
    const last = plays.at(-1);
    if (last !== undefined && last.play.endedAt === null && last.play.basedOnId === from && last.play.kept === kept && last.choices.length === kept) return last.play.id;
    const id = newId();
    await tx.insert("LearningPlay", { id, attemptId, lesson, number: plays.length + 1, basedOnId: from, kept, startedAt: asked.now });
    return id;
  });
}
