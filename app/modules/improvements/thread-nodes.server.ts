import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { headline } from "./domain/headline.ts";
import { readableImprovements } from "./queries-list.server.ts";

/** Improvements and procedures of the thread that an actor may know of, with the words of whoever reported it. */
export async function threadNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  const wanted = { id: { in: [...ids] } };
  const [improvements, procedures] = await Promise.all([
    db.improvement.findMany({ where: { AND: [wanted, readableImprovements(actor)] }, select: { id: true, number: true, what: true, cost: true, reportedAt: true } }),
    reach(actor, "procedures.read") === null ? [] : db.procedure.findMany({ where: wanted, select: { id: true, nameVi: true, nameEn: true } }),
  ]);
  const { locale } = actor;
  return [
    ...improvements.map(({ id, number, what, cost, reportedAt }) => ({ id, title: `${number} · ${headline(what)}`, quote: cost, at: reportedAt.toISOString(), href: `/improvements/${id}` })),
    ...procedures.map(({ id, nameVi, nameEn }) => ({ id, title: locale === "en" ? nameEn : nameVi, quote: null, at: null, href: `/procedures/${id}` })),
  ];
}
