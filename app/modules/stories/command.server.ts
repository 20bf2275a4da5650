import type { PersonActor } from "#access/actor.ts";
import type { Action } from "#access/permissions.ts";
import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, demand, type Asked } from "#platform/acting.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { StoriesEvent } from "./events.ts";

/** Stores an HTTP answer in the command's own transaction, so that a repeated request gets it again. */
export type RememberMade = (tx: Tx, id: string) => Promise<void> | void;

/** The person who asks: nobody tells or joins in somebody else's name. Refuses 403 `forbidden` a service and the operator. */
export function demandPerson(asked: Asked, action: Action): PersonActor {
  demand(asked, action);
  if (asked.actor === null || asked.actor.kind === "service") throw new Refusal("forbidden");
  return asked.actor;
}

/** Writes one event of this module. */
export async function recordEvent(tx: Tx, asked: Asked, subject: { readonly kind: string; readonly id: string }, event: StoriesEvent): Promise<void> {
  await appendEvent(tx, { type: event.type, subject, actor: actorRef(asked), data: event.data, at: asked.now });
}

export const storyPage = (id: string): string => `/stories/${id}`;
export const circlePage = (id: string): string => `/circles/${id}`;
