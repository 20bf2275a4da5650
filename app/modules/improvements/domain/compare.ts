import { type Difference, type Estimate, excludesZero } from "#kernel/interval.ts";
import { proportionDifference, wilson } from "#kernel/proportion.ts";
import { median, medianDifference, quantile } from "#kernel/quantile.ts";
import type { Direction, Shape } from "./measures.ts";
import { naturalLimits, type Signal, signalOf } from "#kernel/xmr.ts";

/** What was counted in one time: hits of n, or the values themselves. */
export type Sample = { readonly hits: number; readonly n: number } | { readonly values: readonly number[] };

/** Fewer cases than these on either side and nothing is said. */
const FEWEST_SHARE = 20;
const FEWEST_VALUES = 12;
const FEWEST_AFTER = 1;

export type Verdict = "better" | "worse" | "no_difference" | "not_enough";

/** A figure of one side, as far as there is one; shares as fractions. */
export interface Side {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Comparison {
  readonly shape: Shape;
  readonly verdict: Verdict;
  readonly before: Side;
  readonly after: Side;
  /** After − before with its 95 % interval; null where too little is known, and for a series. */
  readonly difference: Difference | null;
  /** Of a series: what the points after say against the limits before. */
  readonly signal: Signal | null;
  /** null: no target was set, or nothing measured yet. */
  readonly targetMet: boolean | null;
}

const EMPTY: Side = { n: 0, value: null, low: null, high: null };
const sideOf = (estimate: Estimate | null, n: number, value: number | null): Side => (estimate === null ? { ...EMPTY, n, value } : { n, value: estimate.value, low: estimate.low, high: estimate.high });
const asValues = (sample: Sample): readonly number[] => ("values" in sample ? sample.values : []);
const asCounts = (sample: Sample) => ("values" in sample ? { hits: 0, n: 0 } : { hits: sample.hits, n: sample.n });

function verdictOf(difference: Difference | null, enough: boolean, better: Direction): Verdict {
  if (!enough || difference === null) return "not_enough";
  if (!excludesZero(difference)) return "no_difference";
  return difference.value > 0 === (better === "up") ? "better" : "worse";
}

function compareShares(before: Sample, after: Sample, better: Direction): Omit<Comparison, "shape" | "targetMet"> {
  const [a, b] = [asCounts(after), asCounts(before)];
  const difference = proportionDifference(a, b);
  const enough = a.n >= FEWEST_SHARE && b.n >= FEWEST_SHARE;
  return {
    verdict: verdictOf(difference, enough, better),
    before: sideOf(wilson(b), b.n, null),
    after: sideOf(wilson(a), a.n, null),
    difference: enough ? difference : null,
    signal: null,
  };
}

function compareValues(before: Sample, after: Sample, better: Direction): Omit<Comparison, "shape" | "targetMet"> {
  const [a, b] = [asValues(after), asValues(before)];
  const difference = medianDifference(a, b);
  const enough = a.length >= FEWEST_VALUES && b.length >= FEWEST_VALUES;
  return {
    verdict: verdictOf(difference, enough, better),
    before: sideOf(median(b), b.length, quantile(b, 0.5)),
    after: sideOf(median(a), a.length, quantile(a, 0.5)),
    difference: enough ? difference : null,
    signal: null,
  };
}

function compareSeries(before: Sample, after: Sample, better: Direction): Omit<Comparison, "shape" | "targetMet"> {
  const [a, b] = [asValues(after), asValues(before)];
  const limits = naturalLimits(b);
  const found = limits === null || a.length < FEWEST_AFTER ? null : signalOf(a, limits);
  const mean = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);
  const good = found !== null && (found.side === "above") === (better === "up");
  return {
    verdict: limits === null || a.length < FEWEST_AFTER ? "not_enough" : found === null ? "no_difference" : good ? "better" : "worse",
    before: limits === null ? { ...EMPTY, n: b.length, value: mean(b) } : { n: b.length, value: limits.centre, low: limits.low, high: limits.high },
    after: { ...EMPTY, n: a.length, value: mean(a) },
    difference: null,
    signal: found?.signal ?? null,
  };
}

/**
 * What changed between two times. Shares by Newcombe's interval of a difference, values by the difference of medians
 * (both in the kernel, with their sources), a series by its natural limits. Too little on either side is `not_enough`, an
 * interval that holds 0 is `no_difference`.
 * @param target percent for a share, else in the unit of the values
 */
export function compare(shape: Shape, before: Sample, after: Sample, better: Direction, target: number | null): Comparison {
  const by = { share: compareShares, values: compareValues, series: compareSeries }[shape](before, after, better);
  const reached = by.after.value === null ? null : shape === "share" ? by.after.value * 100 : by.after.value;
  const targetMet = target === null || reached === null || by.verdict === "not_enough" ? null : better === "up" ? reached >= target : reached <= target;
  return { shape, ...by, targetMet };
}

/** Samples of one time joined: hits and n added up, values one after the other. */
export function joined(samples: readonly Sample[]): Sample {
  if (samples.some((sample) => "values" in sample)) return { values: samples.flatMap(asValues) };
  return samples.map(asCounts).reduce((sum, { hits, n }) => ({ hits: sum.hits + hits, n: sum.n + n }), { hits: 0, n: 0 });
}
