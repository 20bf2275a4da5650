import { z } from "zod";
import { can } from "#access/permissions.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { THREAD_KINDS, THREAD_RELATIONS } from "./kinds.ts";
import { recordEvent } from "./record-event.server.ts";

const kind = z.enum(THREAD_KINDS);

/**
 * Takes back a link that a person drew: its maker, or HR. That it was there, and why it went, stays in the audit trail;
 * links that follow from what happened stay.
 * Refuses: `forbidden`; `not_found`.
 */
export async function removeLink(id: string, note: string, asked: Asked): Promise<void> {
  demand(asked, "thread.link");
  await transaction(async (tx) => {
    const link = await tx.find("ThreadLink", { id });
    if (link === null || link.automatic) throw notFound();
    if (!mayRemove(asked, link.byId)) throw new Refusal("forbidden");
    await tx.remove("ThreadLink", { id, automatic: false });
    const data = {
      from: { kind: kind.parse(link.fromKind), id: link.fromId },
      to: { kind: kind.parse(link.toKind), id: link.toId },
      relation: z.enum(THREAD_RELATIONS).parse(link.relation),
    };
    await recordEvent(tx, asked, id, { type: "thread.unlinked", schema: 1, data }, note);
  });
}

/** Whether who asks may take back a link drawn by this person. */
export function mayRemove({ actor }: Pick<Asked, "actor">, byId: string | null): boolean {
  if (actor === null || can(actor, "thread.unlink-any")) return true;
  return byId !== null && byId === actor.personId && can(actor, "thread.link");
}
