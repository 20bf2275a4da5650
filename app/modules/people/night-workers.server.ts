import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./person-record.server.ts";

/** Ids of those who work at night, as HR marked them. */
export async function nightWorkers(): Promise<Set<string>> {
  const rows = await db.nightWorker.findMany({ select: { personId: true } });
  return new Set(rows.map(({ personId }) => personId));
}

/** Marks that somebody works at night, or no longer does. Refuses: `forbidden`; 422 `unknown_person` at `personId`. */
export async function markNightWorker(personId: string, night: boolean, asked: Asked): Promise<void> {
  demand(asked, "recognitions.fairness");
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || (night && !person.active)) throw invalidInput({ path: "personId", code: "unknown_person" });
    if ((await tx.count("NightWorker", { personId })) > 0 === night) return;
    if (night) await tx.insert("NightWorker", { personId, at: asked.now, byId: asked.actor?.personId ?? null });
    else await tx.remove("NightWorker", { personId });
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "night-worker.marked", schema: 1, data: { night } });
  });
}
