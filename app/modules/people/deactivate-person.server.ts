import type { Actor } from "#access/actor.ts";
import type { RoleGrant } from "#access/roles.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { demand, mayHandle, type Asked } from "#platform/acting.server.ts";
import { refuseLastAdmin } from "./assign-roles.server.ts";
import { grantOfRow } from "./domain/role-text.ts";
import { revokeAccess } from "./revoke-access.server.ts";
import { placeOf, recordEvent } from "./person-record.server.ts";

/** Somebody who leaves, as the participants are told. */
export interface Leaving {
  readonly personId: string;
  readonly actor: Actor | null;
  readonly at: Date;
}

/** What another module does in the same transaction when somebody leaves, such as handing over what waits on them. */
export type DeactivationParticipant = (tx: Tx, leaving: Leaving) => Promise<void>;

/** The grants of a person, when each is one the actor could take away; 403 `role_not_yours` else. */
async function demandHeld(tx: Tx, personId: string, asked: Asked): Promise<RoleGrant[]> {
  const held = (await tx.list("RoleAssignment", { personId })).map(grantOfRow).filter((grant) => grant !== null);
  const beyond = held.find(({ role }) => !mayHandle(asked, [role], personId));
  if (beyond) throw new Refusal("role_not_yours", { status: 403, params: { role: beyond.role } });
  return held;
}

/**
 * Ends a person's access: sessions, tokens and sign-in links die and what waited on them is handed over, all in one
 * transaction. Roles, decisions and history stay. Refuses: `forbidden`; `not_found` (also when inactive already);
 * `not_yourself`; `role_not_yours` where the person holds a role the actor could not take away; `last_admin`.
 */
export async function deactivatePerson(personId: string, asked: Asked, participants: readonly DeactivationParticipant[]): Promise<void> {
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || !person.active) throw notFound();
    demand(asked, "people.edit", placeOf(person));
    if (asked.actor?.personId === personId) throw new Refusal("not_yourself", { status: 409 });
    const held = await demandHeld(tx, personId, asked);

    await tx.update("Person", { id: personId }, { active: false, deactivatedAt: asked.now, updatedAt: asked.now });
    await refuseLastAdmin(tx, held);
    const ended = await revokeAccess(tx, personId, asked.now);
    for (const handOver of participants) await handOver(tx, { personId, actor: asked.actor, at: asked.now });
    await recordEvent(
      tx,
      asked,
      { kind: "person", id: personId },
      { type: "person.deactivated", schema: 1, data: ended },
    );
  });
}

/** Lets a person in again, with the roles they had; they sign in anew. Refuses: `forbidden`; `not_found`; `role_not_yours`. */
export async function reactivatePerson(personId: string, asked: Asked): Promise<void> {
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || person.active || person.erasedAt !== null) throw notFound();
    demand(asked, "people.edit", placeOf(person));
    await demandHeld(tx, personId, asked);
    await tx.update("Person", { id: personId }, { active: true, deactivatedAt: null, updatedAt: asked.now });
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "person.reactivated", schema: 1, data: {} });
  });
}
