/** A closed range of plausible values, at the 95 % level throughout the product. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A figure with its 95 % interval and the number of cases it rests on. */
export interface Estimate extends Interval {
  readonly value: number;
  readonly n: number;
}

/** How far a figure lies above another one, with its 95 % interval. */
export interface Difference extends Interval {
  readonly value: number;
}

/** The 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * a − b for two independent estimates, by the method of variance estimates recovery: each end takes from either estimate
 * the distance to its own limit. For Wilson intervals this is method 10 of Newcombe (Statistics in Medicine 1998;
 * 17:873–890); for other parameters Zou and Donner (Statistics in Medicine 2008; 27:1693–1702).
 */
export function differenceOf(a: Estimate, b: Estimate): Difference {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** True when an interval leaves out 0: there is a difference beyond chance. */
export function excludesZero({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
