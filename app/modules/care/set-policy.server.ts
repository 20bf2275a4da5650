import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, demand, type Asked } from "#platform/acting.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { CareEvent } from "./events.ts";
import type { CarePolicyFields } from "./schemas.ts";

/** Until HR says otherwise: a talk is always possible, nothing more. */
export const NO_POLICY: CarePolicyFields = { breakMinutes: null, handOver: false };

export async function policyOf(tx: Tx): Promise<CarePolicyFields> {
  const row = await tx.find("CarePolicy", { id: 1 });
  return row === null ? NO_POLICY : { breakMinutes: row.breakMinutes, handOver: row.handOver };
}

/** HR says what whoever checks in may give: a break of so many minutes, taking the customer over. Refuses `forbidden`. */
export async function setCarePolicy(fields: CarePolicyFields, asked: Asked): Promise<void> {
  demand(asked, "care.policy");
  const event: CareEvent = { type: "care.policy-set", schema: 1, data: fields };
  await transaction(async (tx) => {
    await tx.upsert("CarePolicy", { id: 1 }, { id: 1, ...fields, updatedById: asked.actor?.personId ?? null, updatedAt: asked.now });
    await appendEvent(tx, { type: event.type, subject: { kind: "care", id: "policy" }, actor: actorRef(asked), data: event.data, at: asked.now });
  });
}
