import { type Difference, type Estimate, Z95 } from "./interval.ts";

interface Moments {
  readonly n: number;
  readonly mean: number;
  /** With n − 1 in the denominator. */
  readonly variance: number;
}

function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { n, mean, variance };
}

/** A two-sided level with its point of the normal distribution. */
interface Level {
  readonly p: number;
  readonly z: number;
}

const ONE_IN_TWENTY: Level = { p: 0.05, z: Z95 };
/** One in twenty over four comparisons at once (Bonferroni). */
export const FOUR_AT_ONCE: Level = { p: 0.0125, z: 2.497705474412374 };

/**
 * The two-sided point of Student's t, at 5 % unless told, for any real number of degrees of freedom from 1 on, good to five
 * digits and more (Hill, Algorithm 396, Communications of the ACM 1970; 13:619–620).
 */
export function studentPoint(freedom: number, { p, z }: Level = ONE_IN_TWENTY): number {
  if (freedom === 1) return 1 / Math.tan((p * Math.PI) / 2);
  if (freedom === 2) return Math.sqrt(2 / (p * (2 - p)) - 2);
  const a = 1 / (freedom - 0.5);
  const b = 48 / (a * a);
  const c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom;
  const y = (d * p) ** (2 / freedom);
  if (y <= 0.05 + a) {
    const tail = ((1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3) + 0.5 / (freedom + 4)) * y - 1) * ((freedom + 1) / (freedom + 2)) + 1 / y;
    return Math.sqrt(freedom * tail);
  }
  const x = -z;
  const square = x * x;
  const bend = freedom < 5 ? c + 0.3 * (freedom - 4.5) * (x + 0.6) : c;
  const scale = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + bend;
  const series = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / scale - square - 3) / b + 1) * x;
  return Math.sqrt(freedom * Math.expm1(a * series * series));
}

/** The mean with its 95 % interval by Student's t. null for fewer than 2 values. */
export function mean(values: readonly number[]): Estimate | null {
  if (values.length < 2) return null;
  const { n, mean: value, variance } = momentsOf(values);
  const reach = studentPoint(n - 1) * Math.sqrt(variance / n);
  return { value, n, low: value - reach, high: value + reach };
}

/**
 * The difference of two means, a − b, with its 95 % interval where the spreads may differ (Welch, Biometrika 1947;
 * 34:28–35, degrees of freedom after Satterthwaite), or that of another level. null where either has fewer than 2 values.
 */
export function meanDifference(a: readonly number[], b: readonly number[], level: Level = ONE_IN_TWENTY): Difference | null {
  if (a.length < 2 || b.length < 2) return null;
  const [first, second] = [momentsOf(a), momentsOf(b)];
  const [u, v] = [first.variance / first.n, second.variance / second.n];
  const value = first.mean - second.mean;
  if (u + v === 0) return { value, low: value, high: value };
  const freedom = (u + v) ** 2 / (u ** 2 / (first.n - 1) + v ** 2 / (second.n - 1));
  const reach = studentPoint(freedom, level) * Math.sqrt(u + v);
  return { value, low: value - reach, high: value + reach };
}
