import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { findPolicy } from "./policy-store.server.ts";
import { readableDecisions } from "./queries-decisions.server.ts";
import type { Bilingual } from "./view-models.ts";
import { nameIn } from "./vocabulary.ts";

/** A decision as something to learn from: what it was about, what was done, what became of it. Its texts may name people. */
export interface DecisionStory {
  readonly id: string;
  readonly number: string;
  readonly gesture: Bilingual;
  readonly reason: Bilingual;
  readonly channel: Bilingual;
  readonly felt: string | null;
  readonly note: string | null;
  readonly resultNote: string | null;
  readonly outcome: "granted" | "escalated" | "refused";
  readonly result: "resolved" | "partly" | "unresolved" | null;
  readonly customerId: string | null;
  readonly siteCode: string | null;
  /** Who took and who approved it. */
  readonly personIds: readonly string[];
}

/** A decision by its number or id, for somebody who may know of it; null else. */
export async function decisionStory(actor: Actor, numberOrId: string): Promise<DecisionStory | null> {
  const row = await db.decision.findFirst({
    where: { AND: [{ OR: [{ number: numberOrId }, { id: numberOrId }] }, readableDecisions(actor)] },
    select: {
      ...{ id: true, number: true, gesture: true, reason: true, channel: true, felt: true, note: true, resultNote: true, outcome: true, result: true, policyVersion: true },
      ...{ customerId: true, siteCode: true, personId: true, approvedById: true, managerId: true },
    },
  });
  if (row === null) return null;
  const { gestures = [], reasons = [], channels = [] } = findPolicy(row.policyVersion)?.document ?? {};
  const { gesture, reason, channel, outcome, result, personId, approvedById, managerId, policyVersion: _version, ...rest } = row;
  return {
    ...rest,
    ...{ gesture: nameIn(gestures, gesture).name, reason: nameIn(reasons, reason).name, channel: nameIn(channels, channel).name },
    outcome: outcome as DecisionStory["outcome"],
    result: result as DecisionStory["result"],
    personIds: [personId, approvedById, managerId].filter((id) => id !== null),
  };
}
