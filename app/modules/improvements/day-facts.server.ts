import { db } from "#platform/db.server.ts";

/** Changes whose effect was verified in [from, to), by the department that carried them out and their site. */
export async function verifiedCounts(from: Date, to: Date): Promise<{ readonly department: string | null; readonly site: string | null; readonly verified: number }[]> {
  const rows = await db.improvement.findMany({
    where: { verifiedAt: { gte: from, lt: to }, state: "verified" },
    select: { siteCode: true, owners: { where: { lead: true }, select: { departmentCode: true }, take: 1 } },
  });
  return rows.map(({ siteCode, owners }) => ({ department: owners[0]?.departmentCode ?? null, site: siteCode, verified: 1 }));
}

/** Changes that somebody named beside a measure: what they were, and since when they worked. */
export interface WorkedChange {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  /** Since when the new way was tried; null: not yet. */
  readonly since: Date | null;
  readonly verifiedAt: Date | null;
}

/** Those of the changes, without their words: for charts that show when something began to work. */
export async function workedChanges(ids: readonly string[]): Promise<WorkedChange[]> {
  const rows = await db.improvement.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true, state: true, trialFrom: true, verifiedAt: true } });
  return rows.map(({ trialFrom, ...row }) => ({ ...row, since: trialFrom }));
}
