import { importCustomers, importPurchases } from "#modules/customers/public.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { importPastCases } from "#modules/empowerment/public.server.ts";
import { importFeedback } from "#modules/listening/public.server.ts";
import { importObservations } from "#modules/kpis/public.server.ts";
import { importProcedures } from "#modules/improvements/public.server.ts";
import { importPeople, importQualifications, organisation } from "#modules/people/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { ImportOptions, ImportReport } from "#platform/csv/import.server.ts";
import { csvFile, type CsvSource } from "#platform/csv/source.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused, UsageError } from "./refusal.ts";
import { faultInWords, inWords } from "./refused-in-words.ts";
import { withDatabase } from "./with-database.ts";

type Importer = (source: CsvSource, asked: Asked, options: ImportOptions) => Promise<ImportReport>;

/** What a file may hold, by the word the operator gives. */
const importers: Readonly<Record<string, Importer>> = {
  people: importPeople,
  qualifications: importQualifications,
  customers: async (source, asked, options) => importCustomers(source, organisation().currency, asked, options),
  purchases: async (source, asked, options) => importPurchases(source, organisation(), asked, options),
  procedures: importProcedures,
  observations: importObservations,
  decisions: async (source, asked, options) => importPastCases(source, organisation(), asked, options),
  feedback: async (source, asked, options) => importFeedback(source, organisation(), asked, options),
};

const CALL = `import ${Object.keys(importers).join("|")} FILE [--dry-run]`;

function open(file: string): CsvSource {
  try {
    return csvFile(file);
  } catch {
    throw new CommandRefused(`Cannot read ${file}`);
  }
}

function inLines(report: ImportReport): string {
  const lines = report.faults.map(({ line, column, ...fault }) => {
    const place = [line === 0 ? "file" : `line ${line}`, ...(column === null ? [] : [`column ${column}`])].join(", ");
    return `${place}: ${faultInWords(fault)}`;
  });
  const more = report.faultCount - report.faults.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

/** Rows between two lines of progress. */
const TOLD_EVERY = 10_000;

/** Says on standard error how far a long file is. */
function progress(): (rows: number, of: number) => void {
  let told = 0;
  return (rows, of) => {
    if (rows - told < TOLD_EVERY) return;
    told = rows;
    process.stderr.write(`${rows} of ${of} rows\n`);
  };
}

/** Reads a CSV file in, all rows or none; with `--dry-run` only says what that would do. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, { call: CALL, options: { "dry-run": { type: "boolean" } }, positionals: ["KIND", "FILE"] });
  const [kind = "", file = ""] = positionals;
  const importer = Object.hasOwn(importers, kind) ? importers[kind] : undefined;
  if (importer === undefined) throw new UsageError(`No such kind of file: ${kind}\nUsage: tam ${CALL}`);
  const dryRun = values["dry-run"] === true;
  const source = open(file);
  try {
    const report = await withDatabase(() => inWords(() => importer(source, { actor: null, source: "command-line", now: systemClock.now() }, { dryRun, onProgress: progress() })));
    if (!report.ok) throw new CommandRefused(`${inLines(report)}\n${report.faultCount} faults in ${report.rows} rows; nothing was saved`);
    const { rows, added, changed, unchanged } = report;
    process.stdout.write(`${rows} rows: ${added} added, ${changed} changed, ${unchanged} unchanged${dryRun ? "; a dry run, nothing was saved" : ""}\n`);
  } finally {
    source.close();
  }
}
