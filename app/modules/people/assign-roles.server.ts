import type { RoleGrant } from "#access/roles.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { endSessionsOf } from "#platform/session.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { demand, demandGrants, type Asked } from "#platform/acting.server.ts";
import { grantOfRow, sameGrant, writeRole } from "./domain/role-text.ts";
import { placeOf, recordEvent } from "./person-record.server.ts";
import { roleFaults, roleRow } from "./role-rows.server.ts";

/**
 * Replaces the roles of a person inside a transaction of the caller's. Their sessions end, so that no session outlives
 * the rights it began with. Answers whether anything changed.
 */
export async function replaceRoles(tx: Tx, personId: string, roles: readonly RoleGrant[], asked: Asked): Promise<boolean> {
  const rows = await tx.list("RoleAssignment", { personId });
  const held = rows.map(grantOfRow).filter((grant) => grant !== null);
  const wanted = roles.filter((grant, index) => roles.findIndex((other) => sameGrant(other, grant)) === index);
  const added = wanted.filter((grant) => !held.some((other) => sameGrant(other, grant)));
  const removed = held.filter((grant) => !wanted.some((other) => sameGrant(other, grant)));
  if (added.length === 0 && removed.length === 0) return false;

  demandGrants(asked, [...added, ...removed].map(({ role }) => role), personId);
  const faults = await roleFaults(tx, wanted);
  if (faults.length > 0) throw invalidInput(...faults);

  for (const { role, scope } of removed) {
    await tx.remove("RoleAssignment", { personId, role, scopeKind: scope.kind, scopeRef: "code" in scope ? scope.code : null });
  }
  for (const grant of added) await tx.insert("RoleAssignment", roleRow(personId, grant));
  await refuseLastAdmin(tx, removed);
  await endSessionsOf(tx, personId);
  await recordEvent(
    tx,
    asked,
    { kind: "person", id: personId },
    { type: "person.roles-assigned", schema: 1, data: { added: added.map(writeRole), removed: removed.map(writeRole), source: asked.source } },
  );
  return true;
}

/** An organisation keeps at least one active administrator: nobody else could add one. */
export async function refuseLastAdmin(tx: Tx, removed: readonly RoleGrant[]): Promise<void> {
  if (!removed.some(({ role }) => role === "admin")) return;
  const holders = await tx.list("RoleAssignment", { role: "admin" });
  const left = holders.length === 0 ? 0 : await tx.count("Person", { id: holders.map((holder) => holder.personId), active: true });
  if (left === 0) throw new Refusal("last_admin", { status: 409 });
}

/**
 * Gives a person exactly these roles. Refuses: `forbidden`; `not_found`; `role_not_yours` where one that is added or
 * taken away is not the actor's to hand out (one's own never are); `unknown_scope`; `last_admin`.
 */
export async function assignRoles(personId: string, roles: readonly RoleGrant[], asked: Asked): Promise<void> {
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || person.erasedAt !== null) throw notFound();
    demand(asked, "people.grant-roles", placeOf(person));
    await replaceRoles(tx, personId, roles, asked);
  });
}
