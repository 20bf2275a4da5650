import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { findPerson, lineAbove } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";

/** Whom a pulse is about; null: nobody, or somebody whose name was erased. */
export const aboutOf = ({ subjectId }: { readonly subjectId: string | null }): string | null => (subjectId === null ? null : (findPerson(subjectId)?.name ?? null));

/**
 * Whether somebody may see what was answered about a person: the person, those above them in their line, HR and internal
 * audit, as with their month. Whoever answered does not, management above another line neither.
 */
export function readsAbout(actor: Actor, subjectId: string): boolean {
  if (actor.kind === "service" || !can(actor, "pulses.read")) return false;
  if (actor.personId === subjectId || can(actor, "pulses.read-about")) return true;
  return lineAbove(subjectId).some(({ id }) => id === actor.personId);
}

/** Pulses about a person that an actor may know of: to answer, or to read once they are launched; drafts for HR and internal audit. */
export async function readableAbout(actor: Actor): Promise<Prisma.PulseWhereInput> {
  if (actor.kind === "service") return { id: { in: [] } };
  if (can(actor, "pulses.read-about")) return { subjectId: { not: null } };
  const subjects = await db.pulse.findMany({ where: { subjectId: { not: null }, state: { not: "draft" } }, distinct: ["subjectId"], select: { subjectId: true } });
  const mine = subjects.flatMap(({ subjectId }) => (subjectId !== null && readsAbout(actor, subjectId) ? [subjectId] : []));
  return { subjectId: { not: null }, state: { not: "draft" }, OR: [{ subjectId: { in: mine } }, { invitations: { some: { personId: actor.personId } } }] };
}
