/** Upper tail of the standard normal distribution, by the complementary error function of Abramowitz and Stegun 7.1.26 (absolute error below 1.5e-7). */
function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const half = (t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x)) / 2;
  return z >= 0 ? half : 1 - half;
}

const sign = (value: number): number => (value > 0 ? 1 : value < 0 ? -1 : 0);

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size > 1);
}

export interface Association {
  /** Kendall's tau-b, −1…1; 0 where one side never changes. */
  readonly tau: number;
  /** One-sided: how often chance alone would give a tau at least this far below zero. */
  readonly pBelow: number;
  /** The same, above zero. */
  readonly pAbove: number;
  readonly n: number;
}

/**
 * Kendall's rank association of two equally long lists, with the tie-corrected normal approximation of S and its
 * continuity correction (M. G. Kendall, Rank Correlation Methods, 4th ed. 1970, ch. 4). `inflation` widens the variance for
 * values that hang together in time.
 */
export function kendall(xs: readonly number[], ys: readonly number[], inflation = 1): Association {
  const n = xs.length;
  let s = 0;
  for (let i = 1; i < n; i += 1) for (let j = 0; j < i; j += 1) s += sign((xs[i] ?? 0) - (xs[j] ?? 0)) * sign((ys[i] ?? 0) - (ys[j] ?? 0));
  const [tx, ty] = [tieSizes(xs), tieSizes(ys)];
  const pairs = (n * (n - 1)) / 2;
  const tied = (sizes: readonly number[]) => sizes.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const scale = Math.sqrt((pairs - tied(tx)) * (pairs - tied(ty)));
  if (n < 3 || scale === 0) return { tau: 0, pBelow: 1, pAbove: 1, n };
  const sum = (sizes: readonly number[], of: (t: number) => number) => sizes.reduce((total, t) => total + of(t), 0);
  const spread = (t: number) => t * (t - 1) * (2 * t + 5);
  const variance =
    (n * (n - 1) * (2 * n + 5) - sum(tx, spread) - sum(ty, spread)) / 18 +
    (sum(tx, (t) => t * (t - 1) * (t - 2)) * sum(ty, (t) => t * (t - 1) * (t - 2))) / (9 * n * (n - 1) * (n - 2)) +
    (sum(tx, (t) => t * (t - 1)) * sum(ty, (t) => t * (t - 1))) / (2 * n * (n - 1));
  const deviation = Math.sqrt(variance * inflation);
  return { tau: s / scale, pBelow: upperTail((-s - 1) / deviation), pAbove: upperTail((s - 1) / deviation), n };
}

/**
 * Two series may fall and rise together only because both grow with time: their steps from period to period are compared
 * instead. Steps of independent noise hang together with the ones before (−0.5 at lag one), which widens the spread of
 * an association by 1 + 2 × 0.5² (M. S. Bartlett, J. R. Stat. Soc. 98, 1935).
 */
export function associationOfSteps(xs: readonly number[], ys: readonly number[]): Association {
  const steps = (values: readonly number[]) => values.slice(1).map((value, index) => value - (values[index] ?? 0));
  return kendall(steps(xs), steps(ys), 1.5);
}

/** Whether values rise or fall with time: H. B. Mann, Econometrica 13, 1945. */
export function trend(values: readonly number[]): Association {
  return kendall(values.map((_, index) => index), values);
}

/**
 * Which of many looks still stand at a false discovery rate: Y. Benjamini and Y. Hochberg, J. R. Stat. Soc. B 57, 1995.
 * Where nothing at all is there, `rate` is how often a whole set gives any finding.
 */
export function discoveries<T>(looks: readonly { readonly of: T; readonly p: number }[], rate: number): T[] {
  const sorted = [...looks].sort((a, b) => a.p - b.p);
  const last = sorted.findLastIndex(({ p }, index) => p <= ((index + 1) / sorted.length) * rate);
  return sorted.slice(0, last + 1).map(({ of }) => of);
}
