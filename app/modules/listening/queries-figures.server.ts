import type { Prisma } from "#db/generated/client.ts";
import { addDays, localDay, startOfDay, windowOf } from "#kernel/period.ts";
import { db } from "#platform/db.server.ts";
import { figuresOf, type RatingCount } from "./domain/figures.ts";
import type { FigureView } from "./view-models.ts";

/** [from, to), and the zone its months are of. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
}

/** The calendar months up to now, the current one counted. */
export function lastMonths(count: number, now: Date, timeZone: string): Span {
  let first = `${localDay(now, timeZone).slice(0, 7)}-01`;
  for (let back = 1; back < count; back += 1) first = `${addDays(first, -1).slice(0, 7)}-01`;
  // An answer of this very instant belongs to it.
  return { from: startOfDay(first, timeZone), to: new Date(now.getTime() + 1), timeZone };
}

function monthsOf({ from, to, timeZone }: Span): { key: string; from: Date; to: Date }[] {
  const months = [];
  for (let at = from; at < to; ) {
    const { key, end } = windowOf({ kind: "month" }, at, timeZone);
    months.push({ key: key.slice("month:".length), from: at, to: end < to ? end : to });
    at = end;
  }
  return months;
}

async function countsIn(where: Prisma.FeedbackWhereInput, from: Date, to: Date): Promise<{ counts: RatingCount[]; heard: number }> {
  const groups = await db.feedback.groupBy({
    by: ["understood", "csat", "csatPoints", "nps"],
    where: { AND: [where, { receivedAt: { gte: from, lt: to } }] },
    _count: { _all: true },
  });
  const counts = groups.flatMap(({ understood, csat, csatPoints, nps, _count: { _all: count } }): RatingCount[] => [
    ...(understood === null ? [] : [{ question: "understood" as const, value: understood, points: null, count }]),
    ...(csat === null ? [] : [{ question: "csat" as const, value: String(csat), points: csatPoints, count }]),
    ...(nps === null ? [] : [{ question: "nps" as const, value: String(nps), points: null, count }]),
  ]);
  return { counts, heard: groups.reduce((sum, { _count: { _all: count } }) => sum + count, 0) };
}

/** The three figures of what matches, whole and month by month, each from counts. */
export async function figures(where: Prisma.FeedbackWhereInput, span: Span): Promise<FigureView> {
  const months = await Promise.all(monthsOf(span).map(async ({ key, from, to }) => ({ month: key, ...(await countsIn(where, from, to)) })));
  return {
    ...figuresOf(months.flatMap(({ counts }) => counts)),
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    timeZone: span.timeZone,
    heard: months.reduce((sum, { heard }) => sum + heard, 0),
    months: months.map(({ month, counts }) => ({ month, ...figuresOf(counts) })),
  };
}
