/** How a figure is made: hits of n · single values, by their median · values in the order of their periods. */
export const SHAPES = ["share", "values", "series"] as const;
export type Shape = (typeof SHAPES)[number];

export type Direction = "up" | "down";

interface MeasureFacts {
  readonly shape: Exclude<Shape, "series">;
  readonly better: Direction;
  /** What values are counted in; shares are percentages. */
  readonly unit: "percent" | "minutes";
  /** Days a case must be old before it counts: only then it is known how it ended. */
  readonly matureDays: number;
}

/** What the records of decisions measure by themselves. */
export const SYSTEM_MEASURES = {
  granted_at_once: { shape: "share", better: "up", unit: "percent", matureDays: 0 },
  waiting_minutes: { shape: "values", better: "down", unit: "minutes", matureDays: 0 },
  resolved: { shape: "share", better: "up", unit: "percent", matureDays: 0 },
  satisfied: { shape: "share", better: "up", unit: "percent", matureDays: 0 },
  repeat_contact: { shape: "share", better: "down", unit: "percent", matureDays: 7 },
} as const satisfies Record<string, MeasureFacts>;

export type SystemMeasure = keyof typeof SYSTEM_MEASURES;
export const SYSTEM_MEASURE_CODES = Object.keys(SYSTEM_MEASURES) as SystemMeasure[];

/** A KPI as it stood when it was chosen: what is locked with the trial does not change its name or direction later. */
export interface KpiMeasure {
  readonly code: "kpi";
  readonly shape: "series";
  readonly better: Direction;
  readonly kpi: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly unit: KpiUnit;
  readonly department: string | null;
  readonly site: string | null;
  readonly target: number | null;
}

export const KPI_UNITS = ["percent", "points", "vnd", "minutes", "days", "times", "cases", "people"] as const;
export type KpiUnit = (typeof KPI_UNITS)[number];

/** Counted from what the system records, narrowed to a rule, a gesture or a site; null: not narrowed. */
export interface RecordedMeasure {
  readonly code: SystemMeasure;
  readonly shape: Exclude<Shape, "series">;
  readonly better: Direction;
  readonly rule: string | null;
  readonly gesture: string | null;
  readonly site: string | null;
  /** Percent for a share, else in the measure's own unit; null: none was set. */
  readonly target: number | null;
}

/**
 * What will show whether it helped: from the records, narrowed to a rule, a gesture or a site; a KPI, whole or of one
 * department or site; or one's own with its source.
 */
export type Measure =
  | KpiMeasure
  | RecordedMeasure
  | {
      readonly code: "own";
      readonly shape: Shape;
      readonly better: Direction;
      readonly name: string;
      readonly source: string;
      readonly target: number | null;
    };

/** Periods of a KPI before a trial that its natural limits are made from, at most. */
export const BASELINE_PERIODS = 24;

/** Days before a trial that are compared with it. */
export const BASELINE_DAYS = 90;
