import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { StoriesEvent } from "./events.ts";

/** Writes one event of this module. */
export async function recordEvent(tx: Tx, asked: Asked, subject: { readonly kind: string; readonly id: string }, event: StoriesEvent): Promise<void> {
  await appendEvent(tx, { type: event.type, subject, actor: actorRef(asked), data: event.data, at: asked.now });
}

export const storyPage = (id: string): string => `/stories/${id}`;
export const circlePage = (id: string): string => `/circles/${id}`;
