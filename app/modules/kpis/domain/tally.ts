import { studentPoint } from "#kernel/mean.ts";
import type { Interval } from "#kernel/interval.ts";
import { npsOf } from "#kernel/nps.ts";
import { wilson } from "#kernel/proportion.ts";
import type { KpiDefinition, MeasureKind } from "../definition.ts";
import { enclosingRanks, quantileOfCounts } from "./histogram.ts";

export type Measure = KpiDefinition["measure"];

/** How often each value came. */
export type Histogram = Readonly<Record<string, number>>;

/**
 * What was counted, so that parts add up to the whole: cases (`n`), those that count (`hits`, promoters of a net score),
 * passives and detractors, the sum of single values and of their squares, and how often each value came. `rows` says how
 * many times something was reported: 0 is "nothing came", which is not a count of 0.
 */
export interface Tally {
  readonly rows: number;
  readonly n: number;
  readonly hits: number;
  readonly passives: number;
  readonly detractors: number;
  readonly total: number;
  /** null: single values are not known, so neither is their spread. */
  readonly squares: number | null;
  readonly histogram: Histogram | null;
}

export const EMPTY: Tally = { rows: 0, n: 0, hits: 0, passives: 0, detractors: 0, total: 0, squares: 0, histogram: {} };

/** Parts that a tally is made of; what is left out is 0, or not known. */
export function tallyOf(parts: Partial<Tally>): Tally {
  return { rows: 1, n: 0, hits: 0, passives: 0, detractors: 0, total: 0, squares: null, histogram: null, ...parts };
}

/** A tally of single values, each with how often it came. */
export function tallyOfValues(histogram: Histogram): Tally {
  let [n, total, squares] = [0, 0, 0];
  for (const [value, count] of Object.entries(histogram)) {
    n += count;
    total += Number(value) * count;
    squares += Number(value) ** 2 * count;
  }
  return tallyOf({ n, total, squares, histogram });
}

function addHistograms(a: Histogram, b: Histogram): Histogram {
  const sum: Record<string, number> = { ...a };
  for (const [value, count] of Object.entries(b)) sum[value] = (sum[value] ?? 0) + count;
  return sum;
}

/** Both together. What only one of them knows of its single values is not known of the sum. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    rows: a.rows + b.rows,
    n: a.n + b.n,
    hits: a.hits + b.hits,
    passives: a.passives + b.passives,
    detractors: a.detractors + b.detractors,
    total: a.total + b.total,
    squares: a.squares === null || b.squares === null ? null : a.squares + b.squares,
    histogram: a.histogram === null || b.histogram === null ? null : addHistograms(a.histogram, b.histogram),
  };
}

/** A figure out of counts, in full precision; null where there is none. */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
  /** 95 %; null where the spread is not known. */
  readonly interval: Interval | null;
  /** The ninth of ten, for durations. */
  readonly p90: number | null;
}

const NOTHING: Figure = { value: null, n: 0, interval: null, p90: null };

function share(hits: number, n: number): Figure {
  const found = wilson({ hits, n });
  return found === null ? NOTHING : { value: 100 * found.value, n, interval: { low: 100 * found.low, high: 100 * found.high }, p90: null };
}

function net(promoters: number, passives: number, detractors: number): Figure {
  const found = npsOf({ promoters, passives, detractors });
  return found === null ? NOTHING : { value: found.score, n: found.n, interval: { low: found.low, high: found.high }, p90: null };
}

/** The mean with Student's interval where the squares of single values are known. */
function meanOf({ n, total, squares }: Tally): Figure {
  if (n === 0) return NOTHING;
  const value = total / n;
  if (squares === null || n < 2) return { value, n, interval: null, p90: null };
  const reach = studentPoint(n - 1) * Math.sqrt(Math.max(0, (squares - n * value * value) / (n - 1)) / n);
  return { value, n, interval: { low: value - reach, high: value + reach }, p90: null };
}

/** Medians of parts cannot be joined: without single values one report says its own median and several say none. */
function medianOf({ rows, n, total, histogram }: Tally, withP90: boolean): Figure {
  if (n === 0) return NOTHING;
  if (histogram === null) return { value: rows === 1 ? total / n : null, n, interval: null, p90: null };
  const ranks = enclosingRanks(n);
  const interval = ranks === null ? null : { low: quantileOfCounts(histogram, (ranks.low - 1) / (n - 1)), high: quantileOfCounts(histogram, (ranks.high - 1) / (n - 1)) };
  return { value: quantileOfCounts(histogram, 0.5), n, interval, p90: withP90 ? quantileOfCounts(histogram, 0.9) : null };
}

function between(histogram: Histogram, from: number, to: number): number {
  return Object.entries(histogram).reduce((sum, [value, count]) => (Number(value) >= from && Number(value) <= to ? sum + count : sum), 0);
}

/**
 * The effort score of answers from 1 (very hard) to 7 (very easy), by the convention named: their mean, the share of 5 to 7
 * (Gartner's "agree" answers to "made it easy"), or 6–7 minus 1–3 as a net score.
 */
function effort(tally: Tally, convention: Measure["convention"]): Figure {
  if (tally.histogram === null) return NOTHING;
  const { n } = tally;
  if (convention === "percent_5_7") return share(between(tally.histogram, 5, 7), n);
  if (convention === "net") {
    const [easy, hard] = [between(tally.histogram, 6, 7), between(tally.histogram, 1, 3)];
    return net(easy, n - easy - hard, hard);
  }
  return meanOf(tally);
}

/**
 * The figure of a measure from its counts (design.md §4.2): net scores as in `kernel/nps`, satisfaction, first contacts and
 * rates as shares in percent with Wilson's interval, means with Student's, medians with order statistics, sums and counts
 * as they are. Nothing reported or nobody asked: null.
 */
export function figureOf(measure: Measure, tally: Tally): Figure {
  switch (measure.kind) {
    case "nps":
    case "enps":
      return net(tally.hits, tally.passives, tally.detractors);
    case "csat":
    case "fcr":
    case "rate":
      return share(tally.hits, tally.n);
    case "ces":
      return effort(tally, measure.convention);
    case "mean":
      return meanOf(tally);
    case "median":
    case "duration":
      return medianOf(tally, measure.kind === "duration");
    case "sum":
      return tally.n === 0 ? NOTHING : { value: tally.total, n: tally.n, interval: null, p90: null };
    case "count":
      // What a count rests on is how often somebody counted, for a count of nothing too.
      return tally.rows === 0 ? NOTHING : { value: tally.total, n: tally.rows, interval: null, p90: null };
  }
}

/** How a measure's counts are given: hits of cases, the three groups of a net score, or a value (or values) with its n. */
export type Shape = "ratio" | "groups" | "value" | "answers";

const SHAPES: Readonly<Record<MeasureKind, readonly Shape[]>> = {
  nps: ["groups"],
  enps: ["groups"],
  csat: ["ratio"],
  fcr: ["ratio"],
  rate: ["ratio"],
  ces: ["answers"],
  mean: ["value", "ratio"],
  median: ["value"],
  duration: ["value"],
  sum: ["value"],
  count: ["value"],
};

export function shapesOf(kind: MeasureKind): readonly Shape[] {
  return SHAPES[kind];
}
