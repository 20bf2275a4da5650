import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { findPeople } from "#modules/people/public.server.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { readsLeader, relationTo } from "./readable.server.ts";

/** Of these logged decisions, those the actor may read. */
export async function decisionNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  if (!can(actor, "leading.read")) return [];
  const rows = await db.leadDecision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true, givenUp: true, at: true } });
  return rows.map(({ id, title, givenUp, at }) => ({ id, title, quote: givenUp, at: at.toISOString(), href: `/leading/decisions/${id}` }));
}

/** Of these months of leaders, those the actor may read: whose, and whether they were loyal to the customer in it. */
export async function monthNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  if (actor.kind !== "person") return [];
  const rows = (await db.leadMonth.findMany({ where: { id: { in: [...ids] } } })).filter(({ personId }) => readsLeader(actor, personId));
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map(({ id, personId, month, loyal, at }) => ({ id, title: `${people.get(personId)?.name ?? "–"} · ${month.slice(5)}/${month.slice(0, 4)}`, quote: loyal, at: at.toISOString(), href: `/leading/${personId}?month=${month}` }));
}

/** Of these commitments, those the actor may know of: one's own, one's line's, one's managers'. */
export async function commitmentNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  if (actor.kind !== "person") return [];
  const rows = (await db.leadCommitment.findMany({ where: { id: { in: [...ids] } } })).filter(({ personId }) => relationTo(actor, personId) !== null);
  return rows.map(({ id, personId, textVi, textEn, publishedAt }) => ({ id, title: actor.locale === "en" ? textEn : textVi, quote: null, at: publishedAt.toISOString(), href: `/leading/${personId}` }));
}
