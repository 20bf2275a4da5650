import type { Actor } from "#access/actor.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf } from "./command.server.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * "I have read and understood", once per person and version; saying it again changes nothing. Only of a published
 * version. Refuses: `forbidden` (also a service: nobody reads for somebody), `not_found`.
 */
export async function acknowledgePolicy(actor: Actor, version: number, options: CommandOptions<void> = {}): Promise<void> {
  demand(actor, "policies.acknowledge");
  const now = instantOf(options);
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  await transaction(async (tx) => {
    if ((await tx.count("PolicyVersion", { version, state: "published" })) === 0) throw notFound();
    if ((await tx.find("PolicyAcknowledgement", { version, personId })) !== null) return;
    await tx.insert("PolicyAcknowledgement", { version, personId, at: now });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, {
      type: "policy.acknowledged",
      schema: 1,
      data: { version },
    });
  });
}
