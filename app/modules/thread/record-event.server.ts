import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { ThreadEvent } from "./events.ts";

/** Writes one event of this module about a link, with the words of whoever drew or removed it. */
export async function recordEvent(tx: Tx, asked: Asked, linkId: string, event: ThreadEvent, note: string): Promise<void> {
  const owner = { kind: "person", id: asked.actor?.personId ?? "" };
  await appendEvent(tx, { type: event.type, subject: { kind: "thread", id: linkId }, actor: actorRef(asked), data: event.data, personal: { note: { value: note, owner } }, at: asked.now });
}
