import { auditFilter } from "#composition/audit-filter.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { EXPORT_COLUMNS, exportEvents, recordExport } from "#modules/audit/public.server.ts";
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

/** The filtered trail as a file, oldest first; its own last line says who took it. */
export const loader = page("audit.read", async ({ actor, url, words }) => {
  await recordExport(Object.fromEntries(url.searchParams), actor, systemClock.now());
  const filter = auditFilter(url.searchParams, words.timeZone ?? "Asia/Ho_Chi_Minh");
  return csvResponse("audit.csv", csvPieces(EXPORT_COLUMNS, inPieces(exportEvents(filter))));
});
