import type { JobDefinition } from "#platform/jobs.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { compare } from "./domain/compare.ts";
import { SYSTEM_MEASURES } from "./domain/measures.ts";
import type { FactsReader } from "./effect.server.ts";
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

/**
 * Watches what was solved for ninety days: where the measure of the last thirty days is worse, beyond chance, than from the
 * trial to its verification, it came back. Own figures are not counted by themselves; a new report marks those.
 */
export async function watchSolved(now: Date, read: FactsReader): Promise<void> {
  const watched = await db.improvement.findMany({
    where: { state: "verified", returnedAt: null, watchUntil: { gt: now }, trialFrom: { not: null } },
    select: { id: true, measure: true, trialFrom: true, verifiedAt: true },
    orderBy: { verifiedAt: "asc" },
  });
  for (const { id, measure: text, trialFrom, verifiedAt } of watched) {
    const measure = stored(measureShape, text);
    if (measure === null || measure.code === "own" || trialFrom === null || verifiedAt === null) continue;
    const to = new Date(now.getTime() - SYSTEM_MEASURES[measure.code].matureDays * DAY_MS);
    const from = new Date(Math.max(verifiedAt.getTime(), to.getTime() - RECENT_DAYS * DAY_MS));
    if (from >= to) continue;
    const { code, rule, gesture, site, shape, better } = measure;
    const count = (time: { from: Date; to: Date }) => read({ measure: code, rule, gesture, site, ...time });
    const { verdict } = compare(shape, await count({ from: trialFrom, to: verifiedAt }), await count({ from, to }), better, null);
    if (verdict === "worse") await cameBack(id, now);
  }
}

/** Looks each morning whether what was solved has come back. @param read counts what the system records */
export function watchSolvedJob(read: FactsReader): JobDefinition {
  return {
    kind: "improvements.watch-solved",
    every: "35 1 * * *",
    run: async ({ now }) => watchSolved(now, read),
  };
}
