import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { mayReadDecision } from "#modules/empowerment/public.server.ts";
import { threadNodes } from "#modules/improvements/public.server.ts";
import type { ThreadKind } from "#modules/thread/public.ts";
import { linksOf, type ThreadLinkView } from "#modules/thread/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** Whether the actor may know of a thing of the thread. What no module vouches for stays hidden. */
async function mayKnow(actor: Actor, kind: ThreadKind, id: string): Promise<boolean> {
  switch (kind) {
    case "decision":
      return mayReadDecision(actor, id);
    case "improvement":
    case "procedure":
      return (await threadNodes(actor, [id])).length > 0;
    case "rule":
    case "policy":
      return can(actor, "policies.read");
    case "customer":
    case "note":
    case "promise":
      return can(actor, "customers.look-up");
    default:
      return false;
  }
}

/** The links of a thing whose other ends the actor may know of too; 404 for a thing they may not know of. */
export async function visibleThread(actor: Actor, kind: ThreadKind, id: string): Promise<ThreadLinkView[]> {
  if (!(await mayKnow(actor, kind, id))) throw notFound();
  const links = await linksOf(kind, id);
  const visible = await Promise.all(links.map(({ other }) => mayKnow(actor, other.kind, other.id)));
  return links.filter((_, index) => visible[index]);
}
