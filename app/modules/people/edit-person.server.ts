import type { RoleGrant } from "#access/roles.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { demand, mayHandle, type Asked } from "#platform/acting.server.ts";
import { grantOfRow } from "./domain/role-text.ts";
import { replaceRoles } from "./assign-roles.server.ts";
import { changedFields, describeChanges } from "./domain/changes.ts";
import { nameColumns, placeOf, recordEvent, recordFaults } from "./person-record.server.ts";
import type { EditedPerson } from "./schemas.ts";

/** Changes a person's record inside a transaction of the caller's. Answers whether anything changed. */
export async function updatePerson(tx: Tx, person: Row<"Person">, fields: EditedPerson, asked: Asked): Promise<boolean> {
  const named: Partial<ReturnType<typeof nameColumns>> = fields.name === undefined ? {} : nameColumns(fields.name);
  const changed = changedFields(person, { ...fields, ...named });
  if (Object.keys(changed).length === 0) return false;
  const faults = await recordFaults(tx, person.id, changed);
  if (faults.length > 0) throw invalidInput(...faults);
  await tx.update("Person", { id: person.id }, { ...changed, updatedAt: asked.now });
  const { nameFolded: _folded, nameSort: _sort, ...told } = changed;
  const personal = Object.fromEntries(
    (["name", "email"] as const).flatMap((field) => (told[field] === undefined ? [] : [[field, told[field]]])),
  );
  await recordEvent(
    tx,
    asked,
    { kind: "person", id: person.id },
    { type: "person.edited", schema: 1, data: { changes: describeChanges(person, told, ["name", "email"]), source: asked.source } },
    { owner: person.id, values: personal },
  );
  return true;
}

/** Sign-in links go to the e-mail: whoever may change it could take the account, so it takes power over all its roles. */
async function demandAddress(tx: Tx, personId: string, asked: Asked): Promise<void> {
  if (asked.actor?.personId === personId) return;
  const held = (await tx.list("RoleAssignment", { personId })).map(grantOfRow).filter((grant) => grant !== null);
  const beyond = held.find(({ role }) => !mayHandle(asked, [role], personId));
  if (beyond) throw new Refusal("role_not_yours", { status: 403, params: { role: beyond.role } });
}

/**
 * Changes what a person's record says, and with `roles` the roles too; fields left out stay. Nothing is written when nothing differs.
 * Refuses: `forbidden`; `not_found` out of reach or erased; `invalid_input` as adding does, and `manager_circle`;
 * `role_not_yours` for another e-mail of somebody with a role beyond the actor's.
 */
export async function editPerson(personId: string, fields: EditedPerson, asked: Asked, roles?: readonly RoleGrant[]): Promise<void> {
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || person.erasedAt !== null) throw notFound();
    demand(asked, "people.edit", placeOf(person));
    if (fields.email !== undefined && fields.email !== person.email) await demandAddress(tx, personId, asked);
    await updatePerson(tx, person, fields, asked);
    if (roles === undefined) return;
    demand(asked, "people.grant-roles", placeOf(person));
    await replaceRoles(tx, personId, roles, asked);
  });
}
