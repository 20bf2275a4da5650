import { type NaturalLimits, type Signal, type XmrChart } from "#kernel/xmr.ts";
import type { Direction, KpiDefinition } from "../definition.ts";

/** What the latest points say, as codes; the words are the catalogue's. */
export type Reading =
  | { readonly code: "nothing" }
  /** Fewer points than a chart needs in the latest segment. */
  | { readonly code: "too_few"; readonly points: number; readonly needed: number }
  | { readonly code: "noise"; readonly limits: NaturalLimits }
  | { readonly code: "signal"; readonly limits: NaturalLimits; readonly signal: Signal; readonly side: "above" | "below"; readonly good: boolean | null };

/** How far back a signal still speaks of now. */
const RECENT = 4;
const NEEDED = 12;

/** Whether moving to that side is what one wants; null for a KPI that should stay within a range. */
export function isGood(direction: Direction, side: "above" | "below"): boolean | null {
  return direction === "range" ? null : (direction === "up") === (side === "above");
}

/** Signal or noise: what the last four measured points of the latest segment say against its limits. */
export function readingOf(chart: XmrChart, direction: Direction): Reading {
  const segment = chart.segments.at(-1);
  const measured = segment === undefined ? [] : chart.points.slice(segment.start, segment.end).filter(({ value }) => value !== null);
  if (segment === undefined || measured.length === 0) return { code: "nothing" };
  if (segment.limits === null) return { code: "too_few", points: measured.length, needed: NEEDED };
  const recent = measured.slice(-RECENT).reverse();
  for (const signal of ["outside", "run", "near_limit"] as const) {
    const found = recent.flatMap(({ signals }) => signals).find((one) => one.signal === signal);
    if (found !== undefined) return { code: "signal", limits: segment.limits, signal, side: found.side, good: isGood(direction, found.side) };
  }
  return { code: "noise", limits: segment.limits };
}

export type TargetStanding = "none" | "not_measured" | "too_small" | "reached" | "missed";

/** Where a figure stands against its target; what rests on too small a sample is not judged. */
export function targetStanding({ direction, range, target, minimumSample }: Pick<KpiDefinition, "direction" | "range" | "target" | "minimumSample">, value: number | null, n: number): TargetStanding {
  if (direction === "range" ? range === null : target === null) return "none";
  if (value === null) return "not_measured";
  if (n < minimumSample) return "too_small";
  if (direction === "range") return range !== null && value >= range.from && value <= range.to ? "reached" : "missed";
  const goal = target?.value ?? value;
  return (direction === "up" ? value >= goal : value <= goal) ? "reached" : "missed";
}

export type Health = "well" | "unwell" | "watch" | "unknown";

/** One word for a list: a signal speaks first, then the target; nothing measured is never "well". */
export function healthOf(reading: Reading, standing: TargetStanding): Health {
  if (reading.code === "nothing" || standing === "not_measured" || standing === "too_small") return "unknown";
  if (reading.code === "signal" && reading.good === false) return "unwell";
  if (standing === "missed") return reading.code === "signal" && reading.good === true ? "watch" : "unwell";
  if (standing === "reached") return "well";
  return reading.code === "signal" && reading.good === true ? "well" : reading.code === "too_few" ? "unknown" : "watch";
}
