import { z } from "zod";
import { ROLES } from "#access/roles.ts";

/** Which side of the business a KPI looks at; the first three are the customer's. */
export const LENSES = ["customer_outcome", "customer_effort", "customer_emotion", "people", "process", "financial"] as const;
export type Lens = (typeof LENSES)[number];
export const CUSTOMER_LENSES: readonly Lens[] = ["customer_outcome", "customer_effort", "customer_emotion"];

/** What of the customer a KPI serves. */
export const SERVED = ["goal", "need", "expectation", "emotion", "pain"] as const;
export type Served = (typeof SERVED)[number];

export const MEASURES = ["nps", "enps", "csat", "ces", "fcr", "rate", "mean", "median", "sum", "count", "duration"] as const;
export type MeasureKind = (typeof MEASURES)[number];

/** How answers of 1 to 7 become an effort score; the convention is always named beside the figure. */
export const CES_CONVENTIONS = ["mean", "percent_5_7", "net"] as const;
export type CesConvention = (typeof CES_CONVENTIONS)[number];

export const DIRECTIONS = ["up", "down", "range"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const SOURCES = ["typed", "imported", "api", "computed"] as const;
export type SourceKind = (typeof SOURCES)[number];

export const CADENCES = ["day", "week", "month", "quarter"] as const;
export type Cadence = (typeof CADENCES)[number];

export const UNITS = ["percent", "points", "vnd", "minutes", "days", "times", "cases", "people"] as const;
export type Unit = (typeof UNITS)[number];

export const COUNTS = ["what_we_do", "what_the_customer_receives", "both"] as const;
export type CountsWhat = (typeof COUNTS)[number];

export const MOVES = ["speed", "volume", "revenue", "cost", "quality", "relationship"] as const;
export type Moves = (typeof MOVES)[number];

/** Stages of a customer's journey, in their order. */
export const STAGES = ["discover", "choose", "buy", "receive", "use", "get_help", "return", "stay"] as const;
export type Stage = (typeof STAGES)[number];

export const KPI_STATUSES = ["draft", "active", "retired"] as const;
export type KpiStatus = (typeof KPI_STATUSES)[number];

const bilingual = z.strictObject({ vi: z.string().max(1000), en: z.string().max(1000) });
/** Text in both languages; either may still be empty while designing. */
export type Bilingual = z.infer<typeof bilingual>;

const code = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const codes = z.array(code).max(50);
const day = z.iso.date();

/** A definition as stored and exchanged: the form, the API and the versions in the database all read this. */
export const kpiDefinition = z.strictObject({
  code,
  name: bilingual,
  /** Why this is measured, for whoever is measured by it. */
  why: bilingual,
  lens: z.enum(LENSES).nullable(),
  serves: z.strictObject({ kind: z.enum(SERVED), text: bilingual }).nullable(),
  measure: z.strictObject({
    kind: z.enum(MEASURES),
    /** Points of a satisfaction scale. */
    scale: z.int().min(3).max(10).optional(),
    /** Of an effort score. */
    convention: z.enum(CES_CONVENTIONS).optional(),
    /** Days in which nobody may come back for the same, for contacts resolved at first. */
    withinDays: z.int().min(1).max(90).optional(),
  }),
  direction: z.enum(DIRECTIONS),
  /** For the direction "range": both ends belong to it. */
  range: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  unit: z.enum(UNITS),
  counts: z.enum(COUNTS).nullable(),
  /** Speed, volume and revenue ask for a guardrail. */
  moves: z.enum(MOVES),
  stage: z.enum(STAGES).nullable(),
  /** Departments that the stage crosses. */
  touches: codes,
  /** Departments that answer for it. */
  owners: codes,
  influencedBy: z.array(z.enum(ROLES)).max(7),
  /** KPIs that must not worsen while this one improves. */
  guardrails: codes,
  /** KPIs whose improvement it works against, as declared. */
  fights: codes,
  /** Departments that pay when it is reached the easy way. */
  costsFallOn: codes,
  source: z.strictObject({ kind: z.enum(SOURCES), fact: z.string().max(64).nullable() }),
  cadence: z.enum(CADENCES),
  minimumSample: z.int().min(0).max(1_000_000),
  baseline: z.number().nullable(),
  target: z.strictObject({ value: z.number(), by: day }).nullable(),
});
export type KpiDefinition = z.infer<typeof kpiDefinition>;

/** One period of a series. `value` is computed from stored counts; null where n = 0 or nothing came. */
export interface KpiPoint {
  /** First and last calendar day, both included. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly value: number | null;
  readonly n: number;
  /** The definition's version that the period was counted under. */
  readonly version: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Where figures are looked up; what is left out means all of it. */
export interface KpiScope {
  readonly department?: string;
  readonly site?: string;
  readonly person?: string;
}

/** A definition to begin with: everything still open. */
export function blankDefinition(code: string): KpiDefinition {
  return {
    code,
    name: { vi: "", en: "" },
    why: { vi: "", en: "" },
    lens: null,
    serves: null,
    measure: { kind: "csat" },
    direction: "up",
    range: null,
    unit: "percent",
    counts: null,
    moves: "quality",
    stage: null,
    touches: [],
    owners: [],
    influencedBy: [],
    guardrails: [],
    fights: [],
    costsFallOn: [],
    source: { kind: "typed", fact: null },
    cadence: "month",
    minimumSample: 30,
    baseline: null,
    target: null,
  };
}
