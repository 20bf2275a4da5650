import type { Prisma } from "#db/generated/client.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { readable } from "./queries.server.ts";
import { recordScorecardEvent } from "./record-event.server.ts";
import type { SheetContent } from "./score.ts";

const COLUMNS = [
  ...(["sheet", "period_start", "period_end", "closed_at", "email", "name", "department", "site", "scorecard_vi", "scorecard_en", "score", "customer_share"] as const),
  ...(["item", "kpi", "kpi_version", "weight", "counted_weight", "target", "value", "n", "attainment", "absent"] as const),
];
const PAGE = 200;

async function* pages(within: Prisma.ScorecardSheetWhereInput, period: string | null): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.scorecardSheet.findMany({ where: { AND: [within, period === null ? {} : { periodId: period }, { id: { gt: after } }] }, orderBy: { id: "asc" }, take: PAGE });
    const people = findPeople(rows.flatMap(({ personId }) => (personId === null ? [] : [personId])));
    yield rows.flatMap(({ id, at, personId, personName, departmentCode, siteCode, content }) => {
      const { from, to, name, score, customerShare, items } = JSON.parse(content) as SheetContent;
      const sheet = [id, from, to, at.toISOString(), personId === null ? null : (people.get(personId)?.email ?? null), personName, departmentCode, siteCode, name.vi, name.en, score, customerShare];
      return items.map((item): CsvCell[] => [...sheet, item.kind, item.definition?.code, item.version, item.weight, item.counted, item.target, item.value, item.n, item.attainment, item.absent]);
    });
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

/**
 * Closed scorecards the actor may read, of all periods or one: a row for each measure of each sheet, in order of id, never
 * of figures. That the file was taken stands in the trail. Refuses `forbidden`.
 */
export async function exportSheets(asked: Asked, period: string | null = null): Promise<AsyncGenerator<string>> {
  demand(asked, "scorecards.read");
  const { actor } = asked;
  if (actor?.kind === "service") throw new Refusal("forbidden");
  await transaction((tx) => recordScorecardEvent(tx, { kind: "export", id: "scorecards" }, { type: "scorecards.exported", schema: 1, data: {} }, asked));
  return csvPieces(COLUMNS, pages(actor === null ? {} : readable(actor), period));
}
