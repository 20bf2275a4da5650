import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Says why a commitment of one's own was not kept. Refuses: `forbidden`; `not_found` for somebody else's; 409 `state_changed` once its cycle is closed. */
export async function explainMissed(id: string, reason: string, asked: Asked): Promise<void> {
  const { personId } = demandPerson(asked, "leading.write");
  await transaction(async (tx) => {
    const row = await tx.find("LeadCommitment", { id, personId });
    if (row === null) throw notFound();
    const cycle = await tx.find("LeadCycle", { id: row.cycleId });
    if (cycle?.closedAt !== null) throw new Refusal("state_changed");
    await tx.update("LeadCommitment", { id, personId }, { missedReason: reason, missedAt: asked.now });
    await recordEvent(tx, asked, { kind: "lead-commitment", id }, { type: "lead-commitment.explained", schema: 1, data: { cycle: row.cycleId } });
  });
}
