import type { JobDefinition } from "#platform/jobs.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { compare, type Sample } from "./domain/compare.ts";
import { type KpiMeasure, type RecordedMeasure, SYSTEM_MEASURES } from "./domain/measures.ts";
import type { Records } from "./effect.server.ts";
import { readImprovement, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";
import { measureShape, stored } from "./schemas.ts";

const DAY_MS = 86_400_000;
/** The last days that are held against the days of the trial. */
const RECENT_DAYS = 30;

async function cameBack(id: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const opened = await readImprovement(tx, id);
    if (opened === null || opened.row.returnedAt !== null || opened.row.state !== "verified") return;
    const { row, parts } = opened;
    await tx.update("Improvement", { id, returnedAt: null, state: "verified" }, { returnedAt: now });
    await tellStory(tx, id, "returned", { byId: null, at: now });
    await recordEvent(tx, subjectOf(row), { type: "improvement.returned", schema: 1, data: { number: row.number, by: "measure", reportId: null } }, { actor: "system", now });
    await tellAll(tx, row, { kind: "returned", to: [...parts.owners.map(({ answeredById, askedId }) => answeredById ?? askedId), ...parts.reporters], by: null, at: now });
  });
}

/** From the trial to its verification, and since; null while nothing came since. */
async function sidesOf(measure: KpiMeasure | RecordedMeasure, { trialFrom, verifiedAt, now }: Readonly<Record<"trialFrom" | "verifiedAt" | "now", Date>>, { facts, kpiPeriods }: Records): Promise<[Sample, Sample] | null> {
  if (measure.code === "kpi") {
    const { kpi, department, site } = measure;
    const values = (from: Date, to: Date) => ({ values: kpiPeriods({ kpi, department, site, from, to }).map(({ value }) => value) });
    return [values(trialFrom, verifiedAt), values(verifiedAt, now)];
  }
  const { code, rule, gesture, site } = measure;
  const to = new Date(now.getTime() - SYSTEM_MEASURES[code].matureDays * DAY_MS);
  const from = new Date(Math.max(verifiedAt.getTime(), to.getTime() - RECENT_DAYS * DAY_MS));
  const count = (time: { from: Date; to: Date }) => facts({ measure: code, rule, gesture, site, ...time });
  return from >= to ? null : [await count({ from: trialFrom, to: verifiedAt }), await count({ from, to })];
}

/**
 * Watches what was solved for ninety days: where the measure of the last thirty days is worse, beyond chance, than from the
 * trial to its verification, it came back; of a KPI, all whole periods since are held against its limits then. Own figures are not counted by themselves; a new report marks those.
 */
export async function watchSolved(now: Date, records: Records): Promise<void> {
  const watched = await db.improvement.findMany({
    where: { state: "verified", returnedAt: null, watchUntil: { gt: now }, trialFrom: { not: null } },
    select: { id: true, measure: true, trialFrom: true, verifiedAt: true },
    orderBy: { verifiedAt: "asc" },
  });
  for (const { id, measure: text, trialFrom, verifiedAt } of watched) {
    const measure = stored(measureShape, text);
    if (measure === null || measure.code === "own" || trialFrom === null || verifiedAt === null) continue;
    const sides = await sidesOf(measure, { trialFrom, verifiedAt, now }, records);
    if (sides !== null && compare(measure.shape, ...sides, measure.better, null).verdict === "worse") await cameBack(id, now);
  }
}

/** Looks each morning whether what was solved has come back. @param records what the system counts */
export function watchSolvedJob(records: Records): JobDefinition {
  return {
    kind: "improvements.watch-solved",
    every: "35 1 * * *",
    run: async ({ now }) => watchSolved(now, records),
  };
}
