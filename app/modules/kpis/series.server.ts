import { z } from "zod";
import { addDays, type Day } from "#kernel/period.ts";
import type { ReadStatement } from "#platform/transaction.server.ts";
import { type KpiDefinition, kpiDefinition, type KpiPoint, type KpiScope, type KpiStatus } from "./definition.ts";
import { type Period, periodOf } from "./domain/periods.ts";
import { addTallies, EMPTY, type Figure, figureOf as figureOfTally, type Histogram, type Tally } from "./domain/tally.ts";

/** A target that was set or moved. */
export interface TargetChange {
  readonly at: Date;
  readonly from: number | null;
  readonly to: number | null;
  readonly by: string | null;
  readonly note: string;
  /** Id of the operational change it rests on. */
  readonly improvement: string | null;
}

/** A KPI with its definition: the one in use, or of one that was never used its draft. */
export interface StoredKpi {
  readonly id: string;
  readonly code: string;
  readonly status: KpiStatus;
  /** 0: never put into use. */
  readonly version: number;
  readonly definition: KpiDefinition;
  /** What is being written for the next version; null: nothing. */
  readonly draft: KpiDefinition | null;
  readonly changedTargets: readonly TargetChange[];
}

const stored = z.preprocess((text) => JSON.parse(String(text)) as unknown, kpiDefinition);

/** Definitions by their text, which never changes meaning; those longest unused leave first. */
const parsed = new Map<string, KpiDefinition>();
const MOST_PARSED = 500;

/** A definition out of the database, parsed once for each text; not to be written into. Throws for what is none. */
export function readDefinition(text: string): KpiDefinition {
  const known = parsed.get(text) ?? stored.parse(text);
  parsed.delete(text);
  parsed.set(text, known);
  const [oldest] = parsed.keys();
  if (parsed.size > MOST_PARSED && oldest !== undefined) parsed.delete(oldest);
  return known;
}

/** Every KPI by code, with the target that holds; `status` narrows. */
export function definitions(read: ReadStatement, { status }: { readonly status?: KpiStatus } = {}): StoredKpi[] {
  const targets = new Map<string, TargetChange[]>();
  for (const { kpiId, previousValue, value, byDay, reason, improvementId, at } of read("kpi.targets", {})) {
    targets.set(kpiId, [...(targets.get(kpiId) ?? []), { at, from: previousValue, to: value, by: byDay, note: reason, improvement: improvementId }]);
  }
  return read("kpi.all", {}).flatMap((row) => {
    if (status !== undefined && row.status !== status) return [];
    const draft = row.draft === null ? null : readDefinition(row.draft);
    const used = row.definition === null ? draft : readDefinition(row.definition);
    if (used === null) return [];
    const target = row.targetValue === null || row.targetBy === null ? null : { value: row.targetValue, by: row.targetBy };
    const { id, code, version } = row;
    return [{ id, code, status: row.status, version, definition: row.version === 0 ? used : { ...used, target }, draft, changedTargets: targets.get(id) ?? [] }];
  });
}

export function findKpi(read: ReadStatement, code: string): StoredKpi | null {
  return definitions(read).find((kpi) => kpi.code === code) ?? null;
}

export interface StoredVersion {
  readonly version: number;
  readonly definition: KpiDefinition;
  /** Counted in another way than the version before. */
  readonly breaks: boolean;
  readonly fromDay: string;
}

export function versionsOf(read: ReadStatement, kpiId: string): StoredVersion[] {
  return read("kpi.versions", { kpiId }).map((row) => ({ ...row, definition: readDefinition(row.definition) }));
}

/** What to look up: a KPI, where, and from which day to which (both included). */
export interface SeriesQuery {
  readonly code: string;
  readonly scope: KpiScope;
  readonly from: Day;
  readonly to: Day;
}

/** A period's counts under the version they were counted by. */
export interface PeriodTally {
  readonly period: Period;
  readonly version: StoredVersion;
  readonly tally: Tally;
}

const NEEDS_VALUES = ["ces", "median", "duration"];

function withHistograms<R extends { readonly rows: number }>(rows: readonly R[], keyOf: (row: R) => string, values: readonly { readonly key: string; readonly histogram: string | null }[]): Map<string, Histogram | null> {
  const found = new Map<string, Record<string, number> | null>(rows.map((row) => [keyOf(row), {}]));
  for (const { key, histogram } of values) {
    const sum = found.get(key);
    if (sum === undefined || sum === null) continue;
    if (histogram === null) found.set(key, null);
    else for (const [value, count] of Object.entries(JSON.parse(histogram) as Histogram)) sum[value] = (sum[value] ?? 0) + count;
  }
  return found;
}

function versionAt(versions: readonly StoredVersion[], day: Day): StoredVersion | undefined {
  return versions.findLast(({ fromDay }) => fromDay <= day) ?? versions[0];
}

function placeOf({ department, site }: KpiScope) {
  return { departments: department === undefined ? null : [department], site: site ?? null };
}

function observed(read: ReadStatement, kpi: StoredKpi, versions: readonly StoredVersion[], { scope, from, to }: SeriesQuery): PeriodTally[] {
  const where = { kpiId: kpi.id, from, to, ...placeOf(scope) };
  const rows = read("kpi.observed", where);
  const keyOf = (row: { bucket: string; version: number }) => `${row.bucket} ${row.version}`;
  const wanted = versions.some(({ definition }) => NEEDS_VALUES.includes(definition.measure.kind));
  const histograms = withHistograms(rows, keyOf, wanted ? read("kpi.observed-values", where).map((row) => ({ key: keyOf(row), histogram: row.histogram })) : []);
  // Of a period that was counted by two versions the later one holds.
  const latest = new Map(rows.map((row) => [row.bucket, row]));
  return [...latest.values()].flatMap((row) => {
    const version = versions.find((one) => one.version === row.version);
    if (version === undefined) return [];
    const { bucket, version: _version, ...sums } = row;
    return [{ period: periodOf(version.definition.cadence, bucket), version, tally: { ...sums, histogram: wanted ? (histograms.get(keyOf(row)) ?? null) : null } }];
  });
}

function computed(read: ReadStatement, versions: readonly StoredVersion[], { scope, from, to }: SeriesQuery): PeriodTally[] {
  const periods = new Map<string, PeriodTally>();
  const facts = new Set(versions.flatMap(({ definition }) => definition.source.fact ?? []));
  for (const fact of facts) {
    const where = { fact, from, to, ...placeOf(scope) };
    const rows = read("kpi.daily", where);
    const wanted = versions.some(({ definition }) => definition.source.fact === fact && NEEDS_VALUES.includes(definition.measure.kind));
    const histograms = withHistograms(rows, ({ day }) => day, wanted ? read("kpi.daily-values", where).map(({ day, histogram }) => ({ key: day, histogram })) : []);
    for (const { day, ...sums } of rows) {
      const version = versionAt(versions, day);
      if (version?.definition.source.fact !== fact) continue;
      const period = periodOf(version.definition.cadence, day);
      const key = `${period.start} ${version.version}`;
      const tally = { ...sums, histogram: wanted ? (histograms.get(day) ?? null) : null };
      const known = periods.get(key);
      periods.set(key, { period, version, tally: known === undefined ? tally : addTallies(known.tally, tally) });
    }
  }
  return [...periods.values()].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
}

/** The counts behind a KPI, by period, in order; only periods for which something came. */
export function talliesOf(read: ReadStatement, kpi: StoredKpi, query: SeriesQuery): PeriodTally[] {
  if (kpi.version === 0 || query.scope.person !== undefined) return [];
  const versions = versionsOf(read, kpi.id);
  const isComputed = versions.some(({ definition }) => definition.source.kind === "computed");
  const isFed = versions.some(({ definition }) => definition.source.kind !== "computed");
  const all = [...(isFed ? observed(read, kpi, versions, query) : []), ...(isComputed ? computed(read, versions, query) : [])];
  return isFed && isComputed ? all.sort((a, b) => (a.period.start < b.period.start ? -1 : 1)) : all;
}

export function pointOf({ period, version, tally }: PeriodTally): KpiPoint {
  const { value, n, interval } = figureOfTally(version.definition.measure, tally);
  return { periodStart: period.start, periodEnd: period.end, value, n, version: version.version, interval };
}

/** A series with a point for every period from the first to the last that is asked for; what did not come has no value. */
export function filled(tallies: readonly PeriodTally[], versions: readonly StoredVersion[], from: Day, to: Day): KpiPoint[] {
  const points = new Map(tallies.map((each) => [each.period.start, pointOf(each)]));
  const result: KpiPoint[] = [];
  for (let day = from; day <= to; ) {
    const version = versionAt(versions, day);
    if (version === undefined) return result;
    const period = periodOf(version.definition.cadence, day);
    result.push(points.get(period.start) ?? { periodStart: period.start, periodEnd: period.end, value: null, n: 0, version: version.version, interval: null });
    day = addDays(period.end, 1);
  }
  return result;
}

/** Points of a KPI by period, gaps included; empty for one that is not known or was never used, and for one person. */
export function seriesOf(read: ReadStatement, query: SeriesQuery): KpiPoint[] {
  const kpi = findKpi(read, query.code);
  if (kpi === null || kpi.version === 0) return [];
  return filled(talliesOf(read, kpi, query), versionsOf(read, kpi.id), query.from, query.to);
}

/** All of it in one figure, from summed counts of the latest version alone: what was counted in another way is not added. */
export function sumOf(tallies: readonly PeriodTally[]): { readonly figure: Figure; readonly version: number } | null {
  const last = tallies.at(-1)?.version;
  if (last === undefined) return null;
  return { figure: figureOfTally(last.definition.measure, countedAlike(tallies).map(({ tally }) => tally).reduce(addTallies, EMPTY)), version: last.version };
}

/** The periods that were counted like the last of them. */
export function countedAlike(tallies: readonly PeriodTally[]): readonly PeriodTally[] {
  const last = tallies.at(-1)?.version;
  if (last === undefined) return [];
  return tallies.filter(({ version }) => version.version === last.version || !breaksBetween(tallies, version.version, last.version));
}

function breaksBetween(tallies: readonly PeriodTally[], from: number, to: number): boolean {
  return tallies.some(({ version }) => version.breaks && version.version > from && version.version <= to);
}

/** One point over the whole window, from summed counts; null value where nothing came. */
export function figureOf(read: ReadStatement, query: SeriesQuery): KpiPoint {
  const kpi = findKpi(read, query.code);
  const found = kpi === null ? null : sumOf(talliesOf(read, kpi, query));
  const window = { periodStart: query.from, periodEnd: query.to };
  if (found === null) return { ...window, value: null, n: 0, version: kpi?.version ?? 0, interval: null };
  const { value, n, interval } = found.figure;
  return { ...window, value, n, version: found.version, interval };
}
