import { type Difference, differenceOf, type Estimate } from "./interval.ts";

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function at(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (place - below) * (high - low);
}

/**
 * The p-quantile by definition 7 of Hyndman and Fan (The American Statistician 1996; 50:361–365): the straight line
 * between the two values around place (n − 1)·p, counted from 0. It is what spreadsheets (PERCENTILE.INC), R and NumPy
 * answer unless told otherwise, so whoever checks a figure by hand finds the same one.
 * @param p 0 to 1
 * @returns null for no values
 * @throws RangeError for a p outside of 0 to 1
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a fraction: ${p}`);
  return values.length === 0 ? null : at(ascending(values), p);
}

/**
 * The rank from either end, counted from 1, whose two values enclose the median in at least 95 of 100 samples: the
 * greatest r with 2·P(X < r) ≤ 0.05 for X binomial(n, ½). 0 when n is below 6 and no such pair exists.
 */
function enclosingRank(n: number): number {
  // Logarithms, since ½ⁿ is no number any more from n = 1,075 on.
  let log = -n * Math.LN2;
  let below = 0;
  for (let rank = 0; ; rank += 1) {
    below += Math.exp(log);
    if (2 * below > 0.05) return rank;
    log += Math.log((n - rank) / (rank + 1));
  }
}

/**
 * The median with its 95 % interval from order statistics: no assumption about the shape of the distribution (Campbell
 * and Gardner, British Medical Journal 1988; 296:1454–1456, with exact binomial ranks).
 * @returns null for fewer than 6 values: no interval of 95 % exists
 */
export function median(values: readonly number[]): Estimate | null {
  const n = values.length;
  const rank = n === 0 ? 0 : enclosingRank(n);
  if (rank === 0) return null;
  const sorted = ascending(values);
  return { value: at(sorted, 0.5), n, low: sorted[rank - 1] ?? NaN, high: sorted[n - rank] ?? NaN };
}

/**
 * The difference of two medians, a − b, with its 95 % interval: the two order-statistic intervals joined as in
 * {@link differenceOf}. null where either has fewer than 6 values.
 */
export function medianDifference(a: readonly number[], b: readonly number[]): Difference | null {
  const [first, second] = [median(a), median(b)];
  return first === null || second === null ? null : differenceOf(first, second);
}
