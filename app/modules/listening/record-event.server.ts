import { type ActorRef, appendEvent } from "#modules/audit/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { ListeningEvent } from "./events.ts";

/** Texts of a customer, erasable; they belong to the customer, or to the feedback where nobody knows whose they are. */
export interface PersonalWords {
  readonly owner: { readonly kind: "customer" | "feedback"; readonly id: string };
  readonly values: Readonly<Record<string, string | null>>;
}

/** Writes one event of this module into the audit trail; without an actor a customer or the system itself acts. */
export async function recordEvent(
  tx: Tx,
  subject: { readonly kind: "touchpoint" | "survey-link" | "feedback" | "import" | "export" | "organisation" | "pain-point"; readonly id: string },
  actor: ActorRef | null,
  at: Date,
  event: ListeningEvent,
  personal?: PersonalWords,
): Promise<void> {
  const { owner, values = {} } = personal ?? {};
  const owned = owner === undefined ? [] : Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [[field, { value, owner }] as const]));
  await appendEvent(tx, { type: event.type, schema: event.schema, subject, actor, data: event.data, ...(owned.length === 0 ? {} : { personal: Object.fromEntries(owned) }), at });
}
