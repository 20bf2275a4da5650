import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { LeadingEvent } from "./events.ts";

interface Subject {
  readonly kind: "lead-cycle" | "person" | "lead-commitment" | "customer-hours" | "leader-decision" | "who-we-are" | "export";
  readonly id: string;
}

/** Writes one event of this module. */
export async function recordEvent(tx: Tx, asked: Asked, subject: Subject, event: LeadingEvent): Promise<void> {
  await appendEvent(tx, { type: event.type, subject, actor: actorRef(asked), data: event.data, at: asked.now });
}
