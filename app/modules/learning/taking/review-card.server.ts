import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type Memory, reviewed } from "../domain/review.ts";
import type { ReviewFields } from "../schemas.ts";

/**
 * Keeps how well a fact was remembered and when it comes back (FSRS, domain/review.ts); the same review sent again counts
 * once, and one of a fact that is not due yet changes nothing. Answers when it comes back. Refuses `forbidden`;
 * `not_found` for a fact that is not in one's own review.
 */
export async function reviewCard({ id, course, card, rating }: ReviewFields, asked: Asked): Promise<Date> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    const key = { personId: person.personId, course, card };
    const kept = await tx.find("LearningCard", key);
    if (kept === null) throw notFound();
    if (kept.dueAt > asked.now || (await tx.count("LearningReview", { id })) > 0) return kept.dueAt;
    const memory = reviewed(JSON.parse(kept.memory) as Memory, rating, asked.now);
    const dueAt = new Date(memory.due);
    await tx.insert("LearningReview", { id, ...key, rating, at: asked.now });
    await tx.update("LearningCard", key, { memory: JSON.stringify(memory), dueAt, reviews: kept.reviews + 1, reviewedAt: asked.now });
    return dueAt;
  });
}
