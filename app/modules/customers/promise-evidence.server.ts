import { db } from "#platform/db.server.ts";

/** What became of these promises: kept is good, broken is bad, an open one waits. */
export async function promiseOutcomes(ids: readonly string[]): Promise<Map<string, "good" | "bad" | "pending">> {
  const rows = await db.customerPromise.findMany({ where: { id: { in: [...ids] } }, select: { id: true, state: true } });
  return new Map(rows.map(({ id, state }) => [id, state === "kept" ? "good" : state === "broken" ? "bad" : "pending"]));
}

/** A promise as somebody cites it: who kept or keeps it, and until when; not to whom or what. */
export interface CitedPromise {
  readonly id: string;
  readonly keeperId: string;
  readonly at: Date;
  readonly ref: string;
}

/** Promises by id, with the reference of the customer they were made to. */
export async function citedPromises(ids: readonly string[]): Promise<CitedPromise[]> {
  const rows = await db.customerPromise.findMany({ where: { id: { in: [...ids] } }, select: { id: true, keeperId: true, at: true, customer: { select: { ref: true } } } });
  return rows.map(({ customer, ...row }) => ({ ...row, ref: customer.ref }));
}

/** Promises kept in [from, to), newest first. */
export async function keptPromises(from: Date, to: Date): Promise<{ id: string; keeperId: string; at: Date }[]> {
  const rows = await db.customerPromise.findMany({
    where: { state: "kept", closedAt: { gte: from, lt: to } },
    select: { id: true, keeperId: true, closedAt: true },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, keeperId, closedAt }) => ({ id, keeperId, at: closedAt ?? from }));
}
