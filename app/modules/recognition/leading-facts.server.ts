import { db } from "#platform/db.server.ts";

const OPEN = { automatic: false, withdrawnAt: null, hiddenAt: null };

/** Thanks that these people gave in [from, to), and whether each cites something that can be looked up. */
export async function thanksFacts(personIds: readonly string[], from: Date, to: Date) {
  const rows = await db.recognition.findMany({ where: { ...OPEN, giverId: { in: [...personIds] }, at: { gte: from, lt: to } }, select: { id: true, giverId: true, at: true, _count: { select: { evidence: true } } } });
  return rows.map(({ id, giverId, at, _count }) => ({ recognitionId: id, giverId, at, evidence: _count.evidence > 0 }));
}

/** How many thanks each of these teams (by direct manager) gave in public or to their team in [from, to). */
export async function thanksByTeam(managerIds: readonly string[], from: Date, to: Date): Promise<Map<string, number>> {
  const rows = await db.recognition.groupBy({ by: ["giverManagerId"], where: { ...OPEN, visibility: { in: ["public", "team"] }, giverManagerId: { in: [...managerIds] }, at: { gte: from, lt: to } }, _count: true });
  return new Map(rows.flatMap(({ giverManagerId, _count }) => (giverManagerId === null ? [] : [[giverManagerId, _count] as const])));
}

/** Public thanks for a value in [from, to): how many there were, and how many proved true, by value. */
export async function thanksByValue(from: Date, to: Date): Promise<{ readonly value: string; readonly kind: string; readonly refId: string; readonly recognitionId: string }[]> {
  const rows = await db.recognitionEvidence.findMany({
    where: { outcome: "good", recognition: { ...OPEN, visibility: "public", at: { gte: from, lt: to } } },
    select: { kind: true, refId: true, recognitionId: true, recognition: { select: { valueCode: true } } },
    orderBy: { settledAt: "desc" },
    take: 2000,
  });
  return rows.map(({ recognition, ...row }) => ({ ...row, value: recognition.valueCode }));
}
