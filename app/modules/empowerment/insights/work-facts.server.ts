import { db } from "#platform/db.server.ts";

/** What one decision says about how somebody works; null: it says nothing about that. */
export interface WorkFact {
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Decided alone, among what was granted, approved, declined, returned or ran out. */
  readonly autonomy: boolean | null;
  /** The customer rated it 4 or 5 of 5. */
  readonly satisfied: boolean | null;
  /** A known customer who was helped had to come again within seven days. */
  readonly repeatContact: boolean | null;
  /** Asked about by choice, among cases inside their authority. */
  readonly permissionFear: boolean | null;
}

/** What a decision must say for its fact. */
interface FactSource {
  readonly personId: string;
  readonly decidedAt: Date;
  readonly state: string;
  readonly outcome: string;
  readonly byChoice: boolean;
  readonly csat: number | null;
  readonly customerId: string | null;
  readonly repeatContactAt: Date | null;
}

/** The most recent decisions that are looked at. */
const MOST = 60_000;
const ANSWERED = new Set(["granted", "approved", "declined", "returned", "expired"]);
const GIVEN = new Set(["granted", "approved"]);

/** The fact of one decision that was not cancelled. */
export function workFactOf({ personId, decidedAt, state, outcome, byChoice, csat, customerId, repeatContactAt }: FactSource): WorkFact {
  return {
    personId,
    at: decidedAt.getTime(),
    autonomy: ANSWERED.has(state) ? state === "granted" : null,
    satisfied: csat === null ? null : csat >= 4,
    repeatContact: GIVEN.has(state) && customerId !== null ? repeatContactAt !== null : null,
    permissionFear: byChoice || outcome === "granted" ? byChoice : null,
  };
}

/** What decisions taken in [from, to) say about how people work, one by one; for comparisons of groups, never of one person. */
export async function workFacts({ from, to }: { readonly from: Date; readonly to: Date }): Promise<WorkFact[]> {
  const rows = await db.decision.findMany({
    where: { decidedAt: { gte: from, lt: to }, state: { not: "cancelled" } },
    select: { personId: true, decidedAt: true, state: true, outcome: true, byChoice: true, csat: true, customerId: true, repeatContactAt: true },
    orderBy: { decidedAt: "desc" },
    take: MOST,
  });
  return rows.map(workFactOf);
}
