import { link } from "#modules/thread/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { Insert, Row, Tx } from "#platform/transaction.server.ts";
import { subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";

/** What a report is about, the narrowest of what it names; null where it names nothing that can come back. */
function sameAs(row: Insert<"Improvement">): Partial<Pick<Row<"Improvement">, "procedureId" | "touchpointKey" | "rule">> | null {
  if (row.procedureId != null) return { procedureId: row.procedureId };
  if (row.touchpointKey != null) return { touchpointKey: row.touchpointKey };
  return row.rule != null ? { rule: row.rule } : null;
}

/** Marks what was solved and is watched as come back, when the same is reported again; those who solved it are told. */
export async function noteReturn(tx: Tx, report: Insert<"Improvement">, asked: Asked): Promise<void> {
  const same = sameAs(report);
  if (same === null) return;
  for (const solved of await tx.list("Improvement", { ...same, state: "verified", returnedAt: null })) {
    if (solved.id === report.id || solved.watchUntil === null || solved.watchUntil < asked.now) continue;
    if (solved.siteCode !== null && report.siteCode != null && solved.siteCode !== report.siteCode && same.procedureId === undefined) continue;
    await tx.update("Improvement", { id: solved.id, returnedAt: null }, { returnedAt: asked.now });
    await tellStory(tx, solved.id, "returned", { byId: asked.actor?.personId ?? null, at: asked.now, note: report.number });
    await link(tx, { from: { kind: "improvement", id: report.id }, to: { kind: "improvement", id: solved.id }, relation: "follows", by: null, at: asked.now, automatic: true });
    const data = { number: solved.number, by: "report", reportId: report.id } as const;
    await recordEvent(tx, subjectOf(solved), { type: "improvement.returned", schema: 1, data }, asked);
    const owners = await tx.list("ImprovementOwner", { improvementId: solved.id });
    await tellAll(tx, solved, { kind: "returned", to: owners.map(({ answeredById, askedId }) => answeredById ?? askedId), by: asked.actor?.personId ?? null, at: asked.now });
  }
}
