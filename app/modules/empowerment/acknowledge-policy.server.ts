import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * "I have read and understood", once per person and version; saying it again changes nothing. Only of a published
 * version. Refuses: `forbidden` (also a service: nobody reads for somebody), `not_found`.
 */
export async function acknowledgePolicy(version: number, asked: Asked): Promise<void> {
  demand(asked, "policies.acknowledge");
  const personId = asked.actor?.personId ?? null;
  if (personId === null) throw new Refusal("forbidden");
  await transaction(async (tx) => {
    if ((await tx.count("PolicyVersion", { version, state: "published" })) === 0) throw notFound();
    if ((await tx.find("PolicyAcknowledgement", { version, personId })) !== null) return;
    await tx.insert("PolicyAcknowledgement", { version, personId, at: asked.now });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actorRef(asked), asked.now, {
      type: "policy.acknowledged",
      schema: 1,
      data: { version },
    });
  });
}
