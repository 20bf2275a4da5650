import { findPerson } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type EvidenceSource, sourceOf } from "./evidence.ts";
import { recordEvent } from "./record-event.server.ts";
import type { EvidenceRef } from "./schemas.ts";

/**
 * A private word to the manager of somebody who did something good that nobody recognised; nobody else learns of it.
 * Refuses: `forbidden`; `not_found` for what did not prove good; 409 `no_manager`, `nudged_already`.
 */
export async function nudgeManager(personId: string, ref: EvidenceRef, asked: Asked, sources: readonly EvidenceSource[]): Promise<void> {
  demand(asked, "recognitions.fairness");
  const outcomes = (await sourceOf(sources, ref.kind)?.outcomes([ref.id], asked.now)) ?? null;
  const person = findPerson(personId);
  const byId = asked.actor?.personId ?? null;
  if (outcomes?.get(ref.id) !== "good" || person === null || byId === null) throw notFound();
  const manager = person.managerId === null ? null : findPerson(person.managerId);
  if (manager === null || !manager.active) throw new Refusal("no_manager", { status: 409 });
  await transaction(async (tx) => {
    if ((await tx.count("RecognitionNudge", { kind: ref.kind, refId: ref.id })) > 0) throw new Refusal("nudged_already", { status: 409 });
    await tx.insert("RecognitionNudge", { kind: ref.kind, refId: ref.id, personId, managerId: manager.id, byId, at: asked.now });
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "recognition.manager-nudged", schema: 1, data: { kind: ref.kind, managerId: manager.id } });
    const href = `/recognition/new?${new URLSearchParams({ [ref.kind]: ref.id }).toString()}`;
    await notify(tx, { personId: manager.id, kind: "recognition.nudge", params: { name: person.name }, href, at: asked.now });
  });
}
