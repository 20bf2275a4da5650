import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { parsePolicy } from "../public.ts";
import { ownerOf } from "./answerers.server.ts";
import { isBound, withInForce } from "./bound-people.server.ts";

/**
 * The versions on their way that somebody who does not read every draft may read: drafts open for comments that bind
 * them, and what they commented on or hold a rule of their own in, until it is published.
 */
export async function openDraftsFor(actor: Actor, at: Date): Promise<number[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const rows = await db.policyVersion.findMany({
    where: { state: { not: "published" }, commentsUntil: { not: null } },
    select: { version: true, state: true, commentsUntil: true, document: true, comments: { where: { personId }, select: { id: true }, take: 1 } },
  });
  return rows.flatMap(({ version, state, commentsUntil, document: text, comments }) => {
    const document = parsePolicy(JSON.parse(text));
    const open = state === "draft" && commentsUntil !== null && commentsUntil > at && isBound(withInForce(document, at), personId, at);
    return open || comments.length > 0 || document.rules.some(({ code }) => ownerOf(document, code)?.id === personId) ? [version] : [];
  });
}
