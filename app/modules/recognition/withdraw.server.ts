import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { reachable } from "./readable.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Takes one's own recognition back: nobody reads it any more and it counts nowhere. Refuses: `forbidden`; `not_found`. */
export async function withdrawRecognition(id: string, asked: Asked): Promise<void> {
  const giver = demandPerson(asked, "recognitions.give");
  await transaction(async (tx) => {
    const row = await reachable(tx, giver, id);
    if (row.giverId !== giver.personId) throw notFound();
    await tx.update("Recognition", { id, withdrawnAt: null }, { withdrawnAt: asked.now });
    await recordEvent(tx, asked, { kind: "recognition", id }, { type: "recognition.withdrawn", schema: 1, data: {} });
  });
}
