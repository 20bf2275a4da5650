import { parse } from "csv-parse";
import { parse as parseAll } from "csv-parse/sync";
import { inspectSource, type CsvSource } from "./source.server.ts";

/** One thing wrong in a file: line and column, or the whole line, or (line 0) the whole file. */
export interface CsvFault {
  /** The line on which the row begins, 1 being the header; 0: the file. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A row by its columns; a column the file does not have is undefined, an empty cell is "". */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** A stretch of whole rows, to be read again. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Line breaks before it. */
  readonly lines: number;
}

export interface CsvShape {
  readonly columns: readonly string[];
  readonly required: readonly string[];
}

const ROWS_PER_STRETCH = 500;
const MAX_ROW_BYTES = 100_000;

const OPTIONS = {
  bom: true,
  info: true as const,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  max_record_size: MAX_ROW_BYTES,
};

interface Parsed {
  readonly record: string[];
  readonly info: { readonly bytes: number; readonly lines: number };
}

/** What an export wrote in front of a cell that a spreadsheet would take for a formula. */
const withoutGuard = (cell: string): string => (/^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell);

const breaksIn = (record: readonly string[]): number => record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

function syntaxFault(error: unknown): CsvFault | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const line = "lines" in error && typeof error.lines === "number" ? error.lines : 0;
  if (error.code === "CSV_MAX_RECORD_SIZE") return { line, column: null, code: "csv_row_too_large" };
  return /QUOTE/.test(error.code) ? { line, column: null, code: "csv_quotes" } : null;
}

function headerFaults(header: readonly string[], shape: CsvShape): CsvFault[] {
  const fault = (code: string, column: string): CsvFault => ({ line: 1, column, code, params: { column } });
  if (header.length === 1 && header[0]?.includes(";")) return [{ line: 1, column: null, code: "csv_semicolons" }];
  return [
    ...header.filter((column) => !shape.columns.includes(column)).map((column) => fault("csv_unknown_column", column)),
    ...header.filter((column, index) => header.indexOf(column) !== index).map((column) => fault("csv_repeated_column", column)),
    ...shape.required.filter((column) => !header.includes(column)).map((column) => fault("csv_missing_column", column)),
  ];
}

function rowOf(header: readonly string[], { record, info }: Parsed, linesBefore: number): { row: CsvRow; fault: CsvFault | null } {
  const line = linesBefore + info.lines - breaksIn(record);
  const cells = Object.fromEntries(header.map((column, index) => [column, withoutGuard(record[index] ?? "").trim()]));
  if (record.length === header.length) return { row: { line, cells }, fault: null };
  return { row: { line, cells }, fault: { line, column: null, code: "csv_cells", params: { expected: header.length, actual: record.length } } };
}

/** A file whose form is known: its rows can be read again in stretches without keeping them in memory. */
export interface CsvFile {
  readonly rows: number;
  readonly digest: string;
  /** Rows once more, a stretch at a time, at once. */
  stretches(): Generator<readonly CsvRow[]>;
}

/**
 * Reads a file from end to end: UTF-8 with or without BOM, RFC 4180, a header row with the shape's columns in any order.
 * Calls `each` for every row that has the right number of cells and `fault` for what is wrong. Memory stays bounded.
 */
export async function readCsv(source: CsvSource, shape: CsvShape, each: (row: CsvRow) => void, fault: (fault: CsvFault) => void): Promise<CsvFile> {
  const { digest, utf8 } = await inspectSource(source);
  const stretches: Stretch[] = [];
  let header: string[] | null = null;
  let rows = 0;
  let open: { from: number; to: number; lines: number; count: number } | null = null;
  const parser = source.stream().pipe(parse(OPTIONS));
  if (!utf8) fault({ line: 0, column: null, code: "csv_not_utf8" });
  try {
    if (utf8) {
      for await (const parsed of parser as AsyncIterable<Parsed>) {
        const { info } = parsed;
        if (header === null) {
          header = parsed.record.map((column) => column.trim().toLowerCase());
          const faults = headerFaults(header, shape);
          faults.forEach(fault);
          open = { from: info.bytes, to: info.bytes, lines: info.lines, count: 0 };
          if (faults.length > 0) break;
          continue;
        }
        rows += 1;
        const read = rowOf(header, parsed, 0);
        if (read.fault) fault(read.fault);
        else each(read.row);
        if (open === null) continue;
        open = { ...open, to: info.bytes, count: open.count + 1 };
        if (open.count < ROWS_PER_STRETCH) continue;
        stretches.push(open);
        open = { from: info.bytes, to: info.bytes, lines: info.lines, count: 0 };
      }
    }
  } catch (error) {
    const syntax = syntaxFault(error);
    if (syntax === null) throw error;
    fault(syntax);
  } finally {
    parser.destroy();
  }
  if (open !== null && open.count > 0) stretches.push(open);
  if (utf8 && header === null) fault({ line: 0, column: null, code: "csv_empty" });
  const columns = header ?? [];
  return {
    rows,
    digest,
    *stretches() {
      for (const { from, to, lines } of stretches) {
        const records = parseAll(source.slice(from, to), { ...OPTIONS, bom: false }) as unknown as Parsed[];
        yield records.map((parsed) => rowOf(columns, parsed, lines).row);
      }
    },
  };
}
