import { db } from "#platform/db.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { EvidenceSource } from "./evidence.ts";
import { settleEvidence } from "./settle-evidence.server.ts";

/** How long after an outcome it is looked at again: a customer may come back, a decision may be looked at again. */
const AGAIN_DAYS = 30;
const BATCH = 200;

async function settleOf(source: EvidenceSource, now: Date): Promise<void> {
  const since = new Date(now.getTime() - AGAIN_DAYS * 86_400_000);
  for (let after = ""; ; ) {
    const rows = await db.recognitionEvidence.findMany({
      where: { kind: source.kind, refId: { gt: after }, OR: [{ outcome: "pending" }, { settledAt: { gte: since } }] },
      select: { refId: true, outcome: true },
      distinct: ["refId"],
      orderBy: { refId: "asc" },
      take: BATCH,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    const outcomes = await source.outcomes(rows.map(({ refId }) => refId), now);
    const changed = rows.filter(({ refId, outcome }) => (outcomes.get(refId) ?? "none") !== outcome);
    for (const { refId } of changed) {
      await transaction((tx) => settleEvidence(tx, { kind: source.kind, id: refId }, outcomes.get(refId) ?? "none", now));
    }
    after = last.refId;
  }
}

/** Catches up, hourly, with what became of cited things, whatever way it came in. */
export function settleOutcomesJob(sources: readonly EvidenceSource[]): JobDefinition {
  return {
    kind: "recognition.settle-outcomes",
    every: "20 * * * *",
    run: async ({ now }) => {
      for (const source of sources) await settleOf(source, now);
    },
  };
}
