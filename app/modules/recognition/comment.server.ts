import { newId } from "#kernel/ids.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { reachable } from "./readable.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { tellConcerned } from "./tell-concerned.server.ts";

/** Says something under a recognition; giver and receivers are told. Answers the id. Refuses: `forbidden`; `not_found`. */
export async function commentRecognition(id: string, text: string, asked: Asked, remember?: RememberMade): Promise<{ id: string }> {
  const person = demandPerson(asked, "recognitions.give");
  return transaction(async (tx) => {
    const row = await reachable(tx, person, id);
    const comment = newId();
    await tx.insert("RecognitionComment", { id: comment, recognitionId: id, personId: person.personId, text, at: asked.now });
    await recordEvent(tx, asked, { kind: "recognition", id }, { type: "recognition.commented", schema: 1, data: { comment } });
    await tellConcerned(tx, row, { kind: "recognition.commented", params: { name: person.name }, at: asked.now, except: person.personId });
    await remember?.(tx, comment);
    return { id: comment };
  });
}
