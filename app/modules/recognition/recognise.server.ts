import type { PersonActor } from "#access/actor.ts";
import { newId } from "#kernel/ids.ts";
import { listValues } from "#modules/people/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { type FieldFault, invalidInput } from "#platform/http/refusal.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { pageOf } from "./page-of.ts";
import { type EvidenceOutcome, stateOf } from "./domain/state.ts";
import { type EvidenceSource, sourceOf } from "./evidence.ts";
import { recordEvent } from "./record-event.server.ts";
import type { EvidenceRef, RecognitionFields } from "./schemas.ts";

interface Cited extends EvidenceRef {
  readonly outcome: EvidenceOutcome;
}

/** What is cited, each once, with what became of it by now. Throws 422 at `evidence.<n>` for what this person may not cite. */
async function cited(actor: PersonActor, refs: readonly EvidenceRef[], sources: readonly EvidenceSource[], now: Date): Promise<Cited[]> {
  const once = [...new Map(refs.map((ref) => [`${ref.kind}:${ref.id}`, ref])).values()];
  const found = await Promise.all(
    once.map(async (ref, index): Promise<Cited | FieldFault> => {
      const source = sourceOf(sources, ref.kind);
      if (source === null || !(await source.mayCite(actor, ref.id, now))) return { path: `evidence.${index}`, code: "unknown_evidence" };
      return { ...ref, outcome: (await source.outcomes([ref.id], now)).get(ref.id) ?? "none" };
    }),
  );
  const faults = found.flatMap((entry) => ("code" in entry ? [entry] : []));
  if (faults.length > 0) throw invalidInput(...faults);
  return found.flatMap((entry) => ("code" in entry ? [] : [entry]));
}

async function receiversOf(tx: Tx, ids: readonly string[]): Promise<Row<"Person">[]> {
  const people = await Promise.all(ids.map((id) => tx.find("Person", { id })));
  const active = people.flatMap((person) => (person?.active ? [person] : []));
  if (active.length < ids.length) throw invalidInput({ path: "receivers", code: "unknown_person" });
  return active;
}

/**
 * Thanks one to ten colleagues for something of a value that could be seen done; receivers are told. Who, value and
 * evidence stay as they are from then on. Answers the id. Refuses: `forbidden`; 422 at `receivers` (`never_yourself`,
 * `unknown_person`, `too_many`), `behaviour` (`unknown_behaviour`), `evidence.<n>` (`unknown_evidence`).
 */
export async function recognise(fields: RecognitionFields, asked: Asked, sources: readonly EvidenceSource[], remember?: RememberMade): Promise<{ id: string }> {
  const giver = demandPerson(asked, "recognitions.give");
  const receiverIds = [...new Set(fields.receiverIds)];
  if (receiverIds.includes(giver.personId)) throw invalidInput({ path: "receivers", code: "never_yourself" });
  const value = (await listValues()).find(({ code }) => code === fields.value);
  if (!value?.behaviours.some(({ code }) => code === fields.behaviour)) throw invalidInput({ path: "behaviour", code: "unknown_behaviour" });
  const evidence = await cited(giver, fields.evidence, sources, asked.now);
  const state = stateOf(evidence.map(({ outcome }) => outcome));
  const { visibility, behaviour, message } = fields;
  return transaction(async (tx) => {
    const receivers = await receiversOf(tx, receiverIds);
    const id = newId();
    const at = asked.now;
    await tx.insert("Recognition", {
      id, giverId: giver.personId, giverManagerId: giver.managerId, giverDepartment: giver.departmentCode,
      valueCode: value.code, valueVersion: value.version, behaviour, message, visibility, state, stateAt: at, at,
    });
    for (const { id: personId, managerId, departmentCode } of receivers) await tx.insert("RecognitionRecipient", { recognitionId: id, personId, managerId, departmentCode, at });
    const drawn = { by: giver.personId, at, automatic: true } as const;
    await link(tx, { ...drawn, from: { kind: "recognition", id }, to: { kind: "value", id: value.code }, relation: "about" });
    for (const { kind, id: refId, outcome } of evidence) {
      await tx.insert("RecognitionEvidence", { recognitionId: id, kind, refId, outcome, settledAt: outcome === "pending" ? null : at });
      await link(tx, { ...drawn, from: { kind: "recognition", id }, to: { kind, id: refId }, relation: "recognises" });
    }
    const data = { visibility, value: value.code, version: value.version, behaviour, receivers: receivers.length, receiverIds: visibility === "public" ? receiverIds : null, evidence: evidence.map(({ kind }) => kind), state };
    await recordEvent(tx, asked, { kind: "recognition", id }, { type: "recognition.given", schema: 1, data });
    for (const personId of receiverIds) await notify(tx, { personId, kind: "recognition.received", params: { name: giver.name }, href: pageOf(id), at });
    await remember?.(tx, id);
    return { id };
  });
}
