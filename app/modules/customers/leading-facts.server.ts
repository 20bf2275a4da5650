import { db } from "#platform/db.server.ts";

const STATES = ["kept", "broken"] as const;

/** Promises that these people had to keep and that fell due in [from, to), with what became of each. */
export async function promiseFacts(personIds: readonly string[], from: Date, to: Date) {
  const rows = await db.customerPromise.findMany({ where: { keeperId: { in: [...personIds] }, dueAt: { gte: from, lt: to } }, select: { id: true, keeperId: true, dueAt: true, state: true } });
  return rows.map(({ id, keeperId, dueAt, state }) => ({ promiseId: id, keeperId, dueAt, state: STATES.find((known) => known === state) ?? ("open" as const) }));
}
