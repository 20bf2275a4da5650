import { db } from "#platform/db.server.ts";

const CHANGED: ReadonlySet<string> = new Set(["adopted", "verified"]);

/** What was reported in [from, to), with each who was asked for an answer by then, level by level. */
export async function answerFacts(personIds: readonly string[], from: Date, to: Date) {
  const wanted = new Set(personIds);
  const rows = await db.improvementOwner.findMany({
    where: { improvement: { reportedAt: { gte: from, lt: to }, state: { not: "merged" } } },
    select: { improvementId: true, askedId: true, askedAt: true, dueAt: true, askedBefore: true, answeredById: true, answeredAt: true, improvement: { select: { reportedAt: true, state: true } } },
  });
  return rows.flatMap(({ improvementId, askedId, askedAt, dueAt, askedBefore, answeredById, answeredAt, improvement: { reportedAt, state } }) => {
    const about = { improvementId, changed: CHANGED.has(state) };
    const before = (JSON.parse(askedBefore) as string[]).filter((id) => id !== askedId && id !== answeredById);
    const answerer = answeredById ?? askedId;
    return [
      ...before.map((id) => ({ ...about, askedId: id, askedAt: reportedAt, dueAt: askedAt, answeredAt: null, passed: true })),
      { ...about, askedId: answerer, askedAt: askedAt < from || askedAt >= to ? reportedAt : askedAt, dueAt, answeredAt, passed: false },
    ].filter((fact) => wanted.has(fact.askedId));
  });
}

/** How many changes each of these teams (by direct manager) reported in [from, to). */
export async function reportsByTeam(managerIds: readonly string[], from: Date, to: Date): Promise<Map<string, number>> {
  const rows = await db.improvement.groupBy({ by: ["managerId"], where: { managerId: { in: [...managerIds] }, reportedAt: { gte: from, lt: to } }, _count: true });
  return new Map(rows.flatMap(({ managerId, _count }) => (managerId === null ? [] : [[managerId, _count] as const])));
}
