import { PERMISSIONS } from "#access/permissions.ts";
import type { Role } from "#access/roles.ts";
import { localDay } from "#kernel/period.ts";
import { actorFacts, type Approver, approvers } from "#modules/people/public.server.ts";
import { binds } from "../domain/concerns.ts";
import { findPolicyInForce } from "../policy-store.server.ts";
import type { PolicyDocument } from "../public.ts";

/** Somebody a version binds, with what the rules ask about them. */
export type BoundPerson = Approver;

/** Only who decides for customers is bound by what the rules say of anybody. */
const DECIDERS: readonly Role[] = PERMISSIONS["decisions.record"].roles;

interface Roles {
  readonly roles: readonly Role[];
}

function isBoundBy(documents: readonly PolicyDocument[], held: Roles, at: Date): boolean {
  return held.roles.some((role) => DECIDERS.includes(role)) && documents.some((document) => binds(document, held, localDay(at, document.timeZone)));
}

/** Everybody active whom one of the documents binds, in order of e-mail. */
export function boundPeople(documents: readonly PolicyDocument[], at: Date): BoundPerson[] {
  return approvers(at).people.filter(({ facts }) => isBoundBy(documents, facts, at));
}

/** Whether one of the documents binds this person. */
export function isBound(documents: readonly PolicyDocument[], personId: string, at: Date): boolean {
  const facts = actorFacts(personId, at);
  return facts !== null && isBoundBy(documents, facts, at);
}

/** A draft together with the version in force: whom either binds, the change concerns, also who would lose something. */
export function withInForce(document: PolicyDocument, at: Date): PolicyDocument[] {
  const active = findPolicyInForce(at);
  return active === null ? [document] : [document, active.document];
}
