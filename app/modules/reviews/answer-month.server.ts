import { lineAbove } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { AnswerFields } from "./schemas.ts";

/**
 * Answers a leader's month, once, as somebody above them in their line. `seen`: when the words were written that were read.
 * Refuses: `forbidden`; `not_found` outside of one's line and for a month without words; 409 `state_changed` when it has its
 * answer, or its words were changed since.
 */
export async function answerMonth(personId: string, { month, answer, seen }: AnswerFields, asked: Asked): Promise<void> {
  const actor = demandPerson(asked, "leading.write");
  if (!lineAbove(personId).some(({ id }) => id === actor.personId)) throw notFound();
  await transaction(async (tx) => {
    const row = await tx.find("LeadMonth", { personId, month });
    if (row === null) throw notFound();
    if (seen !== undefined && row.at.toISOString() !== seen) throw new Refusal("state_changed");
    if ((await tx.update("LeadMonth", { id: row.id, answeredAt: null }, { answer, answeredById: actor.personId, answeredAt: asked.now })) === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "lead-month.answered", schema: 1, data: { month } });
    await notify(tx, { personId, kind: "leading.answered", params: { name: actor.name, month }, href: `/leading/${personId}?month=${month}`, at: asked.now });
  });
}
