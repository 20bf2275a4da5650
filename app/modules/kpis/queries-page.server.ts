import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { addDays, type Day, daysBetween, localDay } from "#kernel/period.ts";
import { findPeople, organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { KpiDefinition } from "./definition.ts";
import { breaksSeries, differences, missingForUse } from "./domain/changes.ts";
import { periodOf } from "./domain/periods.ts";
import { readingOf } from "./domain/reading.ts";
import { figureOf, tallyOf } from "./domain/tally.ts";
import { departmentNamer } from "./names.server.ts";
import { readKpi, type ReadKpi, verdictOf } from "./read-kpi.server.ts";
import { definitions, findKpi, readDefinition, type StoredKpi } from "./store.server.ts";
import type { ChangeView, CorrectionView, GuardrailView, KpiView, PointView, RecountView, SegmentView } from "./view-models.ts";
import { feedReach } from "./who-feeds.ts";

/** What changed elsewhere, for the chart: told by the modules that know, joined in composition. */
export interface OutsideChange {
  readonly day: Day;
  readonly kind: "improvement" | "policy";
  readonly title: string;
  readonly href: string;
  /** A verified one begins a segment. */
  readonly verified: boolean;
}

export interface PageWish {
  readonly department: string | null;
  readonly site: string | null;
  readonly all: boolean;
}

function pointViews({ points, chart }: ReadKpi): PointView[] {
  return points.map(({ periodStart, periodEnd, value, n, version, interval }, index) => ({
    ...{ start: periodStart, end: periodEnd, value, n, version, low: interval?.low ?? null, high: interval?.high ?? null },
    signals: chart.points[index]?.signals ?? [],
  }));
}

function segmentViews({ chart, breaks }: ReadKpi): SegmentView[] {
  return chart.segments.map(({ start, end, limits }) => ({
    ...{ start, end, centre: limits?.centre ?? null, low: limits?.low ?? null, high: limits?.high ?? null },
    because: breaks.find(({ index }) => index === start)?.because ?? "first",
  }));
}

function guardrailViews(codes: readonly string[], scope: { department?: string; site?: string }, today: Day, wish: PageWish): GuardrailView[] {
  return definitions(readHot)
    .filter(({ code, status }) => codes.includes(code) && status !== "draft")
    .map((kpi) => {
      const read = readKpi(readHot, kpi, { scope, today, all: wish.all });
      const reading = readingOf(read.chart, kpi.definition.direction);
      const { code, definition } = kpi;
      return {
        ...{ code, name: definition.name, unit: definition.unit, direction: definition.direction, reading: reading.code, good: reading.code === "signal" ? reading.good : null },
        points: read.points.map(({ periodStart, value, n }) => ({ start: periodStart, value, n })),
      };
    });
}

function ownChanges({ kpi, versions }: ReadKpi, zone: string): ChangeView[] {
  const none = { title: null, href: null, verified: false, from: null, to: null, note: null, version: null };
  return [
    ...versions.filter(({ breaks }) => breaks).map(({ version, fromDay }): ChangeView => ({ ...none, day: fromDay, kind: "definition", version })),
    ...kpi.changedTargets.map(({ at, from, to, note }): ChangeView => ({ ...none, day: localDay(at, zone), kind: "target", from, to, note })),
  ];
}

async function correctionsOf(kpi: StoredKpi): Promise<CorrectionView[]> {
  const rows = await db.kpiCorrection.findMany({ where: { kpiId: kpi.id }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 20 });
  const observations = new Map((await db.kpiObservation.findMany({ where: { id: { in: rows.map(({ observationId }) => observationId) } } })).map((row) => [row.id, row]));
  const people = findPeople(rows.flatMap(({ byId, saidById }) => [byId, saidById].filter((id) => id !== null)));
  const named = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null));
  const counted = (row: Partial<Parameters<typeof tallyOf>[0]> & { histogram?: unknown }) => {
    const histogram = typeof row.histogram === "string" ? (JSON.parse(row.histogram) as Record<string, number>) : null;
    return figureOf(kpi.definition.measure, tallyOf({ n: row.n ?? 0, hits: row.hits ?? 0, passives: row.passives ?? 0, detractors: row.detractors ?? 0, total: row.total ?? 0, squares: row.squares ?? null, histogram })).value;
  };
  return rows.flatMap(({ observationId, before, at, byId, saidById, reason }) => {
    const now = observations.get(observationId);
    if (now === undefined) return [];
    return [{ at: at.toISOString(), period: now.periodStart, by: named(byId), saidBy: named(saidById), reason, before: counted(JSON.parse(before) as never), after: counted(now as never) }];
  });
}

async function recountOf(fact: string | null): Promise<RecountView | null> {
  if (fact === null) return null;
  const row = await db.kpiRecount.findFirst({ where: { fact }, orderBy: { askedAt: "desc" } });
  return row === null ? null : { id: row.id, state: row.state, done: daysBetween(row.fromDay, row.nextDay), of: daysBetween(row.fromDay, row.toDay) + 1 };
}

/**
 * One KPI as a page shows it; null for one there is not, or a draft of those who do not write KPIs.
 * @param outside what changed elsewhere and bears on it
 */
export async function kpiPage(actor: Actor, code: string, wish: PageWish, now: Date, outside: readonly OutsideChange[]): Promise<KpiView | null> {
  const kpi = can(actor, "kpis.read") ? findKpi(readHot, code) : null;
  if (kpi === null || (kpi.status === "draft" && !can(actor, "kpis.design"))) return null;
  const { timeZone } = organisation();
  const today = localDay(now, timeZone);
  const scope = { ...(wish.department === null ? {} : { department: wish.department }), ...(wish.site === null ? {} : { site: wish.site }) };
  const changedOn = outside.filter(({ verified }) => verified).map(({ day }) => day);
  const read = readKpi(readHot, kpi, { scope, today, changedOn, all: wish.all });
  const name = await departmentNamer();
  const first = read.points[0]?.periodStart ?? today;
  const changes: ChangeView[] = [
    ...outside.filter(({ day }) => day >= first).map((change) => ({ ...change, from: null, to: null, note: null, version: null })),
    ...ownChanges(read, timeZone),
  ];
  return {
    ...{ code, status: kpi.status, version: kpi.version, hasDraft: kpi.draft !== null, definition: kpi.definition },
    owners: kpi.definition.owners.map(name),
    latest: read.latest,
    points: pointViews(read),
    segments: segmentViews(read),
    ...verdictOf(read),
    timeliness: read.timeliness,
    guardrails: guardrailViews(kpi.definition.guardrails, scope, today, wish),
    changes: changes.sort((a, b) => (a.day < b.day ? 1 : -1)),
    corrections: await correctionsOf(kpi),
    recount: await recountOf(kpi.definition.source.fact),
    scope: { department: wish.department, site: wish.site },
    may: { design: can(actor, "kpis.design"), feed: kpi.status === "active" && kpi.definition.source.kind !== "computed" && feedReach(actor, kpi.definition) !== null },
  };
}

/** What is being written about a KPI, else what is in use, for the designer; null for one there is not. */
export async function designedKpi(code: string) {
  const row = await db.kpi.findUnique({ where: { code }, select: { version: true, draft: true } });
  const known = findKpi(readHot, code);
  if (row === null || known === null) return null;
  const definition = row.draft === null ? known.definition : readDefinition(row.draft);
  return { definition, inUse: row.version > 0, ...checkOf(definition, row.version === 0 ? null : known.definition) };
}

/** KPIs one may name as guardrail or opponent: all but retired ones. */
export function kpiChoices(): { code: string; name: { vi: string; en: string } }[] {
  return definitions(readHot)
    .filter(({ status }) => status !== "retired")
    .map(({ code, definition }) => ({ code, name: definition.name }));
}

/** What the last step of designing says: what is missing, and what the change does to the series. */
function checkOf(definition: KpiDefinition, inUse: KpiDefinition | null) {
  return { missing: missingForUse(definition), against: inUse === null ? null : { changed: differences(inUse, definition).length, breaks: breaksSeries(inUse, definition) } };
}

/** The period a figure is asked for first: the earliest late one since the last that came, else the last whole one. */
export function periodToFeed(code: string, today: Day): { readonly start: Day; readonly end: Day } | null {
  const kpi = findKpi(readHot, code);
  if (kpi === null) return null;
  const { points } = readKpi(readHot, kpi, { scope: {}, today });
  const last = points.findLastIndex(({ value }) => value !== null);
  const next = last < 0 ? undefined : points[last + 1];
  if (next !== undefined) return { start: next.periodStart, end: next.periodEnd };
  return periodOf(kpi.definition.cadence, addDays(periodOf(kpi.definition.cadence, today).start, -1));
}
