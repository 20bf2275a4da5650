import type { Actor } from "#access/actor.ts";
import { can, PERMISSIONS } from "#access/permissions.ts";
import type { Role } from "#access/roles.ts";
import { findPersonByEmail, peopleWithRole, type PersonBrief, rolesHeld } from "#modules/people/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { PolicyDocument } from "../public.ts";
import { editorsOf } from "../policy-rows.server.ts";

const ANSWERING: readonly Role[] = PERMISSIONS["policies.answer"].roles;

/** Who answers for a rule: the owner its document names, while they are here and may answer; null where nobody does. */
export function ownerOf(document: Pick<PolicyDocument, "rules">, rule: string | null): PersonBrief | null {
  const email = rule === null ? undefined : document.rules.find(({ code }) => code === rule)?.owner;
  const person = email === undefined ? null : findPersonByEmail(email);
  return person !== null && person.active && rolesHeld(person.id).some((role) => ANSWERING.includes(role)) ? person : null;
}

/** Whether the actor answers what is said of a rule: as its owner, else as HR or an editor of the version. */
export function answersFor(actor: Actor, document: Pick<PolicyDocument, "rules">, rule: string | null, editors: readonly string[]): boolean {
  if (actor.personId === null || !can(actor, "policies.answer")) return false;
  const owner = ownerOf(document, rule);
  return owner === null ? can(actor, "policies.edit") || editors.includes(actor.personId) : owner.id === actor.personId;
}

/** Whom to tell that something of a rule waits for an answer: its owner, else the version's editors, else everybody of HR. */
export async function answerersOf(tx: Tx, version: number, document: Pick<PolicyDocument, "rules">, rule: string | null): Promise<string[]> {
  const owner = ownerOf(document, rule);
  if (owner !== null) return [owner.id];
  const hr = peopleWithRole("hr").map(({ id }) => id);
  const editors = await editorsOf(tx, version);
  const here = editors.filter((id) => hr.includes(id));
  return here.length === 0 ? hr : here;
}
