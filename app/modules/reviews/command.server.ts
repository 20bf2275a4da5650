import type { PersonActor } from "#access/actor.ts";
import type { Action } from "#access/permissions.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";

/** Stores an HTTP answer in the command's own transaction, so that a repeated request gets it again. */
export type RememberMade = (tx: Tx, id: string) => Promise<void> | void;

/** The person who asks: nobody leads in somebody else's name. Refuses 403 `forbidden` a service and the operator. */
export function demandPerson(asked: Asked, action: Action): PersonActor {
  demand(asked, action);
  if (asked.actor === null || asked.actor.kind === "service") throw new Refusal("forbidden");
  return asked.actor;
}

/** Refuses 403 `leads_nobody` unless somebody reports to the person now. */
export async function demandLeader(tx: Tx, personId: string): Promise<void> {
  if ((await tx.count("Person", { managerId: personId, active: true })) === 0) throw new Refusal("leads_nobody", { status: 403 });
}
