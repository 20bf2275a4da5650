import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";

/**
 * The feedback an actor may know of; what a query's `where` must always hold. Beside all of it for those who read everything:
 * about one's own decisions, typed in by oneself, of customers one has met, of one's team, sites and departments. Matches
 * nothing for those who may read none.
 */
export function readableFeedback(actor: Actor): Prisma.FeedbackWhereInput {
  const scope = reach(actor, "feedback.read");
  if (scope === null) return { id: { in: [] } };
  if (scope.all) return {};
  const { personId } = scope;
  const met = readHot("listening.met", { personId });
  const ownSite = scope.team && actor.kind === "person" && actor.siteCode !== null ? [actor.siteCode] : [];
  const sites = [...scope.sites, ...ownSite];
  return {
    OR: [
      { personId },
      { byId: personId },
      ...(scope.team ? [{ managerId: personId }] : []),
      ...(sites.length > 0 ? [{ siteCode: { in: sites } }] : []),
      ...(scope.departments.length > 0 ? [{ departmentCode: { in: [...scope.departments] } }] : []),
      ...(met.length > 0 ? [{ customerId: { in: met } }] : []),
    ],
  };
}

/** Whether the actor may know of it. */
export async function mayReadFeedback(actor: Actor, id: string): Promise<boolean> {
  return (await db.feedback.count({ where: { AND: [{ id }, readableFeedback(actor)] } })) > 0;
}
