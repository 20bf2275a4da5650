import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { readableDecisions } from "./queries-decisions.server.ts";
import type { DecisionState } from "./write-decision.server.ts";

/** Whose a decision is, about whom and where: what other modules need to tie something of theirs to it. */
export interface DecisionPlace {
  readonly id: string;
  readonly number: string;
  readonly state: DecisionState;
  readonly channel: string;
  readonly customerId: string | null;
  readonly personId: string;
  readonly managerId: string | null;
  readonly siteCode: string | null;
  readonly departmentCode: string | null;
}

/** The place of a decision the actor may know of; null for any other. */
export async function decisionPlace(actor: Actor, id: string): Promise<DecisionPlace | null> {
  const row = await db.decision.findFirst({
    where: { AND: [{ id }, readableDecisions(actor)] },
    select: { id: true, number: true, state: true, channel: true, customerId: true, personId: true, managerId: true, siteCode: true, departmentCode: true },
  });
  return row === null ? null : { ...row, state: row.state as DecisionState };
}
