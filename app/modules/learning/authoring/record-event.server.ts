import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { AuthoringEvent } from "./events.ts";

/** Writes one event about a course or a skill; without somebody who asks, the system itself acts. */
export async function recordEvent(tx: Tx, subject: { readonly kind: "course" | "skill"; readonly id: string }, event: AuthoringEvent, asked: Asked | { readonly actor: "system"; readonly now: Date }): Promise<void> {
  await appendEvent(tx, { type: event.type, schema: event.schema, subject, actor: asked.actor === "system" ? null : actorRef(asked as Asked), data: event.data, at: asked.now });
}
