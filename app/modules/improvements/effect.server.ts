import { db } from "#platform/db.server.ts";
import { type Comparison, compare, joined, type Sample } from "./domain/compare.ts";
import { BASELINE_DAYS, BASELINE_PERIODS, type KpiMeasure, type Measure, type RecordedMeasure, SYSTEM_MEASURES, type SystemMeasure } from "./domain/measures.ts";
import { comparisonShape, measureShape, sampleShape, stored } from "./schemas.ts";

const DAY_MS = 86_400_000;

/** Which records to count: decided in [from, to), under a rule, with a gesture, at a site; null: any. */
export interface FactsQuery {
  readonly measure: SystemMeasure;
  readonly from: Date;
  readonly to: Date;
  readonly rule: string | null;
  readonly gesture: string | null;
  readonly site: string | null;
}

/** A KPI that a change may be measured by. */
export interface KnownKpi {
  readonly name: KpiMeasure["name"];
  /** null: it is to stay within a range, and neither more nor less is better. */
  readonly better: KpiMeasure["better"] | null;
  readonly unit: KpiMeasure["unit"];
}

/** Which whole periods of a KPI to read: those that begin in [from, to) and have ended by `to`; null: everything, or everywhere. */
export interface KpiQuery extends Pick<KpiMeasure, "kpi" | "department" | "site"> {
  readonly from: Date | null;
  readonly to: Date;
}

/** What other modules count and record; each offers one function, joined in composition. */
export interface Records {
  readonly facts: (query: FactsQuery) => Promise<Sample>;
  /** A KPI in use; null for any other code. */
  readonly kpi: (code: string) => KnownKpi | null;
  /** The periods with a figure, in their order, counted in the way that holds at the end. */
  readonly kpiPeriods: (query: KpiQuery) => readonly KpiPeriod[];
}

export interface KpiPeriod {
  readonly from: Date;
  /** not included */
  readonly to: Date;
  readonly value: number;
}

interface Measured {
  readonly id: string;
  readonly measure: string | null;
  readonly trials: number;
  readonly trialFrom: Date | null;
  readonly comparison: string | null;
  readonly verifiedAt: Date | null;
}

/** Before and after with their times, and what the comparison says. */
export interface Effect {
  readonly measure: Measure;
  readonly before: { readonly from: Date | null; readonly to: Date | null; readonly sample: Sample };
  readonly after: { readonly from: Date | null; readonly to: Date | null; readonly sample: Sample };
  readonly comparison: Comparison;
}

async function fromRecords(measure: RecordedMeasure, trialFrom: Date | null, now: Date, { facts }: Records) {
  const { code, rule, gesture, site } = measure;
  const mature = new Date(now.getTime() - SYSTEM_MEASURES[code].matureDays * DAY_MS);
  const turn = trialFrom ?? now;
  const before = { from: new Date(turn.getTime() - BASELINE_DAYS * DAY_MS), to: turn < mature ? turn : mature };
  const after = trialFrom === null ? null : { from: trialFrom, to: mature > trialFrom ? mature : trialFrom };
  const count = (time: { from: Date; to: Date }) => facts({ measure: code, rule, gesture, site, ...time });
  return {
    before: { ...before, sample: await count(before) },
    after: after === null ? { from: null, to: null, sample: joined([]) } : { ...after, sample: await count(after) },
  };
}

/** From the first day of the first period to the last day of the last. */
function sideOfPeriods(periods: readonly KpiPeriod[]) {
  const end = periods.at(-1)?.to;
  return { from: periods[0]?.from ?? null, to: end === undefined ? null : new Date(end.getTime() - 1), sample: { values: periods.map(({ value }) => value) } };
}

function fromKpi({ kpi, department, site }: KpiMeasure, trialFrom: Date | null, now: Date, { kpiPeriods }: Records) {
  const before = kpiPeriods({ kpi, department, site, from: null, to: trialFrom ?? now }).slice(-BASELINE_PERIODS);
  const after = trialFrom === null ? [] : kpiPeriods({ kpi, department, site, from: trialFrom, to: now });
  return { before: sideOfPeriods(before), after: sideOfPeriods(after) };
}

async function fromFigures(id: string, trial: number) {
  const rows = await db.improvementFigure.findMany({ where: { improvementId: id, trial }, select: { phase: true, sample: true }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const of = (phase: string) => joined(rows.filter((row) => row.phase === phase).map(({ sample }) => sampleShape.parse(JSON.parse(sample))));
  const times = { from: null, to: null };
  return { before: { ...times, sample: of("before") }, after: { ...times, sample: of("after") } };
}

/**
 * What moved since the trial began, against the ninety days before it (of a KPI, against the periods before it); null without a measure. Before a trial only the
 * baseline is there. What was verified is said as it was counted then.
 */
export async function effectOf(row: Measured, now: Date, records: Records): Promise<Effect | null> {
  const measure = stored(measureShape, row.measure);
  if (measure === null) return null;
  // Figures entered before the trial begins belong to the one that comes.
  const trial = row.trialFrom === null ? row.trials + 1 : row.trials;
  const kept = stored(comparisonShape, row.comparison);
  const at = kept === null ? now : (row.verifiedAt ?? now);
  const sides =
    measure.code === "own" ? await fromFigures(row.id, trial)
    : measure.code === "kpi" ? fromKpi(measure, row.trialFrom, at, records)
    : await fromRecords(measure, row.trialFrom, at, records);
  return { measure, ...sides, comparison: kept ?? compare(measure.shape, sides.before.sample, sides.after.sample, measure.better, measure.target) };
}
