import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { reachable } from "./readable.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { tellConcerned } from "./tell-concerned.server.ts";

/**
 * "Me too", with or without words; saying it again changes the words. Giver and receivers are told the first time.
 * Refuses: `forbidden`; `not_found`; 409 `own_recognition` for the giver and the receivers.
 */
export async function addOn(id: string, message: string | null, asked: Asked, remember?: RememberMade): Promise<void> {
  const person = demandPerson(asked, "recognitions.give");
  const { personId } = person;
  await transaction(async (tx) => {
    const row = await reachable(tx, person, id);
    const received = (await tx.count("RecognitionRecipient", { recognitionId: id, personId })) > 0;
    if (row.giverId === personId || received) throw new Refusal("own_recognition", { status: 409 });
    const again = await tx.find("RecognitionAddOn", { recognitionId: id, personId });
    if (again === null) {
      await tx.insert("RecognitionAddOn", { recognitionId: id, personId, message, at: asked.now });
      await tellConcerned(tx, row, { kind: "recognition.added-on", params: { name: person.name }, at: asked.now, except: personId });
    } else await tx.update("RecognitionAddOn", { recognitionId: id, personId }, { message });
    await recordEvent(tx, asked, { kind: "recognition", id }, { type: "recognition.added-on", schema: 1, data: { words: message !== null } });
    await remember?.(tx, id);
  });
}
