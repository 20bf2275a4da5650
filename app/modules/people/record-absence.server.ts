import { newId } from "#kernel/ids.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { placeOf, recordEvent } from "./person-record.server.ts";
import type { AbsenceFields } from "./schemas.ts";

/**
 * Records days on which a person is away, the last one excluded, and who stands in. Answers the id.
 * Refuses: `forbidden`; `not_found`; `invalid_input` with `unknown_person` or `stand_in_self` at `standInId`.
 */
export async function recordAbsence(personId: string, fields: AbsenceFields, asked: Asked): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || !person.active) throw notFound();
    demand(asked, "people.absence", placeOf(person));
    if (fields.standInId !== null) {
      const standIn = await tx.find("Person", { id: fields.standInId });
      if (standIn === null || !standIn.active) throw invalidInput({ path: "standInId", code: "unknown_person" });
      if (standIn.id === personId) throw invalidInput({ path: "standInId", code: "stand_in_self" });
    }
    const id = newId();
    await tx.insert("Absence", { id, personId, ...fields, createdAt: asked.now });
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "absence.recorded", schema: 1, data: { absenceId: id, ...fields } });
    return { id };
  });
}

/** Takes an absence back. Refuses: `forbidden`; `not_found`. */
export async function removeAbsence(absenceId: string, asked: Asked): Promise<void> {
  await transaction(async (tx) => {
    const absence = await tx.find("Absence", { id: absenceId });
    const person = absence === null ? null : await tx.find("Person", { id: absence.personId });
    if (absence === null || person === null) throw notFound();
    demand(asked, "people.absence", placeOf(person));
    await tx.remove("Absence", { id: absenceId });
    const { fromDay, toDay } = absence;
    await recordEvent(tx, asked, { kind: "person", id: person.id }, { type: "absence.removed", schema: 1, data: { absenceId, fromDay, toDay } });
  });
}
