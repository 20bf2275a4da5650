import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";

/** Closed pulses as the thread shows them, those the actor may know of. */
export async function threadNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  if (!can(actor, "pulses.read")) return [];
  const mine = can(actor, "pulses.read-groups") ? {} : { invitations: { some: { personId: actor.personId ?? "" } } };
  const rows = await db.pulse.findMany({ where: { id: { in: [...ids] }, state: "closed", subjectId: null, ...mine }, select: { id: true, titleVi: true, titleEn: true, closedAt: true } });
  return rows.map(({ id, titleVi, titleEn, closedAt }) => ({ id, title: actor.locale === "en" ? titleEn : titleVi, quote: null, at: closedAt?.toISOString() ?? null, href: `/pulses/${id}/results` }));
}
