import { findPeople } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { readableReviews } from "./readable.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { readContent } from "./review-content.ts";

const COLUMNS = [
  ...(["review", "cycle_start", "cycle_end", "closed_at", "email", "name", "department", "site", "team_size"] as const),
  ...(["waited_n", "waited_median_minutes", "waited_p90_minutes", "overdue", "overdue_of", "overturned_by_them", "overturned_of_theirs"] as const),
  ...(["frictions_in_time", "frictions_of", "changes", "thanks_with_evidence", "hours_confirmed_minutes"] as const),
  ...(["promises_kept", "promises_of", "decisions_logged", "commitments_kept", "commitments_seen", "practice"] as const),
];
const PAGE = 200;

async function* pages(where: ReturnType<typeof readableReviews>): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.leadReview.findMany({ where: { AND: [where, { id: { gt: after } }] }, orderBy: { id: "asc" }, take: PAGE });
    const people = findPeople(rows.map(({ personId }) => personId));
    yield rows.map(({ id, at, personId, personName, departmentCode, siteCode, teamSize, content }): CsvCell[] => {
      const { from, to, sayDo, ledger } = readContent(content);
      const { desk, overturning, overturned, frictions, thanks, hours, promises, log, practice } = ledger;
      return [
        ...[id, from, to, at.toISOString(), people.get(personId)?.email ?? null, personName, departmentCode, siteCode, teamSize],
        ...[desk.n, desk.median, desk.p90, desk.overdue.part, desk.overdue.of, overturning.n, overturned.n],
        ...[frictions.inTime.part, frictions.inTime.of, frictions.changed, thanks.evidenced, hours.confirmed],
        ...[promises.kept.part, promises.kept.of, log.n, sayDo.part, sayDo.of, practice?.n ?? null],
      ];
    });
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

/**
 * Closed reviews the actor may read, a row each, in order of id and never of a figure; without anybody's words. That the
 * file was taken stands in the trail. Refuses `forbidden`.
 */
export async function exportReviews(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "leading.read");
  const { actor } = asked;
  if (actor?.kind === "service") throw new Refusal("forbidden");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "reviews" }, { type: "leading.exported", schema: 1, data: {} }));
  return csvPieces(COLUMNS, pages(actor === null ? {} : readableReviews(actor)));
}
