import type { Actor } from "#access/actor.ts";
import { customerNames } from "#modules/customers/public.server.ts";
import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { writeRating } from "./domain/scales.ts";
import { FEEDBACK_COLUMNS, FILE_SOURCE } from "./import-feedback.server.ts";
import { readableFeedback } from "./readable.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { ratingsOf } from "./stored.ts";

const PAGE = 500;

/** Everything there was when the export began, in order of id; erased words are left out with their rows' customers. */
async function* pages(actor: Actor | null): AsyncGenerator<CsvCell[][]> {
  const readable = actor === null ? {} : readableFeedback(actor);
  for (let after = ""; ; ) {
    const rows = await db.feedback.findMany({ where: { AND: [readable, { erasedAt: null }, { id: { gt: after } }] }, orderBy: { id: "asc" }, take: PAGE });
    const customers = await customerNames([...new Set(rows.flatMap(({ customerId }) => customerId ?? []))]);
    yield rows
      .filter((row) => row.said !== null || writeRating(ratingsOf(row)) !== null)
      .map((row) => {
        const rated = writeRating(ratingsOf(row));
        const customer = row.customerId === null ? null : (customers.get(row.customerId)?.ref ?? null);
        const own = row.source === FILE_SOURCE ? (row.sourceId ?? row.id) : row.id;
        return [own, row.receivedAt.toISOString(), row.channel, row.touchpointCode, customer, row.language, rated?.rating, rated?.scale, row.said];
      });
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

/**
 * What customers said, within the asker's reach, as a file that reads back in without effect; that it was taken stands in the
 * trail. Refuses `forbidden`.
 */
export async function exportFeedback(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "feedback.read");
  await transaction((tx) => recordEvent(tx, { kind: "export", id: "feedback" }, actorRef(asked), asked.now, { type: "feedback.exported", schema: 1, data: {} }));
  return csvPieces(FEEDBACK_COLUMNS, pages(asked.actor));
}
