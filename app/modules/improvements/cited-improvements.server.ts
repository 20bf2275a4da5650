import type { PersonActor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { headline } from "./domain/headline.ts";
import { readableImprovements } from "./queries-list.server.ts";

/** An operational change as something to be thanked for: whoever reported it stands for it. */
export interface CitedImprovement {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly reporterId: string;
  /** When it was reported. */
  readonly at: Date;
  readonly state: string;
  /** When its effect was verified. */
  readonly verifiedAt: Date | null;
}

const COLUMNS = { id: true, number: true, what: true, reporterId: true, reportedAt: true, state: true, verifiedAt: true } as const;

const cited = ({ what, reportedAt, ...row }: { id: string; number: string; what: string; reporterId: string; reportedAt: Date; state: string; verifiedAt: Date | null }): CitedImprovement => ({
  ...row,
  title: headline(what),
  at: reportedAt,
});

/** Those of the changes; with `actor` only what they may know of. */
export async function citedImprovements(ids: readonly string[], actor?: PersonActor | null): Promise<CitedImprovement[]> {
  const rows = await db.improvement.findMany({ where: { AND: [{ id: { in: [...ids] } }, actor ? readableImprovements(actor) : {}] }, select: COLUMNS });
  return rows.map(cited);
}

/** Changes whose effect was verified in [from, to), newest first; with `actor` what they may know of and did not report. */
export async function verifiedImprovements(from: Date, to: Date, actor?: PersonActor, limit = 1000): Promise<CitedImprovement[]> {
  const rows = await db.improvement.findMany({
    where: { AND: [{ state: "verified", verifiedAt: { gte: from, lt: to } }, actor ? { AND: [readableImprovements(actor), { reporterId: { not: actor.personId } }] } : {}] },
    select: COLUMNS,
    orderBy: { verifiedAt: "desc" },
    take: limit,
  });
  return rows.map(cited);
}
