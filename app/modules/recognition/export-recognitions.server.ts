import { findPeople } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { CARD } from "./cards.server.ts";
import { recordEvent } from "./record-event.server.ts";

const COLUMNS = ["id", "at", "giver_email", "receiver_emails", "value", "value_version", "behaviour", "message", "state", "evidence", "add_ons", "comments"];
const PAGE = 500;

async function* pages(): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.recognition.findMany({
      where: { visibility: "public", withdrawnAt: null, hiddenAt: null, automatic: false, id: { gt: after } },
      include: CARD,
      orderBy: { id: "asc" },
      take: PAGE,
    });
    const people = findPeople(rows.flatMap(({ giverId, recipients }) => [giverId, ...recipients.map(({ personId }) => personId)]));
    const email = (id: string) => people.get(id)?.email ?? "";
    yield rows.map((row) => [
      row.id, row.at.toISOString(), email(row.giverId), row.recipients.map(({ personId }) => email(personId)).sort().join(";"), row.valueCode, row.valueVersion,
      row.behaviour, row.message, row.state, row.evidence.map(({ kind }) => kind).sort().join(";"), row._count.addOns, row._count.comments,
    ]);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

/** Every public recognition, in order of id; that the file was taken stands in the trail. Refuses `forbidden`. */
export async function exportRecognitions(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "recognitions.export");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "recognitions" }, { type: "recognitions.exported", schema: 1, data: {} }));
  return csvPieces(COLUMNS, pages());
}
