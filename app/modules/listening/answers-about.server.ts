import { db } from "#platform/db.server.ts";
import type { Tone } from "./domain/scales.ts";

/** How many rated answers each touchpoint had in [from, to), and how many of them were content. */
export async function answersByTouchpoint(from: Date, to: Date): Promise<{ readonly touchpoint: string; readonly rated: number; readonly content: number }[]> {
  const rows = await db.feedback.groupBy({ by: ["touchpointCode", "tone"], where: { touchpointCode: { not: null }, tone: { not: null }, erasedAt: null, receivedAt: { gte: from, lt: to } }, _count: { _all: true } });
  const counted = new Map<string, { rated: number; content: number }>();
  for (const { touchpointCode, tone, _count } of rows) {
    if (touchpointCode === null) continue;
    const one = counted.get(touchpointCode) ?? { rated: 0, content: 0 };
    counted.set(touchpointCode, { rated: one.rated + _count._all, content: one.content + (tone === "high" ? _count._all : 0) });
  }
  return [...counted].map(([touchpoint, counts]) => ({ touchpoint, ...counts })).sort((a, b) => (a.touchpoint < b.touchpoint ? -1 : 1));
}

/** What customers answered about these decisions: of which, and what the ratings come to; never their words. */
export async function answersAbout(decisionIds: readonly string[]): Promise<{ readonly id: string; readonly decisionId: string; readonly tone: Tone | null }[]> {
  const rows = await db.feedback.findMany({ where: { decisionId: { in: [...decisionIds] }, erasedAt: null }, select: { id: true, decisionId: true, tone: true }, orderBy: { id: "asc" } });
  return rows.flatMap(({ id, decisionId, tone }) => (decisionId === null ? [] : [{ id, decisionId, tone: tone as Tone | null }]));
}
