import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { PulseEvent } from "./events.ts";

/** Writes one event of this module; without somebody who asks, the system itself acts. */
export async function recordEvent(tx: Tx, asked: Asked | { readonly actor?: undefined; readonly now: Date }, subject: { readonly kind: "pulse" | "pulse-question" | "pulse-threshold"; readonly id: string }, event: PulseEvent): Promise<void> {
  const actor = asked.actor === undefined ? null : actorRef(asked as Asked);
  await appendEvent(tx, { type: event.type, subject, actor, data: event.data, at: asked.now });
}
