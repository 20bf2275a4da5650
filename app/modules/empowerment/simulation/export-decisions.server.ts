import { findPeople } from "#modules/people/public.server.ts";
import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { type CsvCell, csvPieces } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "../record-event.server.ts";
import { storedFacts } from "../stored-decision.server.ts";
import { PAST_CASE_COLUMNS } from "./import-past-cases.server.ts";

const PAGE = 500;

const SELECT = {
  ...{ id: true, number: true, decidedAt: true, personId: true, gesture: true, reason: true, channel: true, amount: true, currency: true, facts: true },
  ...{ outcome: true, state: true, approvedAmount: true, approvedById: true, result: true, csat: true, caseRef: true },
} as const;

type Row = Awaited<ReturnType<typeof page>>[number];

function page(after: { readonly decidedAt: Date; readonly id: string } | null) {
  const where = after === null ? {} : { OR: [{ decidedAt: { gt: after.decidedAt } }, { decidedAt: after.decidedAt, id: { gt: after.id } }] };
  return db.decision.findMany({ where, select: SELECT, orderBy: [{ decidedAt: "asc" }, { id: "asc" }], take: PAGE });
}

/** What a file says of how a case ended: the outcome, or the state where the outcome alone would say something else. */
function endOf({ outcome, state, approvedAmount }: Pick<Row, "outcome" | "state" | "approvedAmount">, approver: string | undefined): string {
  if (state === "approved" && approvedAmount === null && approver === undefined) return state;
  return ["cancelled", "pending", "returned", "expired"].includes(state) ? state : outcome;
}

function cells(row: Row, emails: ReadonlyMap<string, { readonly email: string }>): CsvCell[] {
  const { customer, order } = storedFacts(row.facts).request;
  const known = typeof customer === "object" && customer !== null ? customer : null;
  const bought = typeof order === "object" && order !== null ? order : null;
  const approved = row.state === "approved";
  const approver = approved && row.approvedById !== null ? emails.get(row.approvedById)?.email : undefined;
  return [
    ...[row.number, row.decidedAt.toISOString(), emails.get(row.personId)?.email, row.gesture, row.reason, row.channel, row.amount, row.currency],
    ...[customer === "none" ? "none" : known?.ref, known?.tier, known?.lifetimeValue?.minor],
    ...[order === "none" ? "none" : bought?.ref, bought?.value?.minor, bought?.daysSincePurchase],
    ...[endOf(row, approver), approver, approved ? row.approvedAmount : null],
    ...[row.result, row.csat, row.caseRef],
  ];
}

async function* pages(): AsyncGenerator<CsvCell[][]> {
  for (let after: Row | null = null; ; ) {
    const rows: Row[] = await page(after);
    const emails = findPeople(rows.flatMap(({ personId, approvedById }) => [personId, ...(approvedById === null ? [] : [approvedById])]));
    yield rows.map((row) => cells(row, emails));
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last;
  }
}

/**
 * Every recorded decision, oldest first, as a file of past cases: it can be imported elsewhere and replayed there. That
 * it was taken stands in the trail. Refuses `forbidden`.
 */
export async function exportDecisions(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "policies.edit");
  await transaction((tx) => recordEvent(tx, { kind: "export", id: "decisions" }, actorRef(asked), asked.now, { type: "decisions.exported", schema: 1, data: {} }));
  return csvPieces(PAST_CASE_COLUMNS, pages());
}
