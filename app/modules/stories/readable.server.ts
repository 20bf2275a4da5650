import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { mayRead, type StoryReader } from "./domain/visibility.ts";

/** Who an actor is when they read stories. */
export function readerOf(actor: Actor): StoryReader {
  if (actor.kind === "service") return { personId: null, managerId: null, edits: false, reads: false };
  const { personId, managerId, grants } = actor;
  return { personId, managerId, edits: can(actor, "stories.edit"), reads: grants.some(({ role }) => role === "auditor") };
}

/** The stories an actor may read, as a condition: the same rule as domain/visibility.ts. */
export function readable(actor: Actor): Prisma.StoryWhereInput {
  if (!can(actor, "stories.read")) return { id: { in: [] } };
  const { personId, managerId, edits, reads } = readerOf(actor);
  const own: Prisma.StoryWhereInput[] = personId === null ? [] : [{ tellerId: personId }];
  const posted = { postedAt: { not: null } };
  if (edits) return { withdrawnAt: null, OR: [...own, posted] };
  const teams = [personId, managerId].filter((id) => id !== null);
  const inTeam: Prisma.StoryWhereInput[] = teams.length === 0 ? [] : [{ managerId: { in: teams } }, ...(managerId === null ? [] : [{ tellerId: managerId }])];
  return { withdrawnAt: null, OR: [...own, { ...posted, hiddenAt: null, ...(reads ? {} : { OR: [{ visibility: "company" }, ...inTeam] }) }] };
}

/** A story the actor may read, inside a transaction. Refuses `not_found`. */
export async function reachable(tx: Tx, actor: Actor, id: string): Promise<Row<"Story">> {
  const row = await tx.find("Story", { id });
  if (row === null || !can(actor, "stories.read")) throw notFound();
  const { tellerId, managerId, visibility } = row;
  if (!mayRead(readerOf(actor), { tellerId, managerId, visibility, posted: row.postedAt !== null, hidden: row.hiddenAt !== null, withdrawn: row.withdrawnAt !== null })) throw notFound();
  return row;
}
