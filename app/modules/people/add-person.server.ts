import type { RoleGrant } from "#access/roles.ts";
import { newId } from "#kernel/ids.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { demand, demandGrants, type Asked } from "#platform/acting.server.ts";
import { writeRole } from "./domain/role-text.ts";
import { nameColumns, recordEvent, recordFaults } from "./person-record.server.ts";
import { roleFaults, roleRow } from "./role-rows.server.ts";
import type { NewPerson } from "./schemas.ts";

/** A new person with their first roles, inside a transaction of the caller's. Answers the id. */
export async function insertPerson(tx: Tx, fields: NewPerson, roles: readonly RoleGrant[], asked: Asked): Promise<string> {
  const faults = [...(await recordFaults(tx, null, fields)), ...(await roleFaults(tx, roles))];
  if (faults.length > 0) throw invalidInput(...faults);
  const id = newId();
  const place = {
    departmentCode: fields.departmentCode ?? null,
    siteCode: fields.siteCode ?? null,
    level: fields.level ?? null,
    startedOn: fields.startedOn ?? null,
    managerId: fields.managerId ?? null,
    language: fields.language ?? "vi",
  };
  const named = nameColumns(fields.name);
  await tx.insert("Person", {
    id,
    email: fields.email,
    ...named,
    ...place,
    addressForm: fields.addressForm ?? null,
    createdAt: asked.now,
    updatedAt: asked.now,
  });
  for (const grant of roles) await tx.insert("RoleAssignment", roleRow(id, grant));
  await recordEvent(
    tx,
    asked,
    { kind: "person", id },
    { type: "person.added", schema: 1, data: { ...place, roles: roles.map(writeRole), source: asked.source } },
    { owner: id, values: { name: named.name, email: fields.email } },
  );
  return id;
}

/**
 * Adds a person with their first roles. Answers the id. `remember` stores an HTTP answer in the same transaction.
 * Refuses: `forbidden`; `invalid_input` with `email_taken`, `unknown_department`, `unknown_site`, `unknown_person`,
 * `unknown_scope`; `role_not_yours` for a role the actor may not hand out.
 */
export async function addPerson(
  fields: NewPerson,
  roles: readonly RoleGrant[],
  asked: Asked,
  remember?: (tx: Tx, id: string) => Promise<void> | void,
): Promise<{ id: string }> {
  demand(asked, "people.edit");
  demandGrants(asked, roles.map(({ role }) => role), null);
  return transaction(async (tx) => {
    const id = await insertPerson(tx, fields, roles, asked);
    await remember?.(tx, id);
    return { id };
  });
}
