import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { decisionList } from "./queries-decisions.server.ts";
import { findPolicyInForce } from "./policy-store.server.ts";
import type { DecisionRow } from "./view-models.ts";

/** What needs the reader now, as far as decisions and the policy go. */
export interface HomeView {
  /** their requests that wait for others */
  readonly pending: readonly DecisionRow[];
  /** granted or approved, and not given to the customer yet */
  readonly toGive: readonly DecisionRow[];
  readonly recent: readonly DecisionRow[];
  /** the version in force they have not said they understood */
  readonly unreadVersion: number | null;
  /** versions in review that they may publish */
  readonly toPublish: readonly number[];
}

const SHOWN = 5;

async function unread(actor: PersonActor, now: Date): Promise<number | null> {
  const version = findPolicyInForce(now)?.version;
  if (version === undefined || !can(actor, "policies.acknowledge")) return null;
  const read = await db.policyAcknowledgement.count({ where: { version, personId: actor.personId } });
  return read > 0 ? null : version;
}

async function publishable(actor: PersonActor): Promise<number[]> {
  if (!can(actor, "policies.publish")) return [];
  const rows = await db.policyVersion.findMany({
    where: { state: "in_review", editors: { none: { personId: actor.personId } } },
    select: { version: true },
    orderBy: { version: "asc" },
  });
  return rows.map(({ version }) => version);
}

/** The first screen's part of this module: what waits, what is still to be given, what was decided last. */
export async function homeView(actor: PersonActor): Promise<HomeView> {
  const now = systemClock.now();
  const own = { personId: actor.personId };
  const decides = can(actor, "decisions.record");
  const none: DecisionRow[] = [];
  const [pending, toGive, recent, unreadVersion, toPublish] = await Promise.all([
    decides ? decisionList({ ...own, state: "pending" }, SHOWN) : none,
    decides ? decisionList({ ...own, state: { in: ["granted", "approved"] }, givenAt: null, decidedAt: { gte: new Date(now.getTime() - 7 * 86_400_000) } }, SHOWN) : none,
    decides ? decisionList(own, SHOWN) : none,
    unread(actor, now),
    publishable(actor),
  ]);
  return { pending, toGive, recent, unreadVersion, toPublish };
}
