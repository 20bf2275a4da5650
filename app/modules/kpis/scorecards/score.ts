import type { Role } from "#access/roles.ts";
import type { Bilingual, KpiDefinition } from "../definition.ts";
import { servesCustomer } from "../lint/lint-one.ts";
import { hundredParts, type ItemScope, type ScorecardItem } from "./items.ts";

/** Attainment is held between these, in percent: one runaway figure does not pay for all the others. */
const LEAST = 0;
const MOST = 120;

/**
 * How much of its target a KPI reached, in percent, 0 to 120. Where the baseline lies on the far side of the target it is
 * the share of the way from there; else value ÷ target upwards and target ÷ value downwards. In a range it is 100,
 * outside of it less by the distance measured against the range's width.
 * @returns null without a target
 */
export function attainment({ direction, range, baseline, target }: Pick<KpiDefinition, "direction" | "range" | "baseline" | "target">, value: number): number | null {
  const clamped = (percent: number) => Math.min(MOST, Math.max(LEAST, percent));
  if (direction === "range") {
    if (range === null) return null;
    const outside = Math.max(range.from - value, value - range.to, 0);
    const width = range.to - range.from;
    return outside === 0 ? 100 : width === 0 ? LEAST : clamped(100 - (100 * outside) / width);
  }
  if (target === null) return null;
  const goal = target.value;
  const up = direction === "up";
  if (baseline !== null && (up ? baseline < goal : baseline > goal)) return clamped((100 * (value - baseline)) / (goal - baseline));
  const reached = up ? value >= goal : value <= goal;
  const [part, whole] = up ? [value, goal] : [goal, value];
  if (whole <= 0 || part < 0) return reached ? 100 : LEAST;
  return clamped((100 * part) / whole);
}

export type AbsentReason = "no_figure" | "small_sample" | "no_target" | "no_place";

/** One line of a scorecard with everything that is needed to read it later without looking anything up. */
export interface SheetItem {
  readonly kind: ScorecardItem["kind"];
  readonly name: Bilingual | null;
  /** As it stood; null for what is counted. */
  readonly definition: KpiDefinition | null;
  readonly version: number | null;
  readonly scope: ItemScope | null;
  /** Code of the site or department whose figure it is. */
  readonly place: string | null;
  readonly weight: number;
  readonly target: number | null;
  readonly value: number | null;
  readonly n: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Percent, 0 to 120. */
  readonly attainment: number | null;
  readonly absent: AbsentReason | null;
  /** The weight it counts with once absent ones are divided among the rest; 0 when absent. */
  readonly counted: number;
}

export interface SheetContent {
  readonly name: Bilingual;
  readonly roles: readonly Role[];
  /** Calendar days, both included. */
  readonly from: string;
  readonly to: string;
  readonly items: readonly SheetItem[];
  /** Percent; null when nothing could be counted. */
  readonly score: number | null;
  readonly customerShare: number;
}

/** The weighted mean over what is there: what is absent is never zero. */
export function scoreOf(items: readonly { readonly weight: number; readonly attainment: number | null }[]): number | null {
  const present = items.filter((item): item is { weight: number; attainment: number } => item.attainment !== null);
  const weights = present.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? null : present.reduce((sum, { weight, attainment: reached }) => sum + weight * reached, 0) / weights;
}

/** Divides the weight of absent items among the others, in whole percents. */
export function reweighted<T extends { readonly weight: number; readonly attainment: number | null }>(items: readonly T[]): (T & { readonly counted: number })[] {
  const present = items.filter(({ attainment: reached }) => reached !== null);
  const parts = new Map(hundredParts(present.map(({ weight }) => weight)).map((part, index) => [present[index], part]));
  return items.map((item) => ({ ...item, counted: parts.get(item) ?? 0 }));
}

/** Percent of the weights that stand on customer lenses; `lensOf` answers of a KPI in use. */
export function customerShareOf(items: readonly ScorecardItem[], known: ReadonlyMap<string, Pick<KpiDefinition, "lens">>): number {
  return items.reduce((sum, item) => sum + (item.kind === "kpi" && servesCustomer(known.get(item.kpi)?.lens ?? null) ? item.weight : 0), 0);
}
