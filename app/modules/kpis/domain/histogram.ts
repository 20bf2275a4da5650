/**
 * The p-quantile of values given by how often each came, by the same definition 7 as `kernel/quantile`, without writing
 * the values out.
 * @throws RangeError for no values
 */
export function quantileOfCounts(histogram: Readonly<Record<string, number>>, p: number): number {
  const bars = Object.entries(histogram)
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((a, b) => a.value - b.value);
  const n = bars.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) throw new RangeError("no values");
  const place = (n - 1) * p;
  const below = Math.floor(place + 1e-9);
  const at = (rank: number): number => {
    let passed = 0;
    for (const { value, count } of bars) {
      passed += count;
      if (rank < passed) return value;
    }
    return bars.at(-1)?.value ?? NaN;
  };
  const low = at(below);
  return low + Math.max(0, place - below) * (at(Math.min(below + 1, n - 1)) - low);
}

/** Above it the binomial ranks come from their normal approximation, which is then right to the rank. */
const EXACT_UP_TO = 1000;

/**
 * Ranks, counted from 1, whose values enclose the median in at least 95 of 100 samples (Campbell and Gardner, British
 * Medical Journal 1988; 296:1454–1456). null below 6 values: no such pair exists.
 */
export function enclosingRanks(n: number): { readonly low: number; readonly high: number } | null {
  if (n < 6) return null;
  if (n > EXACT_UP_TO) {
    const low = Math.floor(n / 2 - (1.959963984540054 * Math.sqrt(n)) / 2);
    return { low, high: n + 1 - low };
  }
  let log = -n * Math.LN2;
  let below = 0;
  for (let rank = 0; ; rank += 1) {
    below += Math.exp(log);
    if (2 * below > 0.05) return rank === 0 ? null : { low: rank, high: n + 1 - rank };
    log += Math.log((n - rank) / (rank + 1));
  }
}
