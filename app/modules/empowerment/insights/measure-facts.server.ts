import type { Prisma } from "#db/generated/client.ts";
import { type BusinessCalendar, businessMinutesBetween } from "#kernel/business-time.ts";
import { businessCalendar } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { inSlices } from "./frame.server.ts";

/** What the records of decisions say about a time, a rule, a gesture or a site, for modules that compare before and after. */
export const DECISION_MEASURES = ["granted_at_once", "waiting_minutes", "resolved", "satisfied", "repeat_contact"] as const;

export interface MeasureQuery {
  readonly measure: (typeof DECISION_MEASURES)[number];
  /** Decided in [from, to). */
  readonly from: Date;
  readonly to: Date;
  /** null: any. */
  readonly rule: string | null;
  readonly gesture: string | null;
  readonly site: string | null;
}

/** Hits among cases, or the value of each case. */
export type MeasureFacts = { readonly hits: number; readonly n: number } | { readonly values: readonly number[] };

/** The most recent cases whose single values are compared. */
const MOST_VALUES = 20_000;
const GIVEN: Prisma.DecisionWhereInput = { state: { in: ["granted", "approved"] } };

async function countOf(within: Prisma.DecisionWhereInput, counted: Prisma.DecisionWhereInput, hit: Prisma.DecisionWhereInput): Promise<MeasureFacts> {
  const [n, hits] = await Promise.all([db.decision.count({ where: { AND: [within, counted] } }), db.decision.count({ where: { AND: [within, counted, hit] } })]);
  return { hits, n };
}

/** Opening time from a decision until the customer had what was decided, in minutes. */
async function waits(within: Prisma.DecisionWhereInput): Promise<MeasureFacts> {
  const rows = await db.decision.findMany({
    where: { AND: [within, GIVEN, { givenAt: { not: null } }] },
    select: { decidedAt: true, givenAt: true, siteCode: true },
    orderBy: { decidedAt: "desc" },
    take: MOST_VALUES,
  });
  const calendars = new Map<string | null, BusinessCalendar>();
  const calendarOf = (site: string | null) => {
    const known = calendars.get(site) ?? businessCalendar(site);
    calendars.set(site, known);
    return known;
  };
  const values = await inSlices(rows, ({ decidedAt, givenAt, siteCode }) => Math.max(0, businessMinutesBetween(decidedAt, givenAt ?? decidedAt, calendarOf(siteCode))));
  return { values };
}

/**
 * Facts of one measure: granted at once among what was decided · business minutes until the customer had it · resolved
 * among results told · satisfied (4 or 5 of 5) among ratings · came again within seven days among known customers helped.
 */
export async function decisionFacts({ measure, from, to, rule, gesture, site }: MeasureQuery): Promise<MeasureFacts> {
  const within: Prisma.DecisionWhereInput = {
    decidedAt: { gte: from, lt: to },
    ...(rule === null ? {} : { rule }),
    ...(gesture === null ? {} : { gesture }),
    ...(site === null ? {} : { siteCode: site }),
  };
  switch (measure) {
    case "granted_at_once":
      return countOf(within, { state: { in: ["granted", "approved", "declined", "returned", "expired"] } }, { state: "granted" });
    case "waiting_minutes":
      return waits(within);
    case "resolved":
      return countOf(within, { result: { not: null } }, { result: "resolved" });
    case "satisfied":
      return countOf(within, { csat: { not: null } }, { csat: { gte: 4 } });
    case "repeat_contact":
      return countOf(within, { AND: [GIVEN, { customerId: { not: null } }] }, { repeatContactAt: { not: null } });
  }
}
