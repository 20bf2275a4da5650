import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { readableDecisions } from "./queries-decisions.server.ts";

/** A decision as others refer to it. */
export interface DecisionBrief {
  readonly id: string;
  readonly number: string;
  /** The code of the rule it was taken under, if one. */
  readonly rule: string | null;
}

/** A decision by id for somebody who may know of it; null else. */
export function decisionBrief(actor: Actor, id: string): Promise<DecisionBrief | null> {
  return db.decision.findFirst({ where: { AND: [{ id }, readableDecisions(actor)] }, select: { id: true, number: true, rule: true } });
}
