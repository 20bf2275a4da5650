import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { reachable } from "./readable.server.ts";
import type { Reaction } from "./schemas.ts";

/** A small sign under a recognition: set where it is missing, taken back where it stands. Refuses: `forbidden`; `not_found`. */
export async function toggleReaction(id: string, kind: Reaction, asked: Asked): Promise<void> {
  const person = demandPerson(asked, "recognitions.give");
  await transaction(async (tx) => {
    await reachable(tx, person, id);
    const key = { recognitionId: id, personId: person.personId, kind };
    if ((await tx.remove("RecognitionReaction", key)) === 0) await tx.insert("RecognitionReaction", { ...key, at: asked.now });
  });
}
