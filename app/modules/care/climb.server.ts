import { findPerson, type Leaving } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { askNext } from "./who-checks-in.server.ts";

const BATCH = 200;

/** Asks the next in the place of whoever is asked; where nobody is left the case stays with them. */
async function askAnother(tx: Tx, row: Row<"CareCase">, now: Date): Promise<boolean> {
  const before = [...(JSON.parse(row.askedBefore) as string[]), row.askedId];
  const next = askNext(row.personId, before, now);
  const key = { id: row.id, level: row.level, checkedInAt: null, closedAt: null };
  if (next === null) return (await tx.update("CareCase", key, { onTop: true })) === 1;
  if ((await tx.update("CareCase", key, { ...next, level: row.level + 1, askedBefore: JSON.stringify(before) })) !== 1) return false;
  await notify(tx, { personId: next.askedId, kind: "care.asked", params: { name: findPerson(row.personId)?.name ?? "" }, href: "/care", at: now });
  return true;
}

/** Takes every case nobody checked in on in time one level up, each guarded by its level: it moves once a level. */
export async function climbCare(now: Date): Promise<number> {
  const overdue = await db.careCase.findMany({ where: { checkedInAt: null, closedAt: null, onTop: false, dueAt: { lte: now } }, select: { id: true }, orderBy: { dueAt: "asc" }, take: BATCH });
  let moved = 0;
  for (const { id } of overdue) {
    const done = await transaction(async (tx) => {
      const row = await tx.find("CareCase", { id });
      return row !== null && row.dueAt <= now && !row.onTop && (await askAnother(tx, row, now));
    });
    if (done) moved += 1;
  }
  return moved;
}

export const climbCareJob: JobDefinition = {
  kind: "care.climb",
  every: "*/5 * * * *",
  run: async ({ now }) => {
    await climbCare(now);
  },
};

/** What waits on somebody who leaves goes to the next, in the transaction in which they leave. */
export async function handOverCare(tx: Tx, { personId, at }: Leaving): Promise<void> {
  for (const row of await tx.list("CareCase", { askedId: personId, checkedInAt: null, closedAt: null })) await askAnother(tx, row, at);
}
