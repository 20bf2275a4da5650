import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { departments, findPersonByEmail, organisation, sites } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { type FieldFault, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "../authoring/record-event.server.ts";
import type { AssignmentFields } from "./schemas.ts";

async function checked({ departments: inDepartments, sites: atSites, people }: AssignmentFields): Promise<readonly string[]> {
  const [knownDepartments, knownSites] = await Promise.all([departments(), sites()]);
  const faults: FieldFault[] = [];
  const unknown = (path: string, codes: readonly string[], known: readonly { readonly code: string; readonly active: boolean }[], code: string) => {
    codes.forEach((one, index) => {
      if (!known.some((place) => place.active && place.code === one)) faults.push({ path: `${path}.${index}`, code });
    });
  };
  unknown("departments", inDepartments, knownDepartments, "unknown_department");
  unknown("sites", atSites, knownSites, "unknown_site");
  const ids = people.map((email, index) => {
    const person = findPersonByEmail(email);
    if (person?.active !== true) faults.push({ path: `people.${index}`, code: "unknown_person" });
    return person?.id ?? "";
  });
  if (faults.length > 0) throw new Refusal("invalid_input", { errors: faults });
  return ids;
}

/**
 * Asks everybody who fits to take a course that is in use. Each has the days counted from today, or from their own start.
 * Refuses: `forbidden`; `not_found`; 409 `course_not_in_use`; 422 with the fields.
 */
export async function assignCourse(course: string, fields: AssignmentFields, asked: Asked, remember?: (tx: Tx, id: string) => Promise<void> | void): Promise<string> {
  demand(asked, "courses.assign");
  const people = await checked(fields);
  const id = newId();
  const assignedOn = localDay(asked.now, organisation().timeZone);
  await transaction(async (tx) => {
    const known = await tx.find("LearningCourse", { code: course });
    if (known === null) throw notFound();
    if (known.published === null) throw new Refusal("course_not_in_use", { status: 409 });
    const { roles, departments: inDepartments, sites: atSites, startedFrom, dueDays, everyMonths } = fields;
    await tx.insert("LearningAssignment", {
      ...{ id, course, roles: JSON.stringify(roles), departments: JSON.stringify(inDepartments), sites: JSON.stringify(atSites), people: JSON.stringify(people) },
      ...{ startedFrom, assignedOn, dueDays, everyMonths, assignedById: asked.actor?.personId ?? null, at: asked.now },
    });
    await recordEvent(tx, { kind: "course", id: course }, { type: "course.assigned", schema: 1, data: { code: course, assignmentId: id, dueDays, everyMonths } }, asked);
    await remember?.(tx, id);
  });
  return id;
}

/** Ends an assignment of a course: nobody is asked or reminded by it any more. Refuses: `forbidden`; `not_found`; 409 `state_changed`. */
export async function endAssignment(course: string, id: string, asked: Asked, remember?: (tx: Tx) => Promise<void> | void): Promise<void> {
  demand(asked, "courses.assign");
  await transaction(async (tx) => {
    if ((await tx.find("LearningAssignment", { id, course })) === null) throw notFound();
    if ((await tx.update("LearningAssignment", { id, endedAt: null }, { endedAt: asked.now })) !== 1) throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "course", id: course }, { type: "course.assignment-ended", schema: 1, data: { code: course, assignmentId: id } }, asked);
    await remember?.(tx);
  });
}
