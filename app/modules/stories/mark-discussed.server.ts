import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./command.server.ts";
import { mayMark } from "./domain/week.ts";
import type { DiscussionFields } from "./schemas.ts";

/**
 * Marks that one's own team talked about a published card: when, who was there, what came up; again changes it.
 * Refuses: `forbidden`; `not_found`; 422 `out_of_week` at `day`, `not_your_team` at `present`.
 */
export async function markDiscussed(cardId: string, { day, present, cameUp }: DiscussionFields, asked: Asked, remember?: RememberMade): Promise<void> {
  const { personId: managerId, siteCode } = demandPerson(asked, "line-up.discuss");
  const today = localDay(asked.now, organisation().timeZone);
  const there = [...new Set(present)];
  await transaction(async (tx) => {
    const card = await tx.find("LineUpCard", { id: cardId });
    if (card?.publishedAt == null) throw notFound();
    if (!mayMark(day, card.week, today)) throw invalidInput({ path: "day", code: "out_of_week" });
    const team = new Set((await tx.list("Person", { managerId, active: true })).map(({ id }) => id));
    if (there.some((id) => !team.has(id))) throw invalidInput({ path: "present", code: "not_your_team" });
    await tx.upsert("LineUpDiscussion", { cardId, managerId }, { cardId, managerId, day, siteCode, cameUp, at: asked.now });
    await tx.remove("LineUpPresent", { cardId, managerId });
    for (const personId of there) await tx.insert("LineUpPresent", { cardId, managerId, personId });
    await recordEvent(tx, asked, { kind: "line-up", id: cardId }, { type: "line-up.discussed", schema: 1, data: { week: card.week, present: there.length } });
    await remember?.(tx, cardId);
  });
}
