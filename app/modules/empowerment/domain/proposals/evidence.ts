import { wilson } from "#kernel/proportion.ts";
import { quantile } from "#kernel/quantile.ts";

/**
 * One decision under a rule, as evidence for its limit. Amounts are minor units of the policy's currency; `reach` is what
 * the limit was compared with: what was asked for and what the same case had been given before.
 */
export interface LimitCase {
  readonly id: string;
  readonly reason: string;
  readonly asked: number;
  readonly reach: number;
  /** What a percentage of the order allowed at most; null where the rule has none. */
  readonly ceiling: number | null;
  /** `granted`: decided alone. The others went up because the limit was passed. */
  readonly outcome: "granted" | "in_full" | "less" | "declined" | "expired";
  /** Granted or approved; 0 where nothing was. */
  readonly given: number;
  /** Business minutes from asking to the answer; 0 when decided alone. */
  readonly waited: number;
  readonly result: "resolved" | "partly" | "unresolved" | null;
  readonly overturned: boolean;
}

/** The certainty asked for, either way: the lower end of the 95 % score interval of the share. */
export const CERTAINTY = 0.85;
/** The share of good cases that a new limit still serves. */
const SERVED = 0.9;
/** A limit is at most doubled, and at least halved. */
const STEP = 2;

/** The fewest cases that can reach the certainty at all, when every one of them says the same: 22. */
export const FEWEST = ((): number => {
  let n = 1;
  while ((wilson({ hits: n, n })?.low ?? 0) < CERTAINTY) n += 1;
  return n;
})();

/** Counts of cases over the limit, by what became of them. */
export interface Widening {
  readonly n: number;
  readonly inFull: number;
  readonly less: number;
  readonly declined: number;
  readonly expired: number;
  /** Approved, then looked at again and changed: no yes that counts. */
  readonly overturned: number;
  /** Lower end of the interval of "approved in full"; null for no cases. */
  readonly low: number | null;
}

/** Counts of grants in the upper half of the limit, by how they turned out. */
export interface Narrowing {
  /** With a known result. */
  readonly n: number;
  readonly badly: number;
  readonly unresolved: number;
  readonly overturned: number;
  readonly resolved: number;
  readonly partly: number;
  /** Nobody recorded how it turned out: counted nowhere else. */
  readonly untold: number;
  readonly low: number | null;
}

/** Why a limit stays as it is. */
export type HoldReason =
  /** fewer than {@link FEWEST} cases on either side */
  | "too_few"
  /** the bound lies below the certainty on both sides */
  | "bound_below"
  /** approvers say yes to amounts so near the limit that no step is left */
  | "no_step"
  /** the upper half goes badly, yet what goes well reaches just as high */
  | "good_ones_reach"
  /** both sides have their evidence at once */
  | "contradicts";

export interface Assessment {
  readonly kind: "widen" | "narrow" | "hold";
  /** The new limit; null when held. */
  readonly to: number | null;
  readonly hold: HoldReason | null;
  readonly widening: Widening;
  readonly narrowing: Narrowing;
}

/** Cases that a higher limit would have decided: over this one, and not stopped by a percentage of the order. */
export function overLimit(limit: number, cases: readonly LimitCase[]): LimitCase[] {
  return cases.filter(({ outcome, reach, ceiling }) => outcome !== "granted" && reach > limit && (ceiling === null || ceiling >= reach));
}

/** Grants under this limit. */
export function withinLimit(limit: number, cases: readonly LimitCase[]): LimitCase[] {
  return cases.filter(({ outcome, reach }) => outcome === "granted" && reach <= limit);
}

const upperHalf = (limit: number) => ({ reach }: LimitCase) => STEP * reach > limit;
/** A grant that went badly: looked at again and changed, whatever for, or the customer was not helped. */
const wentBadly = ({ overturned, result }: LimitCase) => overturned || result === "unresolved";
const wentWell = ({ overturned, result }: LimitCase) => !overturned && result === "resolved";
const told = ({ overturned, result }: LimitCase) => overturned || result !== null;

function widening(over: readonly LimitCase[]): Widening {
  const count = (outcome: LimitCase["outcome"]) => over.filter((one) => !one.overturned && one.outcome === outcome).length;
  const inFull = count("in_full");
  return {
    n: over.length,
    inFull,
    less: count("less"),
    declined: count("declined"),
    expired: count("expired"),
    overturned: over.filter(({ overturned }) => overturned).length,
    low: wilson({ hits: inFull, n: over.length })?.low ?? null,
  };
}

function narrowing(upper: readonly LimitCase[]): Narrowing {
  const known = upper.filter(told);
  const result = (kind: LimitCase["result"]) => known.filter((one) => !one.overturned && one.result === kind).length;
  const badly = known.filter(wentBadly).length;
  return {
    n: known.length,
    badly,
    unresolved: result("unresolved"),
    overturned: known.filter(({ overturned }) => overturned).length,
    resolved: result("resolved"),
    partly: result("partly"),
    untold: upper.length - known.length,
    low: wilson({ hits: badly, n: known.length })?.low ?? null,
  };
}

/** The place of the second significant digit: 1,000 for 43,210. */
const grain = (amount: number) => 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1);

/** Down to two significant digits: a new limit never asks for more than the evidence. */
function roundDown(amount: number): number {
  const step = grain(amount);
  return Math.floor(amount / step) * step;
}

/** Up to two significant digits: a new limit never takes more than the evidence. */
function roundUp(amount: number): number {
  const step = grain(amount);
  return Math.ceil(amount / step) * step;
}

/** What approvers' answers ask for: nine of ten approved cases fit, at most twice the limit. */
function widerLimit(limit: number, over: readonly LimitCase[]): number {
  const approved = over.filter(({ outcome, overturned }) => !overturned && (outcome === "in_full" || outcome === "less")).map(({ reach, asked, given }) => reach - asked + given);
  return roundDown(Math.min(quantile(approved, SERVED) ?? 0, STEP * limit));
}

/** What bad results leave: nine of ten grants that went well still fit, at least half the limit; half where next to none went well. */
function narrowerLimit(limit: number, within: readonly LimitCase[]): number {
  const well = within.filter(wentWell).map(({ reach }) => reach);
  const needed = well.length < FEWEST ? 0 : (quantile(well, SERVED) ?? 0);
  return roundUp(Math.max(needed, Math.ceil(limit / STEP)));
}

/**
 * Whether the limit of a rule should be wider, narrower or stay, by what became of the cases on either side of it.
 *
 * Widen, from cases that went up because they passed the limit and are closed: when the lower end of the 95 % score
 * interval of *approved in full* is at least 85 % (28 of 30: no; 58 of 60: yes), to the 90th percentile of what was
 * approved, rounded down to two significant digits, at most doubled.
 *
 * Narrow is the mirror, from grants in the upper half of the limit whose result is known: when the lower end of the
 * interval of *went badly* (unresolved, or overturned for whatever reason, abuse included) is at least 85 %, to the 90th
 * percentile of the grants that went well, rounded up to two significant digits, at least half. Where fewer than
 * {@link FEWEST} went well there is no place at which they do, and the limit is halved.
 *
 * So the same certainty, the same share served and the same greatest step hold both ways; answers that approvers gave in
 * full can only speak for widening, results can only speak for narrowing, and where both speak the limit stays.
 * @param limit minor units, above 0
 */
export function assessLimit(limit: number, cases: readonly LimitCase[]): Assessment {
  const over = overLimit(limit, cases);
  const within = withinLimit(limit, cases);
  const wider = widening(over);
  const narrower = narrowing(within.filter(upperHalf(limit)));
  const held = (hold: HoldReason): Assessment => ({ kind: "hold", to: null, hold, widening: wider, narrowing: narrower });

  const asksForMore = (wider.low ?? 0) >= CERTAINTY;
  const asksForLess = (narrower.low ?? 0) >= CERTAINTY;
  if (asksForMore && asksForLess) return held("contradicts");
  if (asksForMore) {
    const to = widerLimit(limit, over);
    return to > limit ? { kind: "widen", to, hold: null, widening: wider, narrowing: narrower } : held("no_step");
  }
  if (asksForLess) {
    const to = narrowerLimit(limit, within);
    return to < limit ? { kind: "narrow", to, hold: null, widening: wider, narrowing: narrower } : held(limit < STEP ? "no_step" : "good_ones_reach");
  }
  return held(wider.n < FEWEST && narrower.n < FEWEST ? "too_few" : "bound_below");
}
