import type { Actor } from "#access/actor.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { storyPage } from "./command.server.ts";
import { readable } from "./readable.server.ts";

/** Of these stories, those the actor may read: the title, and what the customer felt. */
export async function threadNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  const rows = await db.story.findMany({ where: { AND: [{ id: { in: [...ids] } }, readable(actor)] }, select: { id: true, title: true, felt: true, at: true } });
  return rows.map(({ id, title, felt, at }) => ({ id, title, quote: felt, at: at.toISOString(), href: storyPage(id) }));
}
