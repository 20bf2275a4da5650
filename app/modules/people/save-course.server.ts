import { transaction } from "#platform/transaction.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { recordEvent } from "./person-record.server.ts";
import type { CourseFields } from "./schemas.ts";

/** Adds a course, or renames the one of this code. Refuses: `forbidden`. */
export async function saveCourse(fields: CourseFields, asked: Asked): Promise<void> {
  demand(asked, "qualifications.edit");
  await transaction(async (tx) => {
    await tx.upsert("Course", { code: fields.code }, fields);
    const { code, minutes } = fields;
    await recordEvent(tx, asked, { kind: "course", id: code }, { type: "course.saved", schema: 1, data: { code, minutes } });
  });
}
