import type { MeasureKind, Unit } from "./definition.ts";

/** How a fact is counted, so that a KPI may choose it. */
export interface FactKind {
  readonly kinds: readonly MeasureKind[];
  readonly unit: Unit;
  /** Days until a day's count is final: what comes after them changes nothing any more. */
  readonly settleDays: number;
  /** Of contacts resolved at first: days in which nobody may come back, as the records know it. */
  readonly withinDays?: number;
}

/** What Tâm counts by itself, by name: the modules below record it and hand it over day by day. */
export const FACTS = {
  decided_alone: { kinds: ["rate"], unit: "percent", settleDays: 7 },
  decision_resolved: { kinds: ["rate"], unit: "percent", settleDays: 30 },
  decision_csat: { kinds: ["csat"], unit: "percent", settleDays: 30 },
  decision_fcr: { kinds: ["fcr"], unit: "percent", settleDays: 8, withinDays: 7 },
  customer_wait: { kinds: ["duration", "median", "mean"], unit: "minutes", settleDays: 30 },
  approval_wait: { kinds: ["duration", "median", "mean"], unit: "minutes", settleDays: 14 },
  decisions: { kinds: ["count"], unit: "cases", settleDays: 2 },
  feedback_nps: { kinds: ["nps"], unit: "points", settleDays: 2 },
  feedback_csat: { kinds: ["csat"], unit: "percent", settleDays: 2 },
  feedback_understood: { kinds: ["rate"], unit: "percent", settleDays: 2 },
  improvements_verified: { kinds: ["count"], unit: "cases", settleDays: 2 },
  recognitions_substantiated: { kinds: ["rate"], unit: "percent", settleDays: 60 },
} as const satisfies Record<string, FactKind>;

export type FactName = keyof typeof FACTS;
export const FACT_NAMES = Object.keys(FACTS) as FactName[];

export function isFact(name: string | null): name is FactName {
  return name !== null && Object.hasOwn(FACTS, name);
}
