import { stringify } from "csv-stringify/sync";

export type CsvCell = string | number | bigint | null | undefined;

const OPTIONS = { escape_formulas: true, record_delimiter: "\r\n", quoted_match: /^\s|\s$/ };

/**
 * A CSV file in pieces: BOM, header, then the rows of each page. RFC 4180 with line breaks of two characters; a cell that
 * a spreadsheet would take for a formula begins with `'`. Memory is bounded by one page.
 */
export async function* csvPieces(columns: readonly string[], pages: AsyncIterable<readonly (readonly CsvCell[])[]>): AsyncGenerator<string> {
  yield `\uFEFF${stringify([[...columns]], OPTIONS)}`;
  for await (const rows of pages) {
    if (rows.length > 0) yield stringify(rows.map((row) => row.map((cell) => cell ?? "")), OPTIONS);
  }
}

/** The pieces as the body of a download. */
export function csvResponse(fileName: string, pieces: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName.replace(/[^A-Za-z0-9._-]/g, "_")}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
