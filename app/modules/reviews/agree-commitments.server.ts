import { lineAbove } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * Agrees somebody's commitments of a running cycle, as somebody above them in their line; they stay as they are from then
 * on. `seen`: the commitments that were read, null where that is not said. Refuses: `forbidden`; `not_found` outside of one's
 * line; 409 `state_changed` where nothing is left to agree, or others were published since.
 */
export async function agreeCommitments(cycleId: string, personId: string, asked: Asked, seen: readonly string[] | null = null): Promise<void> {
  const actor = demandPerson(asked, "leading.write");
  if (!lineAbove(personId).some(({ id }) => id === actor.personId)) throw notFound();
  await transaction(async (tx) => {
    const cycle = await tx.find("LeadCycle", { id: cycleId });
    if (cycle === null) throw notFound();
    const open = { cycleId, personId, agreedAt: null };
    const waiting = await tx.list("LeadCommitment", open);
    const others = seen !== null && (seen.length !== waiting.length || waiting.some(({ id }) => !seen.includes(id)));
    if (cycle.closedAt !== null || waiting.length === 0 || others) throw new Refusal("state_changed");
    const count = await tx.update("LeadCommitment", open, { agreedAt: asked.now, agreedById: actor.personId });
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "lead-commitments.agreed", schema: 1, data: { cycle: cycleId, count } });
    await notify(tx, { personId, kind: "leading.agreed", params: { name: actor.name }, href: `/leading/${personId}`, at: asked.now });
  });
}
