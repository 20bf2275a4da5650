import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { exportCustomers, exportPurchases } from "#modules/customers/public.server.ts";
import { exportDecisions } from "#modules/empowerment/public.server.ts";
import { exportCertificates, exportCompletions, exportStatements } from "#modules/learning/public.server.ts";
import { exportFeedback } from "#modules/listening/public.server.ts";
import { exportKpis, exportObservations, exportRewards, exportSheets } from "#modules/kpis/public.server.ts";
import { exportResults } from "#modules/pulse/public.server.ts";
import { exportReviews } from "#modules/reviews/public.server.ts";
import { exportRecognitions } from "#modules/recognition/public.server.ts";
import { exportStories } from "#modules/stories/public.server.ts";
import { exportImprovements, exportProcedures } from "#modules/improvements/public.server.ts";
import { type Asked, exportPeople, exportQualifications } from "#modules/people/public.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused, UsageError } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

/** What can be written, by the word the operator gives. */
const exporters: Readonly<Record<string, (asked: Asked) => Promise<AsyncGenerator<string>>>> = {
  people: exportPeople,
  qualifications: exportQualifications,
  customers: exportCustomers,
  purchases: exportPurchases,
  decisions: exportDecisions,
  recognitions: exportRecognitions,
  stories: exportStories,
  feedback: exportFeedback,
  improvements: exportImprovements,
  procedures: exportProcedures,
  kpis: exportKpis,
  observations: exportObservations,
  rewards: exportRewards,
  scorecards: exportSheets,
  certificates: exportCertificates,
  completions: exportCompletions,
  xapi: exportStatements,
  reviews: exportReviews,
};

const CALL = `export ${Object.keys(exporters).join("|")} FILE\n       tam export pulse ID FILE`;

/** Writes a CSV file (for xapi: statements as JSON lines), which reads back in without effect where its kind can be imported, readable by its owner alone; an existing file is replaced once the new one is whole. */
export async function run(args: readonly string[]): Promise<void> {
  const ofPulse = args[0] === "pulse";
  const { positionals } = parseOptions(args, { call: CALL, options: {}, positionals: ofPulse ? ["KIND", "ID", "FILE"] : ["KIND", "FILE"] });
  const [kind = "", id = ""] = positionals;
  const file = positionals.at(-1) ?? "";
  const exporter = ofPulse ? (asked: Asked) => exportResults(id, asked) : Object.hasOwn(exporters, kind) ? exporters[kind] : undefined;
  if (exporter === undefined) throw new UsageError(`No such kind of file: ${kind}\nUsage: tam ${CALL}`);
  const draft = `${file}.${process.pid}.part`;
  try {
    const asked: Asked = { actor: null, source: "command-line", now: new Date() };
    await withDatabase(async () => pipeline(await exporter(asked), createWriteStream(draft, { mode: 0o600 })));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof Error && "syscall" in error) throw new CommandRefused(`Cannot write ${file}: ${error.message}`);
    throw error;
  }
  process.stdout.write(`${file}\n`);
}
