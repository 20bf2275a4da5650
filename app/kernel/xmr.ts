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
type Side = "above" | "below";

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

/** Points that limits are drawn from at most: later ones are judged by the limits, not blended into them. */
const MOST_BASE = 24;

/** A point as the chart shows it; `value` null: nothing was measured, which is not zero. */
export interface ChartPoint {
  readonly value: number | null;
  /** Every signal this point belongs to, with its side. */
  readonly signals: readonly { readonly signal: Signal; readonly side: Side }[];
}

/** Points from `start` up to, not including, `end`, that share their limits; null: too few points to say anything. */
export interface ChartSegment {
  readonly start: number;
  readonly end: number;
  readonly limits: NaturalLimits | null;
}

export interface XmrChart {
  readonly points: readonly ChartPoint[];
  readonly segments: readonly ChartSegment[];
}

type Found = { readonly signal: Signal; readonly side: Side };

function markSignals(values: readonly number[], { centre, low, high }: NaturalLimits): Found[][] {
  const found: Found[][] = values.map(() => []);
  values.forEach((value, index) => {
    if (value > high) found[index]?.push({ signal: "outside", side: "above" });
    if (value < low) found[index]?.push({ signal: "outside", side: "below" });
  });
  const mark = (indexes: readonly number[], one: Found) => {
    for (const index of indexes) if (!found[index]?.some(({ signal, side }) => signal === one.signal && side === one.side)) found[index]?.push(one);
  };
  for (const side of ["above", "below"] as const) {
    const on = values.map((value) => (side === "above" ? value > centre : value < centre));
    const near = values.map((value) => (side === "above" ? value > (centre + high) / 2 : value < (centre + low) / 2));
    for (let end = RUN; end <= values.length; end += 1) {
      const stretch = Array.from({ length: RUN }, (_, index) => end - RUN + index);
      if (stretch.every((index) => on[index])) mark(stretch, { signal: "run", side });
    }
    for (let start = 0; start + 4 <= values.length; start += 1) {
      const close = [0, 1, 2, 3].map((step) => start + step).filter((index) => near[index]);
      if (close.length >= 3) mark(close, { signal: "near_limit", side });
    }
  }
  return found;
}

/**
 * The whole chart of single values over time: each segment has its own limits, from its first 12 to 24 measured points,
 * and every point of it is held against them by the three rules of {@link signalOf} (Wheeler, Understanding Variation,
 * 1993). What was not measured takes no part and breaks no run.
 * @param breaks indexes at which a new segment begins; 0 need not be named
 */
export function xmrChart(values: readonly (number | null)[], breaks: readonly number[]): XmrChart {
  const starts = [...new Set([0, ...breaks.filter((index) => index > 0 && index < values.length)])].sort((a, b) => a - b);
  const points: ChartPoint[] = values.map((value) => ({ value, signals: [] }));
  const segments = starts.map((start, index): ChartSegment => {
    const end = starts[index + 1] ?? values.length;
    const measured = values.slice(start, end).flatMap((value, step) => (value === null ? [] : [{ at: start + step, value }]));
    const limits = naturalLimits(measured.slice(0, MOST_BASE).map(({ value }) => value));
    if (limits !== null) {
      const found = markSignals(measured.map(({ value }) => value), limits);
      measured.forEach(({ at, value }, step) => {
        points[at] = { value, signals: found[step] ?? [] };
      });
    }
    return { start, end, limits };
  });
  return { points, segments };
}
