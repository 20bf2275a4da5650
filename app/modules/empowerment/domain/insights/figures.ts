import { type Difference, excludesZero } from "#kernel/interval.ts";
import { type Counts, wilson } from "#kernel/proportion.ts";
import { median, quantile } from "#kernel/quantile.ts";

/** A share as two counts with its 95 % interval, in fractions; both ends are null where nothing was counted. */
export interface Share extends Counts {
  readonly low: number | null;
  readonly high: number | null;
}

/** The share of `hits` among `n` (Wilson). */
export function shareOf(hits: number, n: number): Share {
  const interval = wilson({ hits, n });
  return { hits, n, low: interval?.low ?? null, high: interval?.high ?? null };
}

/**
 * Where values lie: median and 90th percentile. The interval of the median is null for fewer than six values, everything
 * is null for none.
 */
export interface Spread {
  readonly n: number;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p90: number | null;
}

export function spreadOf(values: readonly number[]): Spread {
  const interval = median(values);
  return { n: values.length, median: quantile(values, 0.5), low: interval?.low ?? null, high: interval?.high ?? null, p90: quantile(values, 0.9) };
}

/** How far one group lies above another one; `clear` when its 95 % interval leaves out 0. */
export interface Gap extends Difference {
  readonly clear: boolean;
}

/** null stays null: one of the groups was too small to compare. */
export function gapOf(difference: Difference | null): Gap | null {
  return difference === null ? null : { value: difference.value, low: difference.low, high: difference.high, clear: excludesZero(difference) };
}
