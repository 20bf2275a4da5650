/** Points a chart needs before its limits say anything. */
export const FEWEST_POINTS = 12;

/** Centre line and natural limits of a process. */
export interface NaturalLimits {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Natural process limits of single values: the mean ± 2.66 × the mean moving range (Wheeler, Understanding Variation,
 * 1993; 2.66 = 3 / d2 with d2 = 1.128 for ranges of two). null for fewer than twelve points.
 */
export function naturalLimits(values: readonly number[]): NaturalLimits | null {
  if (values.length < FEWEST_POINTS) return null;
  const centre = mean(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const reach = 2.66 * mean(ranges);
  return { centre, low: centre - reach, high: centre + reach, n: values.length };
}

export type Signal = "outside" | "run" | "near_limit";

const RUN = 8;

/**
 * What the points after a change say against the limits before it: a point outside; eight in a row on one side of the
 * centre; three of four in a row nearer a limit than the centre, on one side. null: nothing beyond the usual.
 * `side` tells where: above or below the centre.
 */
export function signalOf(after: readonly number[], { centre, low, high }: NaturalLimits): { readonly signal: Signal; readonly side: "above" | "below" } | null {
  const sideOf = (value: number) => (value > centre ? "above" : value < centre ? "below" : null);
  const out = after.find((value) => value > high || value < low);
  if (out !== undefined) return { signal: "outside", side: out > high ? "above" : "below" };
  for (const side of ["above", "below"] as const) {
    let run = 0;
    for (const value of after) {
      run = sideOf(value) === side ? run + 1 : 0;
      if (run >= RUN) return { signal: "run", side };
    }
    const half = side === "above" ? (centre + high) / 2 : (centre + low) / 2;
    const near = after.map((value) => (side === "above" ? value > half : value < half));
    for (let index = 0; index + 4 <= near.length; index += 1) {
      if (near.slice(index, index + 4).filter(Boolean).length >= 3) return { signal: "near_limit", side };
    }
  }
  return null;
}
