import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { listValues } from "#modules/people/public.server.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { namesOf } from "./cards.server.ts";
import { pageOf } from "./page-of.ts";
import { readable } from "./readable.server.ts";

/** Of these recognitions, those the actor may read: who thanked whom, and the words. */
export async function threadNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  const rows = await db.recognition.findMany({
    where: { AND: [{ id: { in: [...ids] } }, readable(actor)] },
    select: { id: true, at: true, giverId: true, message: true, recipients: { select: { personId: true } } },
  });
  const name = namesOf(rows.flatMap(({ giverId, recipients }) => [giverId, ...recipients.map(({ personId }) => personId)]));
  return rows.map(({ id, at, giverId, message, recipients }) => ({
    id,
    title: `${name(giverId).name} → ${recipients.map(({ personId }) => name(personId).name).join(", ")}`,
    quote: message,
    at: at.toISOString(),
    href: pageOf(id),
  }));
}

/** Values by code, as they read now, in the reader's language. */
export async function valueThreadNodes(actor: Actor, codes: readonly string[]): Promise<ThreadNode[]> {
  if (!can(actor, "values.read")) return [];
  const values = await listValues({ all: true });
  return values
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name, meaning }) => ({ id: code, title: name[actor.locale], quote: meaning[actor.locale], at: null, href: `/organisation/values/${encodeURIComponent(code)}` }));
}
