import { invalidInput } from "../http/refusal.ts";
import type { CsvFault } from "./read.server.ts";
import type { ImportReport } from "./import.server.ts";

/** The CSV a form sends: a chosen file, or the text a check sent back. Throws 422 `csv_no_file` at `file`. */
export async function uploadedCsv(form: FormData): Promise<{ text: Uint8Array | string }> {
  const file = form.get("file");
  if (file !== null && typeof file !== "string" && file.size > 0) return { text: new Uint8Array(await file.arrayBuffer()) };
  const text = form.get("text");
  if (typeof text === "string" && text !== "") return { text };
  throw invalidInput({ path: "file", code: "csv_no_file" });
}

/** Faults a page shows; the rest is counted. */
const SHOWN = 200;

/** A report as a page shows it, with the file's text for the form that then saves it. */
export interface ReportView extends Pick<ImportReport, "ok" | "rows" | "added" | "changed" | "unchanged" | "faultCount"> {
  readonly faults: readonly CsvFault[];
  /** null when there is nothing to save. */
  readonly text: string | null;
}

export function reportView(report: ImportReport, text: Uint8Array | string): ReportView {
  const { ok, rows, added, changed, unchanged, faultCount } = report;
  const worth = ok && added + changed > 0;
  return { ok, rows, added, changed, unchanged, faultCount, faults: report.faults.slice(0, SHOWN), text: !worth ? null : typeof text === "string" ? text : new TextDecoder().decode(text) };
}
