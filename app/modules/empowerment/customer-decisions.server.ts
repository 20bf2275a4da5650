import type { EntryWords, TimelineEntry, TimelineSource } from "#modules/customers/public.ts";
import { findPeople } from "#modules/people/public.server.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import { findPolicy } from "./policy-store.server.ts";
import { nameIn } from "./vocabulary.ts";

/** When a decision settled the matter: resolved, or given with nothing said to the contrary. */
function settledAt(row: { readonly result: string | null; readonly resultAt: Date | null; readonly givenAt: Date | null }): Date | null {
  if (row.result === "resolved") return row.resultAt;
  return row.result === null ? row.givenAt : null;
}

/** What the sentence of a decision is made of. */
export const SENTENCE_COLUMNS = {
  ...{ id: true, decidedAt: true, gesture: true, amount: true, approvedAmount: true, currency: true, state: true, personId: true, policyVersion: true },
} as const satisfies Prisma.DecisionSelect;

/** A decision in one sentence: what was given or asked, by whom, and what became of it. @param person the decider's name */
export function decisionSentence(row: Prisma.DecisionGetPayload<{ select: typeof SENTENCE_COLUMNS }>, person: string): EntryWords {
  const gesture = nameIn(findPolicy(row.policyVersion)?.document.gestures ?? [], row.gesture).name;
  const minor = row.approvedAmount ?? row.amount;
  const params = { gesture, person };
  if (minor === null || row.currency === null) return { key: `empowerment:timelinePlain.${row.state}`, params };
  return { key: `empowerment:timeline.${row.state}`, params: { ...params, amount: { minor: Number(minor), currency: row.currency } } };
}

/** The decisions about a customer, as their story tells them. */
export const customerDecisions: TimelineSource = async (customerId, limit) => {
  const rows = await db.decision.findMany({
    where: { customerId },
    select: { ...SENTENCE_COLUMNS, result: true, resultAt: true, givenAt: true },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map(
    (row): TimelineEntry => ({
      id: row.id,
      at: row.decidedAt,
      kind: "decision",
      words: decisionSentence(row, people.get(row.personId)?.name ?? ""),
      byId: row.personId,
      href: `/decisions/${row.id}`,
      contact: true,
      settledAt: settledAt(row),
    }),
  );
};
