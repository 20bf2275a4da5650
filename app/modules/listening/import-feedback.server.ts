import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { instantCell, requiredCell, textCell } from "#platform/csv/cells.ts";
import { importCsv, type Complain, type CsvImport, type ImportOptions, type ImportReport, type RowEffect } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { NO_RATINGS, readRating, type Ratings } from "./domain/scales.ts";
import { keepFeedback, ratingColumns } from "./keep-feedback.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { LONGEST_WORDS } from "./schemas.ts";

export const FEEDBACK_COLUMNS = ["source_id", "received_at", "channel", "touchpoint", "customer_ref", "language", "rating", "rating_scale", "text"] as const;

/** What rows of a file came from. */
export const FILE_SOURCE = "import";

interface FeedbackCells {
  readonly sourceId: string;
  readonly receivedAt: Date;
  readonly channel: string | null;
  readonly touchpoint: string | null;
  readonly customerRef: string | null;
  readonly language: string;
  readonly ratings: Ratings;
  readonly said: string | null;
}

function read(cells: CsvRow["cells"], timeZone: string, complain: Complain): FeedbackCells | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const code = (column: string) => {
    const text = textCell(cells, column, fault, 64) ?? null;
    if (text !== null && !/^[A-Za-z0-9_-]+$/.test(text)) fault(column, "code_format");
    return text;
  };
  const sourceId = requiredCell(cells, "source_id", fault);
  requiredCell(cells, "received_at", fault, 40);
  const receivedAt = instantCell(cells, "received_at", timeZone, fault);
  const language = (textCell(cells, "language", fault, 10) ?? "vi").toLowerCase();
  if (!/^[a-z]{2,3}$/.test(language)) fault("language", "language_format");
  const rating = textCell(cells, "rating", fault, 10) ?? null;
  const ratings = rating === null ? null : readRating(rating, textCell(cells, "rating_scale", fault, 20) ?? "");
  if (ratings !== null && !ratings.ok) {
    if (ratings.error === "rating_scale") fault("rating_scale", "rating_scale");
    else fault("rating", "rating_value");
  }
  const said = textCell(cells, "text", fault, LONGEST_WORDS) ?? null;
  if (rating === null && said === null) fault("text", "feedback_empty");
  const [channel, touchpoint, customerRef] = [code("channel"), code("touchpoint"), textCell(cells, "customer_ref", fault, 64) ?? null];
  if (faults > 0 || receivedAt === null) return null;
  return { sourceId, receivedAt, channel, touchpoint, customerRef, language, ratings: ratings?.ok ? ratings.value : NO_RATINGS, said };
}

/** The stored rating that a file's one rating stands for; others of the same answer stay. */
function ratingChange(known: Row<"Feedback">, { ratings }: FeedbackCells): Partial<Row<"Feedback">> {
  const given = Object.entries(ratings).filter(([, value]) => value !== null);
  const all = { understood: known.understood, csat: known.csat, csatPoints: known.csatPoints, nps: known.nps, ...Object.fromEntries(given) };
  return ratingColumns(all as Ratings);
}

function differing(known: Row<"Feedback">, wanted: Partial<Row<"Feedback">>): Partial<Row<"Feedback">> {
  const same = (a: unknown, b: unknown) => (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b);
  return Object.fromEntries(Object.entries(wanted).filter(([column, value]) => !same(known[column as keyof Row<"Feedback">], value)));
}

async function write(tx: Tx, row: FeedbackCells, asked: Asked, complain: Complain): Promise<RowEffect> {
  const customer = row.customerRef === null ? null : await tx.find("Customer", { ref: row.customerRef });
  const place = row.touchpoint === null ? null : await tx.find("Touchpoint", { code: row.touchpoint });
  if (row.touchpoint !== null && place === null) complain("touchpoint", "unknown_touchpoint");
  if (row.customerRef !== null && (customer === null || customer.erasedAt !== null)) complain("customer_ref", "unknown_customer", { ref: row.customerRef });
  if ((row.touchpoint !== null && place === null) || (row.customerRef !== null && customer === null)) return "unchanged";
  const known = (await tx.find("Feedback", { id: row.sourceId })) ?? (await tx.find("Feedback", { source: FILE_SOURCE, sourceId: row.sourceId }));
  const { receivedAt, channel, language, said } = row;
  if (known === null) {
    await keepFeedback(
      tx,
      {
        ...{ source: FILE_SOURCE, sourceId: row.sourceId, answerKey: null, linkId: null, receivedAt, channel, language, ratings: row.ratings, said, felt: null, unsaid: null },
        ...{ touchpointCode: row.touchpoint, siteCode: null, departmentCode: place?.departmentCode ?? null, customerId: customer?.id ?? null },
        ...{ decisionId: null, decisionNumber: null, personId: null, managerId: null },
      },
      actorRef(asked),
      asked.now,
    );
    return "added";
  }
  const wanted = { receivedAt, channel, language, said, touchpointCode: row.touchpoint, customerId: customer?.id ?? null, ...ratingChange(known, row) };
  const changed = differing(known, wanted);
  if (Object.keys(changed).length === 0) return "unchanged";
  if (known.source !== FILE_SOURCE || known.erasedAt !== null) {
    complain("source_id", "feedback_fixed");
    return "unchanged";
  }
  await tx.update("Feedback", { id: known.id }, changed);
  return "changed";
}

/**
 * Adds and changes what customers said from a file, by the source's own number, all rows or none. Answers to surveys and what
 * colleagues typed in are recognised by their id and not changed. Refuses `forbidden`; what is wrong in the file is in the report.
 * @param timeZone of days without a time
 */
export async function importFeedback(source: CsvSource, { timeZone }: { readonly timeZone: string }, asked: Asked, options: ImportOptions): Promise<ImportReport> {
  demand(asked, "feedback.import");
  const kind: CsvImport<FeedbackCells> = {
    columns: FEEDBACK_COLUMNS,
    required: ["source_id", "received_at"],
    read: (cells, complain) => read(cells, timeZone, complain),
    keyOf: (row) => row.sourceId,
    keyColumn: "source_id",
    write: (tx, row, complain) => write(tx, row, asked, complain),
    finish: (tx, data) => recordEvent(tx, { kind: "import", id: "feedback" }, actorRef(asked), asked.now, { type: "feedback.imported", schema: 1, data }),
  };
  return importCsv(source, kind, options);
}
