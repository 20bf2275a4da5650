import { quantile } from "#kernel/quantile.ts";
import { type LimitCase, overLimit, withinLimit } from "./evidence.ts";

/**
 * What a new limit would have done to the same cases, each by itself: what counts here is the limit alone, so budgets,
 * other rules and what people would have asked for under another limit are left out.
 */
export interface Estimate {
  readonly method: "same_cases";
  /** Cases that would have been decided another way: alone instead of by an approver, or the other way round. */
  readonly cases: number;
  /** Minor units given beyond (above 0) or short of (below 0) what was given. */
  readonly cost: number;
  /** Business minutes that customers would have waited less (above 0) or more (below 0). */
  readonly minutes: number;
  /** Business minutes that one of these cases waits for its answer, median; null where none ever waited. */
  readonly typicalWait: number | null;
}

/** The estimate for widening to `to`: what went up would have been given at once, in full. */
export function estimateWidening(limit: number, to: number, cases: readonly LimitCase[]): Estimate {
  const affected = overLimit(limit, cases).filter(({ reach }) => reach <= to);
  return {
    method: "same_cases",
    cases: affected.length,
    cost: affected.reduce((sum, { asked, given }) => sum + asked - given, 0),
    minutes: affected.reduce((sum, { waited }) => sum + waited, 0),
    typicalWait: quantile(affected.map(({ waited }) => waited), 0.5),
  };
}

/** The estimate for narrowing to `to`: what was given alone would have waited as others do, and nothing would have gone to those that went badly. */
export function estimateNarrowing(limit: number, to: number, cases: readonly LimitCase[]): Estimate {
  const affected = withinLimit(limit, cases).filter(({ reach }) => reach > to);
  const typicalWait = quantile(cases.filter(({ outcome }) => outcome !== "granted").map(({ waited }) => waited), 0.5);
  const badly = affected.filter(({ overturned, result }) => overturned || result === "unresolved");
  return {
    method: "same_cases",
    cases: affected.length,
    cost: badly.reduce((sum, { given }) => sum - given, 0) || 0,
    minutes: -(typicalWait ?? 0) * affected.length || 0,
    typicalWait,
  };
}
