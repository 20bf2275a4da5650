import { cpus, loadavg, totalmem } from "node:os";

/** One line of a suite's table; what does not apply is left out. */
export interface Row {
  readonly name: string;
  /** Null where it could not be measured: `note` says why. */
  readonly perSecond: number | null;
  readonly p50us: number | null;
  readonly p99us: number | null;
  /** How many times as fast as our row it is: 0.01 is a hundred times slower. Null where it is not compared. */
  readonly ratioToOurs: number | null;
  /** Processor time of all threads, in microseconds. */
  readonly cpuUs?: number;
  readonly p95us?: number;
  readonly maxUs?: number;
  readonly loadMs?: number;
  /** Answers compared with those expected, and how many of them differed. */
  readonly checked?: number;
  readonly wrong?: number;
  readonly note?: string;
}

export interface Suite {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What one suite does: `say` shows progress. */
export type RunSuite = (say: (text: string) => void) => Promise<Suite>;

export interface Results {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly suites: readonly Suite[];
}

/** What the figures depend on besides the code. */
export function machine(): Results["machine"] {
  const processors = cpus();
  return {
    ...{ node: process.version, platform: `${process.platform} ${process.arch}` },
    ...{ processor: processors[0]?.model ?? "unknown", cores: processors.length, memoryGb: Math.round(totalmem() / 1e9) },
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const columns: readonly [title: string, of: (row: Row) => string][] = [
  ["", ({ name }) => name],
  ["per second", ({ perSecond }) => rounded(perSecond)],
  ["p50 µs", ({ p50us }) => rounded(p50us)],
  ["p95 µs", ({ p95us }) => rounded(p95us)],
  ["p99 µs", ({ p99us }) => rounded(p99us)],
  ["max µs", ({ maxUs }) => rounded(maxUs)],
  ["cpu µs", ({ cpuUs }) => rounded(cpuUs)],
  ["× ours", ({ ratioToOurs }) => (ratioToOurs === null ? "" : ratioToOurs >= 0.1 ? ratioToOurs.toFixed(2) : ratioToOurs.toPrecision(2))],
  ["load ms", ({ loadMs }) => rounded(loadMs)],
  ["checked", ({ checked }) => (checked === undefined ? "" : String(checked))],
  ["wrong", ({ wrong }) => (wrong === undefined ? "" : String(wrong))],
  ["", ({ note }) => note ?? ""],
];

function rounded(value: number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (value >= 100) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A suite as a table for the terminal; columns in which no row says anything are left out. */
export function table({ name, rows }: Suite): string {
  const shown = columns.map(([title, of]) => [title, ...rows.map(of)]).filter((cells) => cells.slice(1).some((cell) => cell !== ""));
  const widths = shown.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const line = (at: number) => shown.map((cells, column) => (column === 0 ? (cells[at] ?? "").padEnd(widths[column] ?? 0) : (cells[at] ?? "").padStart(widths[column] ?? 0))).join("  ");
  return [`── ${name}`, ...[...rows, null].map((_, at) => line(at).trimEnd())].join("\n");
}
