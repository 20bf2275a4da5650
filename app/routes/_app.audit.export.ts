import { auditFilter } from "#composition/audit-filter.server.ts";
import { EXPORT_COLUMNS, exportEvents } from "#modules/audit/public.server.ts";
import { csvPieces, csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

const ROWS_A_PIECE = 500;

async function* inPieces<T>(rows: AsyncIterable<T>): AsyncGenerator<T[]> {
  let piece: T[] = [];
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_A_PIECE) continue;
    yield piece;
    piece = [];
  }
  yield piece;
}

/** The filtered trail as a file, oldest first. */
export const loader = page("audit.read", ({ url, words }) => {
  const filter = auditFilter(url.searchParams, words.timeZone ?? "Asia/Ho_Chi_Minh");
  return csvResponse("audit.csv", csvPieces(EXPORT_COLUMNS, inPieces(exportEvents(filter))));
});
