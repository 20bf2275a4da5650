import { foldText, vietnameseNameKey } from "#kernel/text.ts";
import { appendEvent } from "#modules/audit/public.server.ts";
import type { FieldFault } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import { closesLine } from "./domain/reporting-line.ts";
import type { PeopleEvent } from "./events.ts";
import type { EditedPerson } from "./schemas.ts";

/** A name with single spaces, composed (NFC), beside what it is searched and sorted by. */
export function nameColumns(text: string): { name: string; nameFolded: string; nameSort: string } {
  const name = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return { name, nameFolded: foldText(name), nameSort: vietnameseNameKey(name) };
}

/** Writes one event of this module about `subject`; `personal` values are erasable and belong to the person. */
export async function recordEvent(
  tx: Tx,
  asked: Asked,
  subject: { kind: string; id: string },
  event: PeopleEvent,
  personal?: { readonly owner: string; readonly values: Readonly<Record<string, string>> },
): Promise<void> {
  const owned = Object.entries(personal?.values ?? {}).map(([field, value]) => [field, { value, owner: { kind: "person", id: personal?.owner ?? "" } }]);
  await appendEvent(tx, {
    type: event.type,
    subject,
    actor: actorRef(asked),
    data: event.data,
    ...(owned.length === 0 ? {} : { personal: Object.fromEntries(owned) }),
    at: asked.now,
  });
}

/** Managers by person, for the circle check. */
async function managerLookup(tx: Tx): Promise<(id: string) => string | null> {
  const people = await tx.list("Person", {});
  const managers = new Map(people.map((person) => [person.id, person.managerId]));
  return (id) => managers.get(id) ?? null;
}

/** What a record says that the database knows better: places, manager and address that are taken, absent or circular. */
export async function recordFaults(tx: Tx, personId: string | null, fields: EditedPerson): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  if (fields.email !== undefined) {
    const owner = await tx.find("Person", { email: fields.email });
    if (owner !== null && owner.id !== personId) faults.push({ path: "email", code: "email_taken", params: { email: fields.email } });
  }
  if (fields.departmentCode && (await tx.find("Department", { code: fields.departmentCode })) === null) {
    faults.push({ path: "departmentCode", code: "unknown_department", params: { department: fields.departmentCode } });
  }
  if (fields.siteCode && (await tx.find("Site", { code: fields.siteCode })) === null) {
    faults.push({ path: "siteCode", code: "unknown_site", params: { site: fields.siteCode } });
  }
  if (fields.managerId) {
    const manager = await tx.find("Person", { id: fields.managerId });
    if (manager === null || !manager.active) faults.push({ path: "managerId", code: "unknown_person" });
    else if (personId !== null && closesLine(personId, manager.id, await managerLookup(tx))) {
      faults.push({ path: "managerId", code: "manager_circle", params: { name: manager.name } });
    }
  }
  return faults;
}

/** The place of a person, as the permission table asks about it. */
export function placeOf(person: Row<"Person">): { personId: string; managerId: string | null; siteCode: string | null; departmentCode: string | null } {
  return { personId: person.id, managerId: person.managerId, siteCode: person.siteCode, departmentCode: person.departmentCode };
}
