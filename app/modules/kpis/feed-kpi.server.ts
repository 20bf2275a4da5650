import type { Actor } from "#access/actor.ts";
import { localDay } from "#kernel/period.ts";
import { departments, organisation, sites } from "#modules/people/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { RowEffect } from "#platform/csv/import.server.ts";
import { type FieldFault, notFound, Refusal } from "#platform/http/refusal.ts";
import { readHot, transaction, type Tx } from "#platform/transaction.server.ts";
import type { KpiDefinition } from "./definition.ts";
import { type GivenCounts, readCounts } from "./domain/counts.ts";
import { figureOf } from "./domain/tally.ts";
import { recordEvent } from "./record-event.server.ts";
import type { Observation } from "./schemas.ts";
import { findKpi, type StoredKpi, versionsOf } from "./series.server.ts";
import { feedReach, mayFeed } from "./who-feeds.ts";
import { type Feed, writeObservation } from "./write-observation.server.ts";

/** What figures did, or on a trial would do. */
export interface FeedReport {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
}

export interface FeedOptions {
  /** Only says what it would do. */
  readonly dryRun: boolean;
  /** Why figures that were there are changed; null: a changed one is refused. */
  readonly reason: string | null;
  readonly remember?: ((tx: Tx, report: FeedReport) => Promise<void>) | undefined;
}

/** What rows of this KPI must fit. */
export async function feedOf(kpi: StoredKpi, reason: string | null, now: Date): Promise<Feed> {
  return {
    kpiId: kpi.id,
    versions: versionsOf(readHot, kpi.id),
    departments: new Set((await departments()).map(({ code }) => code)),
    sites: new Set((await sites()).map(({ code }) => code)),
    today: localDay(now, organisation().timeZone),
    reason,
  };
}

function demandPlaces(kpi: StoredKpi, rows: readonly Observation[], asked: Asked): void {
  const within = feedReach(asked.actor, kpi.definition);
  if (within === null) throw new Refusal("forbidden");
  const outside = rows.findIndex(({ department, site }) => !mayFeed(within, { department: department ?? null, site: site ?? null }));
  if (outside >= 0) throw new Refusal("invalid_input", { errors: [{ path: `observations.${outside}.department`, code: "place_not_yours" }] });
}

/**
 * Takes in figures of a KPI that is fed by people, files or other systems: all rows or none. Earlier values stay with
 * their author. Refuses: `not_found`; `forbidden`; 409 `state_changed` for one that is not in use or that Tâm computes;
 * 422 with the rows' faults, `correction_reason` where a changed figure needs one.
 */
export async function feedKpi(code: string, rows: readonly Observation[], asked: Asked, { dryRun, reason, remember }: FeedOptions): Promise<FeedReport> {
  const kpi = findKpi(readHot, code);
  if (kpi === null) throw notFound();
  if (kpi.status !== "active" || kpi.definition.source.kind === "computed") throw new Refusal("state_changed");
  demandPlaces(kpi, rows, asked);
  const feed = await feedOf(kpi, reason, asked.now);
  const counts: Record<RowEffect, number> = { added: 0, changed: 0, unchanged: 0 };
  const write = async (tx: Tx): Promise<FeedReport> => {
    const errors: FieldFault[] = [];
    for (const [index, row] of rows.entries()) {
      const { effect, faults } = await writeObservation(tx, row, feed, asked);
      if (effect === null) errors.push(...faults.map((fault) => ({ ...fault, path: fault.path === "reason" ? "reason" : `observations.${index}.${fault.path}` })));
      else counts[effect] += 1;
    }
    if (errors.length > 0) throw new Refusal("invalid_input", { errors });
    const report = { added: counts.added, corrected: counts.changed, unchanged: counts.unchanged };
    if (dryRun) return report;
    if (counts.added + counts.changed > 0) await recordEvent(tx, { kind: "kpi", id: kpi.id }, { type: "kpi.fed", schema: 1, data: { code, added: counts.added, corrected: counts.changed, source: asked.source } }, asked);
    await remember?.(tx, report);
    return report;
  };
  return transaction(write, { keep: () => !dryRun });
}

/** What somebody may feed of a KPI: its definition, and the departments and sites that are theirs to tell (null: any). Null for none. */
export function feedFacts(actor: Actor, code: string): { readonly definition: KpiDefinition; readonly departments: readonly string[] | null; readonly sites: readonly string[] | null } | null {
  const kpi = findKpi(readHot, code);
  if (kpi === null || kpi.status !== "active" || kpi.definition.source.kind === "computed") return null;
  const within = feedReach(actor, kpi.definition);
  if (within === null) return null;
  return { definition: kpi.definition, departments: within.all ? null : within.departments, sites: within.all ? null : within.sites };
}

/** The figure that some counts come to; null value for counts that do not fit. */
export function countedFigure({ measure }: KpiDefinition, counts: GivenCounts): { readonly value: number | null; readonly n: number } {
  const tally = readCounts(measure, counts);
  return tally.ok ? figureOf(measure, tally.value) : { value: null, n: 0 };
}
