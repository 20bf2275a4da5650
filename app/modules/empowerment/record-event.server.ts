import { appendEvent, type ActorRef } from "#modules/audit/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { EmpowermentEvent } from "./events.ts";

/** Writes one event of this module into the audit trail; without an actor the system itself acts. */
export async function recordEvent(
  tx: Tx,
  subject: { readonly kind: "policy" | "rule" | "decision" | "approval" | "proposal" | "simulation" | "import" | "export"; readonly id: string },
  actor: ActorRef | null,
  at: Date,
  event: EmpowermentEvent,
): Promise<void> {
  await appendEvent(tx, { type: event.type, schema: event.schema, subject, actor, data: event.data, at });
}
