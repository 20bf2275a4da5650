import { parseMoney } from "#kernel/money.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { dayCell, requiredCell, textCell } from "#platform/csv/cells.ts";
import { importCsv, type Complain, type CsvImport, type ImportOptions, type ImportReport, type RowEffect } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import { readHot, type Tx } from "#platform/transaction.server.ts";
import type { GivenCounts } from "./domain/counts.ts";
import { feedOf } from "./feed-kpi.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { definitions, type StoredKpi } from "./series.server.ts";
import { feedReach, mayFeed } from "./who-feeds.ts";
import { type Feed, writeObservation } from "./write-observation.server.ts";

export const OBSERVATION_COLUMNS = ["kpi", "period_start", "period_end", "department", "site", "numerator", "denominator", "value", "n", "promoters", "passives", "detractors", "values"] as const;

/** Why figures of a file replace earlier ones. */
const FROM_FILE = "CSV";

interface ObservationCells {
  readonly kpi: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly department: string | null;
  readonly site: string | null;
  readonly counts: GivenCounts;
}

/** A number as spreadsheets write it; in đồng separators group thousands. */
function numberCell(cells: CsvRow["cells"], column: string, inDong: boolean, fault: Complain): number | null {
  const text = cells[column] ?? "";
  if (text === "") return null;
  if (inDong && column === "value") {
    const amount = parseMoney(text.replace(/^-/, ""), "VND");
    if (amount.ok) return text.startsWith("-") ? -amount.value.minor : amount.value.minor;
  } else if (/^-?\d{1,13}([.,]\d{1,6})?$/.test(text)) return Number(text.replace(",", "."));
  fault(column, "number_format");
  return null;
}

/** "1:80;2:210": how often each value came. */
function valuesCell(cells: CsvRow["cells"], fault: Complain): Record<string, number> | null {
  const text = cells["values"] ?? "";
  if (text === "") return null;
  const parts = text.split(";").map((part) => /^\s*(-?\d+(?:[.,]\d+)?)\s*:\s*(\d+)\s*$/.exec(part));
  if (parts.some((part) => part === null)) {
    fault("values", "values_format");
    return null;
  }
  return Object.fromEntries(parts.map((part) => [String(Number((part?.[1] ?? "").replace(",", "."))), Number(part?.[2])]));
}

function countsOf(cells: CsvRow["cells"], inDong: boolean, fault: Complain): GivenCounts | null {
  const number = (column: string) => numberCell(cells, column, inDong, fault);
  const need = (column: string, value: number | null) => {
    if (value === null) fault(column, "required");
    return value ?? 0;
  };
  const values = valuesCell(cells, fault);
  if (values !== null) return { values };
  const [promoters, passives, detractors] = [number("promoters"), number("passives"), number("detractors")];
  if (promoters !== null || passives !== null || detractors !== null) return { promoters: need("promoters", promoters), passives: need("passives", passives), detractors: need("detractors", detractors) };
  const [numerator, denominator] = [number("numerator"), number("denominator")];
  if (numerator !== null || denominator !== null) return { numerator: need("numerator", numerator), denominator: need("denominator", denominator) };
  const [value, n] = [number("value"), number("n")];
  if (value === null && n === null) {
    fault("numerator", "required");
    return null;
  }
  return { value: n === 0 ? (value ?? 0) : need("value", value), n: n ?? 1 };
}

function read(cells: CsvRow["cells"], kpis: ReadonlyMap<string, StoredKpi>, complain: Complain): ObservationCells | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const code = requiredCell(cells, "kpi", fault, 64);
  const kpi = kpis.get(code);
  if (code !== "" && kpi === undefined) fault("kpi", "unknown_kpi", { code });
  if (kpi !== undefined && (kpi.status !== "active" || kpi.definition.source.kind === "computed")) fault("kpi", "kpi_not_fed");
  for (const column of ["period_start", "period_end"]) requiredCell(cells, column, fault, 10);
  const [periodStart, periodEnd] = [dayCell(cells, "period_start", fault), dayCell(cells, "period_end", fault)];
  const [department, site] = [textCell(cells, "department", fault, 64) ?? null, textCell(cells, "site", fault, 64) ?? null];
  const counts = countsOf(cells, kpi?.definition.unit === "vnd", fault);
  if (faults > 0 || counts === null || periodStart == null || periodEnd == null) return null;
  return { kpi: code, periodStart, periodEnd, department, site, counts };
}

/** The column of a file that a fault of a row belongs to. */
const COLUMN: Readonly<Record<string, string>> = { periodStart: "period_start", periodEnd: "period_end", department: "department", site: "site", kpi: "kpi" };
const columnOf = (path: string) => COLUMN[path] ?? (/^counts\.(\w+)/.exec(path)?.[1] ?? null);

async function write(tx: Tx, row: ObservationCells, feeds: ReadonlyMap<string, { kpi: StoredKpi; feed: Feed }>, asked: Asked, complain: Complain): Promise<RowEffect> {
  const known = feeds.get(row.kpi);
  const within = known === undefined ? null : feedReach(asked.actor, known.kpi.definition);
  if (known === undefined || within === null || !mayFeed(within, row)) {
    complain("kpi", "place_not_yours");
    return "unchanged";
  }
  const { kpi: _kpi, ...observation } = row;
  const { effect, faults } = await writeObservation(tx, observation, known.feed, asked);
  for (const { path, code, params } of faults) complain(columnOf(path), code, params);
  return effect ?? "unchanged";
}

/**
 * Takes figures of any fed KPIs from a file, by KPI, period and place, all rows or none; a changed figure replaces the
 * earlier one, which stays with its author. Refuses `forbidden`; what is wrong in the file is in the report.
 */
export async function importObservations(source: CsvSource, asked: Asked, options: ImportOptions): Promise<ImportReport> {
  demand(asked, "kpis.feed");
  const kpis = new Map(definitions(readHot).map((kpi) => [kpi.code, kpi]));
  const feeds = new Map<string, { kpi: StoredKpi; feed: Feed }>();
  for (const [code, kpi] of kpis) if (kpi.status === "active") feeds.set(code, { kpi, feed: await feedOf(kpi, FROM_FILE, asked.now) });
  const kind: CsvImport<ObservationCells> = {
    columns: OBSERVATION_COLUMNS,
    required: ["kpi", "period_start", "period_end"],
    read: (cells, complain) => read(cells, kpis, complain),
    keyOf: ({ kpi, periodStart, periodEnd, department, site }) => [kpi, periodStart, periodEnd, department ?? "", site ?? ""].join("\n"),
    keyColumn: "kpi",
    write: (tx, row, complain) => write(tx, row, feeds, asked, complain),
    finish: (tx, data) => recordEvent(tx, { kind: "import", id: "observations" }, { type: "observations.imported", schema: 1, data }, asked),
  };
  return importCsv(source, kind, options);
}
