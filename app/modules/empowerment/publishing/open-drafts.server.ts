import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { parsePolicy } from "../public.ts";
import { ownerOf } from "./answerers.server.ts";
import { isBound, withInForce } from "./bound-people.server.ts";

/**
 * The drafts that somebody who does not read every draft may read: those open for comments that bind them, and those
 * asked about that hold a rule they own, which they answer for until the draft is submitted.
 */
export async function openDraftsFor(actor: Actor, at: Date): Promise<number[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const rows = await db.policyVersion.findMany({ where: { state: "draft", commentsUntil: { not: null } }, select: { version: true, commentsUntil: true, document: true } });
  return rows.flatMap(({ version, commentsUntil, document: text }) => {
    const document = parsePolicy(JSON.parse(text));
    const owns = document.rules.some(({ code }) => ownerOf(document, code)?.id === personId);
    const open = commentsUntil !== null && commentsUntil > at;
    return owns || (open && isBound(withInForce(document, at), personId, at)) ? [version] : [];
  });
}
