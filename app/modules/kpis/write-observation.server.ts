import { newId } from "#kernel/ids.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { RowEffect } from "#platform/csv/import.server.ts";
import type { FieldFault } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { type CountsFault, readCounts } from "./domain/counts.ts";
import { periodOf } from "./domain/periods.ts";
import type { Tally } from "./domain/tally.ts";
import type { Observation } from "./schemas.ts";
import type { StoredVersion } from "./store.server.ts";

/** What one row does to the figures, or what is wrong with it. */
export type Written = { readonly effect: RowEffect; readonly faults: readonly [] } | { readonly effect: null; readonly faults: readonly FieldFault[] };

const refused = (...faults: FieldFault[]): Written => ({ effect: null, faults });

/** What a row must fit: the KPI, its versions, the places there are, and today. */
export interface Feed {
  readonly kpiId: string;
  readonly versions: readonly StoredVersion[];
  readonly departments: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  readonly today: string;
  /** Why earlier figures are changed; null: they may not be. */
  readonly reason: string | null;
}

/** The version that counts a period: the latest that had begun by then. */
export function versionFor(versions: readonly StoredVersion[], day: string): StoredVersion | null {
  return versions.findLast(({ fromDay }) => fromDay <= day) ?? versions[0] ?? null;
}

function columnsOf({ n, hits, passives, detractors, total, squares, histogram }: Tally) {
  return { n, hits, passives, detractors, total, squares, histogram: histogram === null ? null : JSON.stringify(sortedByValue(histogram)) };
}

function sortedByValue(histogram: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(histogram).filter(([, count]) => count > 0).sort(([a], [b]) => Number(a) - Number(b)));
}

const COUNTED = ["n", "hits", "passives", "detractors", "total", "squares", "histogram"] as const;

function placeFaults({ department, site }: Observation, feed: Feed): FieldFault[] {
  const faults: FieldFault[] = [];
  if (department != null && !feed.departments.has(department)) faults.push({ path: "department", code: "unknown_department" });
  if (site != null && !feed.sites.has(site)) faults.push({ path: "site", code: "unknown_site" });
  return faults;
}

async function periodFaults(tx: Tx, row: Observation, feed: Feed, bucket: { start: string; end: string }, known: Row<"KpiObservation"> | null): Promise<FieldFault[]> {
  const { periodStart, periodEnd } = row;
  if (periodEnd < periodStart) return [{ path: "periodEnd", code: "range_order" }];
  if (periodStart > feed.today) return [{ path: "periodStart", code: "not_in_future" }];
  if (periodEnd > bucket.end) return [{ path: "periodEnd", code: "period_mismatch" }];
  const place = { departmentCode: row.department ?? "", siteCode: row.site ?? "" };
  const others = (await tx.statement("kpi.overlapping", { kpiId: feed.kpiId, bucket: bucket.start, start: periodStart, end: periodEnd })).filter(({ id }) => id !== known?.id);
  if (others.some((other) => other.departmentCode === place.departmentCode && other.siteCode === place.siteCode)) return [{ path: "periodStart", code: "period_overlaps" }];
  // A whole and its parts would be counted twice when they are added up.
  const whole = (one: { departmentCode: string; siteCode: string }) => one.departmentCode === "" && one.siteCode === "";
  return others.some((other) => whole(other) !== whole(place)) ? [{ path: "department", code: "whole_and_parts" }] : [];
}

/**
 * Adds one period's counts, or corrects them: what stood there before is kept with who had said it and when.
 * Sums are of like things: a period lies within one period of the cadence, overlaps no other of its place, and the whole
 * is not told beside its parts.
 */
export async function writeObservation(tx: Tx, row: Observation, feed: Feed, asked: Asked): Promise<Written> {
  const version = versionFor(feed.versions, row.periodStart);
  if (version === null) return refused({ path: "kpi", code: "kpi_not_in_use" });
  const bucket = periodOf(version.definition.cadence, row.periodStart);
  const key = { kpiId: feed.kpiId, periodStart: row.periodStart, periodEnd: row.periodEnd, departmentCode: row.department ?? "", siteCode: row.site ?? "" };
  const known = await tx.find("KpiObservation", key);
  const counts = readCounts(version.definition.measure, row.counts);
  const faults = [...placeFaults(row, feed), ...(await periodFaults(tx, row, feed, bucket, known)), ...(counts.ok ? [] : [countsFault(counts.error)])];
  if (faults.length > 0 || !counts.ok) return refused(...faults);
  const columns = columnsOf(counts.value);
  const said = { source: asked.source, at: asked.now, byId: asked.actor?.personId ?? null };
  if (known === null) {
    await tx.insert("KpiObservation", { id: newId(), ...key, version: version.version, bucket: bucket.start, ...columns, ...said });
    return { effect: "added", faults: [] };
  }
  if (COUNTED.every((column) => known[column] === columns[column])) return { effect: "unchanged", faults: [] };
  if (feed.reason === null) return refused({ path: "reason", code: "correction_reason" });
  const before = Object.fromEntries(COUNTED.map((column) => [column, known[column]]));
  await tx.insert("KpiCorrection", { id: newId(), kpiId: feed.kpiId, observationId: known.id, before: JSON.stringify(before), saidAt: known.at, saidById: known.byId, at: asked.now, byId: said.byId, reason: feed.reason });
  await tx.update("KpiObservation", { id: known.id, at: known.at }, { ...columns, ...said, version: version.version });
  return { effect: "changed", faults: [] };
}

function countsFault({ path, code }: CountsFault): FieldFault {
  return { path: `counts.${path}`, code };
}
