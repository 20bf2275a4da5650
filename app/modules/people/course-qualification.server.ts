import { type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./person-record.server.ts";
import { writeQualification } from "./qualify-person.server.ts";
import type { CourseFields, QualificationFields } from "./schemas.ts";

/** Keeps the course of this code as it is taught now, in the transaction that publishes it; who may is asked by whoever publishes. */
export async function keepCourse(tx: Tx, fields: CourseFields, asked: Asked): Promise<void> {
  await tx.upsert("Course", { code: fields.code }, fields);
  const { code, minutes } = fields;
  await recordEvent(tx, asked, { kind: "course", id: code }, { type: "course.saved", schema: 1, data: { code, minutes } });
}

/** Adds what a certificate gives, in its transaction. An end already recorded from the same day is never brought forward. */
export async function giveQualification(tx: Tx, personId: string, fields: QualificationFields, asked: Asked): Promise<void> {
  const held = await tx.find("Qualification", { personId, course: fields.course, validFrom: fields.validFrom });
  const longer = held !== null && (held.validTo === null || (fields.validTo !== null && held.validTo > fields.validTo));
  if (!longer) await writeQualification(tx, personId, fields, asked);
}

/** Ends from `day` on what was given from `validFrom`; one that begins no earlier is taken away. What ended before stays. */
export async function endQualification(tx: Tx, personId: string, { course, validFrom }: { readonly course: string; readonly validFrom: string }, day: string, asked: Asked): Promise<void> {
  const held = await tx.find("Qualification", { personId, course, validFrom });
  if (held === null || (held.validTo !== null && held.validTo <= day)) return;
  if (validFrom < day) {
    await writeQualification(tx, personId, { course, validFrom, validTo: day }, asked);
    return;
  }
  await tx.remove("Qualification", { id: held.id });
  await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "qualification.removed", schema: 1, data: { personId, course, validFrom, validTo: held.validTo } });
}
