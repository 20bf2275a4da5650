import { excludesZero, type Interval } from "#kernel/interval.ts";
import { npsOf } from "#kernel/nps.ts";
import { proportionDifference, wilson } from "#kernel/proportion.ts";
import { roundHalfAway, roundRatio } from "#kernel/rounding.ts";

export const SCALES = ["agree", "loyal", "enps", "text"] as const;
export type Scale = (typeof SCALES)[number];

/** Lowest and highest answer of a scale; null for words. */
export const RANGE: Readonly<Record<Scale, readonly [low: number, high: number] | null>> = { agree: [1, 5], loyal: [1, 5], enps: [0, 10], text: null };

/** Answers to one question, counted: of so many, so many for and against. On five points 4 and 5 are for, 1 and 2 against. */
export interface Tally {
  readonly n: number;
  readonly good: number;
  readonly bad: number;
}

export const NOTHING: Tally = { n: 0, good: 0, bad: 0 };

export function tallyOf(scale: Scale, value: number): Tally {
  const [good, bad] = scale === "enps" ? [value >= 9, value <= 6] : [value >= 4, value <= 2];
  return { n: 1, good: Number(good), bad: Number(bad) };
}

export const plus = (a: Tally, b: Tally): Tally => ({ n: a.n + b.n, good: a.good + b.good, bad: a.bad + b.bad });

/**
 * What may be said of a group that may be shown. Numbers are whole per cent (or points of the eNPS), the number of answers
 * is rounded down to a whole multiple of the threshold, and the interval rests on these rounded numbers alone, so nothing
 * finer can be taken back out of it. Where nearly all answers are low, `value` is the upper end of a band and `low` is set.
 */
export interface Figure {
  readonly value: number;
  readonly banded: boolean;
  readonly interval: Interval | null;
  /** At least so many answered. */
  readonly atLeast: number;
  /** Shares for and against in whole per cent; null in a band. */
  readonly good: number | null;
  readonly bad: number | null;
}

/** Up to which figure only a band is shown: so that no group learns that all of it said the same low thing. */
export const LOW_SHARE = 20;
export const LOW_ENPS = -60;

export const downTo = (n: number, step: number): number => n - (n % step);

export function figureOf(scale: Scale, { n, good, bad }: Tally, step: number): Figure | null {
  const atLeast = downTo(n, step);
  if (n === 0 || atLeast === 0) return null;
  const [goodPercent, badPercent] = [roundRatio(100 * good, n), roundRatio(100 * bad, n)];
  const value = scale === "enps" ? roundRatio(100 * (good - bad), n) : goodPercent;
  const lowest = scale === "enps" ? LOW_ENPS : LOW_SHARE;
  if (value <= lowest) return { value: lowest, banded: true, interval: null, atLeast, good: null, bad: null };
  return { value, banded: false, interval: intervalOf(scale, goodPercent, badPercent, atLeast), atLeast, good: goodPercent, bad: badPercent };
}

function intervalOf(scale: Scale, good: number, bad: number, n: number): Interval | null {
  const of = (percent: number) => Math.min(n, roundRatio(percent * n, 100));
  if (scale !== "enps") {
    const share = wilson({ hits: of(good), n });
    return share === null ? null : { low: roundHalfAway(100 * share.low), high: roundHalfAway(100 * share.high) };
  }
  const promoters = of(good);
  const detractors = Math.min(n - promoters, of(bad));
  const nps = npsOf({ promoters, detractors, passives: n - promoters - detractors });
  return nps === null ? null : { low: roundHalfAway(nps.low), high: roundHalfAway(nps.high) };
}

export const TRENDS = ["up", "steady", "down"] as const;
export type Trend = (typeof TRENDS)[number];

/**
 * Which way a group went between two waves; only what lies beyond chance is called a change (design.md §4.5), so one person
 * more or fewer never turns it.
 */
export function trendOf(scale: Scale, before: Tally, after: Tally): Trend | null {
  if (before.n === 0 || after.n === 0) return null;
  if (scale === "enps") {
    const nps = ({ n, good, bad }: Tally) => npsOf({ promoters: good, detractors: bad, passives: n - good - bad });
    const [a, b] = [nps(before), nps(after)];
    if (a === null || b === null) return null;
    const reach = (one: typeof a) => (one.high - one.low) / 2;
    const apart = b.score - a.score;
    return Math.abs(apart) <= Math.hypot(reach(a), reach(b)) ? "steady" : apart > 0 ? "up" : "down";
  }
  const difference = proportionDifference({ hits: after.good, n: after.n }, { hits: before.good, n: before.n });
  if (difference === null || !excludesZero(difference)) return "steady";
  return difference.value > 0 ? "up" : "down";
}
