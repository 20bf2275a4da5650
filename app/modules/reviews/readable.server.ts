import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { findPerson, lineAbove } from "#modules/people/public.server.ts";
import type { Relation } from "./relation.ts";

/** What the actor is to a leader; null: nothing of it is theirs to know. */
export function relationTo(actor: PersonActor, personId: string): Relation | null {
  if (!can(actor, "leading.read") || findPerson(personId) === null) return null;
  if (actor.personId === personId) return "self";
  if (lineAbove(personId).some(({ id }) => id === actor.personId)) return "above";
  if (can(actor, "leading.watch")) return "office";
  return lineAbove(actor.personId).some(({ id }) => id === personId) ? "below" : null;
}

/** Whether the actor reads the ledger, the words and the closed reviews of a leader. */
export function readsLeader(actor: PersonActor, personId: string): boolean {
  const relation = relationTo(actor, personId);
  return relation !== null && relation !== "below";
}

/** Closed reviews somebody may read: their own, those written under them, and all for HR and internal audit. */
export function readableReviews(actor: Actor): Prisma.LeadReviewWhereInput {
  if (actor.kind === "service" || !can(actor, "leading.read")) return { id: { in: [] } };
  if (can(actor, "leading.watch")) return {};
  return { OR: [{ personId: actor.personId }, { managerId: actor.personId }] };
}
