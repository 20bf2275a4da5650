import { findPeople } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordScorecardEvent } from "../scorecards/record-event.server.ts";

const COLUMNS = ["id", "approved_at", "email", "name", "department", "kind", "amount", "currency", "proposed_by", "approved_by"];
const PAGE = 500;

async function* pages(): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.reward.findMany({ where: { state: "approved", id: { gt: after } }, orderBy: { id: "asc" }, take: PAGE });
    const people = findPeople(rows.flatMap(({ personId, proposedById, decidedById }) => [personId, proposedById, decidedById ?? ""]));
    const email = (id: string | null) => (id === null ? "" : (people.get(id)?.email ?? ""));
    yield rows.map(({ id, decidedAt, personId, kindCode, amount, currency, proposedById, decidedById }) => [
      id, decidedAt?.toISOString() ?? "", email(personId), people.get(personId)?.name ?? "", people.get(personId)?.departmentCode ?? "", kindCode, amount === null ? "" : String(amount), currency ?? "", email(proposedById), email(decidedById),
    ]);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

/** Approved rewards for whoever pays them, in order of id; that the file was taken stands in the trail. Refuses `forbidden`. */
export async function exportRewards(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "rewards.export");
  await transaction((tx) => recordScorecardEvent(tx, { kind: "export", id: "rewards" }, { type: "rewards.exported", schema: 1, data: {} }, asked));
  return csvPieces(COLUMNS, pages());
}
