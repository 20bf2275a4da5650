import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { reachable } from "./readable.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Puts the words of one's own recognition differently; nothing else of it changes. Refuses: `forbidden`; `not_found`. */
export async function editMessage(id: string, message: string, asked: Asked): Promise<void> {
  const giver = demandPerson(asked, "recognitions.give");
  await transaction(async (tx) => {
    const row = await reachable(tx, giver, id);
    if (row.giverId !== giver.personId) throw notFound();
    if (row.message === message) return;
    await tx.update("Recognition", { id, giverId: giver.personId }, { message, editedAt: asked.now });
    await recordEvent(tx, asked, { kind: "recognition", id }, { type: "recognition.edited", schema: 1, data: {} });
  });
}
