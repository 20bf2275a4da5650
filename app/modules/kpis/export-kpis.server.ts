import { type Asked, demand } from "#platform/acting.server.ts";
import { type CsvCell, csvPieces } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { OBSERVATION_COLUMNS } from "./import-observations.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { definitions, findKpi, type StoredKpi } from "./series.server.ts";

const PAGE = 1000;

const KPI_COLUMNS = [
  ...(["code", "status", "version", "name_vi", "name_en", "why_vi", "why_en", "lens", "measure", "unit", "direction", "stage", "owners", "influenced_by", "guardrails"] as const),
  ...(["source", "fact", "cadence", "minimum_sample", "baseline", "target", "target_by"] as const),
] as const;

async function* kpiCells(): AsyncGenerator<CsvCell[][]> {
  yield definitions(readHot).map(({ code, status, version, definition: it }) => [
    ...[code, status, version, it.name.vi, it.name.en, it.why.vi, it.why.en, it.lens, it.measure.kind, it.unit, it.direction, it.stage, it.owners.join(";"), it.influencedBy.join(";"), it.guardrails.join(";")],
    ...[it.source.kind, it.source.fact, it.cadence, it.minimumSample, it.baseline, it.target?.value, it.target?.by],
  ]);
}

/** What is measured, as a file to work with; that it was taken stands in the trail. Refuses `forbidden`. */
export async function exportKpis(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "kpis.read");
  await transaction((tx) => recordEvent(tx, { kind: "export", id: "kpis" }, { type: "kpis.exported", schema: 1, data: {} }, asked));
  return csvPieces(KPI_COLUMNS, kpiCells());
}

type Counts = { readonly n: number; readonly hits: number; readonly passives: number; readonly detractors: number; readonly total: number; readonly histogram: string | null };

/** Counts in the columns they would be read from. */
function countCells({ definition: { measure } }: StoredKpi, { n, hits, passives, detractors, total, histogram }: Counts): CsvCell[] {
  const values = histogram === null || measure.kind === "csat" ? null : Object.entries(JSON.parse(histogram) as Record<string, number>).map(([value, count]) => `${value}:${count}`).join(";");
  if (values !== null) return [null, null, null, null, null, null, null, values];
  switch (measure.kind) {
    case "nps":
    case "enps":
      return [null, null, null, null, hits, passives, detractors, null];
    case "csat":
    case "fcr":
    case "rate":
      return [hits, n, null, null, null, null, null, null];
    case "mean":
      return [total, n, null, null, null, null, null, null];
    case "sum":
    case "count":
      return [null, null, total, n, null, null, null, null];
    default:
      return [null, null, n === 0 ? null : total / n, n, null, null, null, null];
  }
}

async function* observationCells(kpis: readonly StoredKpi[]): AsyncGenerator<CsvCell[][]> {
  for (const kpi of kpis) {
    for (let after = ""; ; ) {
      const rows = await db.kpiObservation.findMany({ where: { kpiId: kpi.id, id: { gt: after } }, orderBy: { id: "asc" }, take: PAGE });
      yield rows.map((row) => [kpi.code, row.periodStart, row.periodEnd, row.departmentCode || null, row.siteCode || null, ...countCells(kpi, row)]);
      const last = rows.at(-1);
      if (rows.length < PAGE || last === undefined) break;
      after = last.id;
    }
  }
}

/** Figures of all KPIs or one, as a file that reads back in without effect; that it was taken stands in the trail. Refuses `forbidden`; `not_found`. */
export async function exportObservations(asked: Asked, code: string | null = null): Promise<AsyncGenerator<string>> {
  demand(asked, "kpis.read");
  const one = code === null ? null : findKpi(readHot, code);
  if (code !== null && one === null) throw notFound();
  await transaction((tx) => recordEvent(tx, { kind: "export", id: "observations" }, { type: "observations.exported", schema: 1, data: {} }, asked));
  return csvPieces(OBSERVATION_COLUMNS, observationCells(one === null ? definitions(readHot) : [one]));
}
