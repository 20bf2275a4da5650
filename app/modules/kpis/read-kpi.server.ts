import { addDays, type Day } from "#kernel/period.ts";
import { type XmrChart, xmrChart } from "#kernel/xmr.ts";
import type { ReadStatement } from "#platform/transaction.server.ts";
import type { Cadence, KpiPoint, KpiScope } from "./definition.ts";
import { periodOf, standingOf } from "./domain/periods.ts";
import { readingOf, targetStanding, healthOf } from "./domain/reading.ts";
import { figureOf } from "./domain/tally.ts";
import { filled, type PeriodTally, talliesOf } from "./series.server.ts";
import { type StoredKpi, type StoredVersion, versionsOf } from "./store.server.ts";
import type { FigureView, TimelinessView } from "./view-models.ts";

/** How far back a chart looks unless all of it is asked for, in days. */
const WINDOW: Readonly<Record<Cadence, number>> = { day: 120, week: 560, month: 1100, quarter: 1830 };
const ALWAYS = "0001-01-01";

/** A KPI as it reads now: its points, their chart, and what they come to. */
export interface ReadKpi {
  readonly kpi: StoredKpi;
  readonly versions: readonly StoredVersion[];
  readonly points: readonly KpiPoint[];
  readonly chart: XmrChart;
  /** Index of the first point of each segment and why it begins there. */
  readonly breaks: readonly { readonly index: number; readonly because: "definition" | "change" }[];
  readonly latest: FigureView | null;
  readonly timeliness: TimelinessView;
}

/** Whole periods only: one that still runs is no point of a chart yet. */
function wholePoints(tallies: readonly PeriodTally[], versions: readonly StoredVersion[], today: Day): KpiPoint[] {
  const [first, last] = [tallies[0], tallies.at(-1)];
  if (first === undefined || last === undefined) return [];
  const cadence = versions.at(-1)?.definition.cadence ?? "month";
  const running = periodOf(cadence, today).start;
  const due = addDays(running, -1);
  return filled(tallies, versions, first.period.start, last.period.end > due ? last.period.end : due).filter(({ periodEnd }) => periodEnd < today);
}

function timelinessOf(points: readonly KpiPoint[], cadence: Cadence, today: Day): TimelinessView {
  const last = points.findLastIndex(({ value }) => value !== null);
  if (last < 0) return { code: "never", missing: 0, last: null };
  const missing = points.slice(last + 1).filter(({ periodStart, periodEnd }) => standingOf(cadence, { start: periodStart, end: periodEnd }, today) === "late").length;
  return { code: missing === 0 ? "in_time" : missing === 1 ? "late" : "silent", missing, last: points[last]?.periodStart ?? null };
}

function breaksOf(points: readonly KpiPoint[], versions: readonly StoredVersion[], changedOn: readonly Day[]): ReadKpi["breaks"] {
  const breaks = new Map<number, "definition" | "change">();
  for (const day of changedOn) {
    const index = points.findIndex(({ periodStart }) => periodStart >= day);
    if (index > 0) breaks.set(index, "change");
  }
  points.forEach(({ version }, index) => {
    const before = points[index - 1]?.version;
    if (before !== undefined && before !== version && versions.some((one) => one.breaks && one.version > before && one.version <= version)) breaks.set(index, "definition");
  });
  return [...breaks].map(([index, because]) => ({ index, because })).sort((a, b) => a.index - b.index);
}

function latestOf(tallies: readonly PeriodTally[], today: Day): FigureView | null {
  const last = tallies.findLast(({ period, tally }) => period.end < today && tally.rows > 0);
  if (last === undefined) return null;
  const { value, n, interval, p90 } = figureOf(last.version.definition.measure, last.tally);
  return { periodStart: last.period.start, periodEnd: last.period.end, value, n, low: interval?.low ?? null, high: interval?.high ?? null, p90 };
}

/**
 * Reads a KPI within a scope.
 * @param changedOn days since which verified changes work: a segment begins with the first whole period after each
 * @param all the whole history instead of the latest stretch
 */
export function readKpi(read: ReadStatement, kpi: StoredKpi, { scope, today, changedOn = [], all = false }: { readonly scope: KpiScope; readonly today: Day; readonly changedOn?: readonly Day[]; readonly all?: boolean }): ReadKpi {
  const versions = kpi.version === 0 ? [] : versionsOf(read, kpi.id);
  const from = all ? ALWAYS : addDays(today, -WINDOW[kpi.definition.cadence]);
  const tallies = talliesOf(read, kpi, { code: kpi.code, scope, from, to: today });
  const points = wholePoints(tallies, versions, today);
  const breaks = breaksOf(points, versions, changedOn);
  const chart = xmrChart(points.map(({ value }) => value), breaks.map(({ index }) => index));
  return { kpi, versions, points, chart, breaks, latest: latestOf(tallies, today), timeliness: timelinessOf(points, kpi.definition.cadence, today) };
}

/** What the points come to: signal or noise, the target, and one word for both. */
export function verdictOf({ kpi, chart, latest }: ReadKpi) {
  const reading = readingOf(chart, kpi.definition.direction);
  const standing = targetStanding(kpi.definition, latest?.value ?? null, latest?.n ?? 0);
  return { reading, standing, health: healthOf(reading, standing) };
}
