import { type Difference, differenceOf, type Estimate, Z95 } from "./interval.ts";

/** A count of hits among cases. Shares are made of these at the last moment, never stored or averaged. */
export interface Counts {
  readonly hits: number;
  readonly n: number;
}

function demandCounts({ hits, n }: Counts): void {
  if (!Number.isSafeInteger(hits) || !Number.isSafeInteger(n) || hits < 0 || hits > n) throw new RangeError(`not counts: ${hits} of ${n}`);
}

/**
 * The share hits / n with its 95 % score interval (Wilson, Journal of the American Statistical Association 1927;
 * 22:209–212), which stays within 0 and 1 and holds for small n and for shares near the ends.
 * @returns fractions; null for n = 0: nothing can be said
 * @throws RangeError for what are no counts
 */
export function wilson(counts: Counts): Estimate | null {
  demandCounts(counts);
  const { hits, n } = counts;
  if (n === 0) return null;
  const share = hits / n;
  const z2 = Z95 * Z95;
  const centre = share + z2 / (2 * n);
  const reach = Z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    value: share,
    n,
    low: hits === 0 ? 0 : (centre - reach) / scale,
    high: hits === n ? 1 : (centre + reach) / scale,
  };
}

/**
 * The difference of two shares, a − b, with its 95 % interval: Newcombe's hybrid of two score intervals (Statistics in
 * Medicine 1998; 17:873–890, method 10). null where either has no case.
 */
export function proportionDifference(a: Counts, b: Counts): Difference | null {
  const [first, second] = [wilson(a), wilson(b)];
  return first === null || second === null ? null : differenceOf(first, second);
}
