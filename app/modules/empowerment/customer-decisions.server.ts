import type { TimelineEntry, TimelineSource } from "#modules/customers/public.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { findPolicy } from "./policy-store.server.ts";
import { nameIn } from "./vocabulary.ts";

/** When a decision settled the matter: resolved, or given with nothing said to the contrary. */
function settledAt(row: { readonly result: string | null; readonly resultAt: Date | null; readonly givenAt: Date | null }): Date | null {
  if (row.result === "resolved") return row.resultAt;
  return row.result === null ? row.givenAt : null;
}

/** The decisions about a customer, as their story tells them. */
export const customerDecisions: TimelineSource = async (customerId, limit) => {
  const rows = await db.decision.findMany({
    where: { customerId },
    select: {
      ...{ id: true, decidedAt: true, gesture: true, amount: true, approvedAmount: true, currency: true, state: true, personId: true },
      ...{ policyVersion: true, result: true, resultAt: true, givenAt: true },
    },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map((row): TimelineEntry => {
    const gesture = nameIn(findPolicy(row.policyVersion)?.document.gestures ?? [], row.gesture).name;
    const minor = row.approvedAmount ?? row.amount;
    const params = { gesture, person: people.get(row.personId)?.name ?? "" };
    return {
      id: row.id,
      at: row.decidedAt,
      kind: "decision",
      words:
        minor === null || row.currency === null
          ? { key: `empowerment:timelinePlain.${row.state}`, params }
          : { key: `empowerment:timeline.${row.state}`, params: { ...params, amount: { minor: Number(minor), currency: row.currency } } },
      byId: row.personId,
      href: `/decisions/${row.id}`,
      contact: true,
      settledAt: settledAt(row),
    };
  });
};
