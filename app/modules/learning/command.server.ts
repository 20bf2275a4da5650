import type { PersonActor } from "#access/actor.ts";
import type { Action } from "#access/permissions.ts";
import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import type { LearningEvent } from "./events.ts";

/** Stores an HTTP answer in the command's own transaction, so that a repeated request gets it again. */
export type RememberMade = (tx: Tx, id: string) => Promise<void> | void;

interface Subject {
  readonly kind: "course" | "practice" | "certificate" | "export";
  readonly id: string;
}

/** Writes one event of this module. */
export async function recordEvent(tx: Tx, asked: Asked, subject: Subject, event: LearningEvent): Promise<void> {
  await appendEvent(tx, { type: event.type, subject, actor: actorRef(asked), data: event.data, at: asked.now });
}

/** The person who asks: nobody learns in somebody else's name. Refuses 403 `forbidden` a service and the operator. */
export function demandPerson(asked: Asked, action: Action): PersonActor {
  demand(asked, action);
  if (asked.actor === null || asked.actor.kind === "service") throw new Refusal("forbidden");
  return asked.actor;
}

/** An attempt of one's own, inside a transaction; 404 for anybody else's. */
export async function ownAttempt(tx: Tx, personId: string, id: string): Promise<Row<"LearningAttempt">> {
  const attempt = await tx.find("LearningAttempt", { id, personId });
  if (attempt === null) throw notFound();
  return attempt;
}
