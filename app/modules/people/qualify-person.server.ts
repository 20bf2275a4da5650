import { newId } from "#kernel/ids.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { placeOf, recordEvent } from "./person-record.server.ts";
import type { QualificationFields } from "./schemas.ts";

/** Writes a qualification by its natural key (person, course, first day); answers what that did. */
export async function writeQualification(
  tx: Tx,
  personId: string,
  fields: QualificationFields,
  asked: Asked,
): Promise<"added" | "changed" | "unchanged"> {
  const { course, validFrom, validTo } = fields;
  const held = await tx.find("Qualification", { personId, course, validFrom });
  if (held !== null && held.validTo === validTo) return "unchanged";
  if (held === null) await tx.insert("Qualification", { id: newId(), personId, ...fields, createdAt: asked.now });
  else await tx.update("Qualification", { id: held.id }, { validTo });
  const type = held === null ? ("qualification.added" as const) : ("qualification.changed" as const);
  await recordEvent(tx, asked, { kind: "person", id: personId }, { type, schema: 1, data: { personId, ...fields } });
  return held === null ? "added" : "changed";
}

/**
 * Records that a person holds a course, or until when they hold one already recorded from the same day.
 * Refuses: `forbidden`; `not_found`; `invalid_input` with `unknown_course`.
 */
export async function qualifyPerson(personId: string, fields: QualificationFields, asked: Asked): Promise<void> {
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || person.erasedAt !== null) throw notFound();
    demand(asked, "qualifications.edit", placeOf(person));
    if ((await tx.find("Course", { code: fields.course })) === null) {
      throw invalidInput({ path: "course", code: "unknown_course", params: { course: fields.course } });
    }
    await writeQualification(tx, personId, fields, asked);
  });
}

/** Takes a qualification recorded by mistake away. Refuses: `forbidden`; `not_found`. */
export async function removeQualification(qualificationId: string, asked: Asked): Promise<void> {
  await transaction(async (tx) => {
    const held = await tx.find("Qualification", { id: qualificationId });
    const person = held === null ? null : await tx.find("Person", { id: held.personId });
    if (held === null || person === null) throw notFound();
    demand(asked, "qualifications.edit", placeOf(person));
    await tx.remove("Qualification", { id: held.id });
    const { personId, course, validFrom, validTo } = held;
    await recordEvent(
      tx,
      asked,
      { kind: "person", id: personId },
      { type: "qualification.removed", schema: 1, data: { personId, course, validFrom, validTo } },
    );
  });
}
