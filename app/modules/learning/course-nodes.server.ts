import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { taughtCourses } from "./courses.server.ts";

/** Courses of the thread, by code, that are taught now: what they are called and why they are there. */
export async function courseNodes(actor: Actor, codes: readonly string[]): Promise<ThreadNode[]> {
  if (!can(actor, "learning.read")) return [];
  const taught = await taughtCourses();
  return codes.flatMap((code) => {
    const content = taught.get(code)?.content;
    return content === undefined ? [] : [{ id: code, title: content.title[actor.locale] || content.title.vi, quote: content.why[actor.locale] || content.why.vi, at: null, href: `/learn/${code}` }];
  });
}
