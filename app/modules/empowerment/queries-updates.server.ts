import { createHash } from "node:crypto";
import type { PersonActor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { unreadNotifications } from "#modules/notifications/public.server.ts";
import type { UpdatesView } from "./view-models.ts";

/** What waits on the reader, and a stamp that changes whenever their open lists would: asked every few seconds. */
export async function updatesFor(actor: PersonActor): Promise<UpdatesView> {
  const [waiting, notifications, newest, latest] = await Promise.all([
    db.approval.findMany({ where: { approverId: actor.personId, state: "pending" }, select: { id: true }, orderBy: { id: "asc" }, take: 200 }),
    unreadNotifications(actor.personId),
    db.decision.findFirst({ where: { personId: actor.personId }, select: { id: true }, orderBy: { decidedAt: "desc" } }),
    db.decision.findMany({ where: { personId: actor.personId, state: { not: "pending" } }, select: { id: true, closedAt: true }, orderBy: { closedAt: "desc" }, take: 1 }),
  ]);
  const state = JSON.stringify([waiting.map(({ id }) => id), notifications, newest?.id ?? null, latest[0]?.id ?? null, latest[0]?.closedAt ?? null]);
  return { stamp: createHash("sha256").update(state).digest("base64url").slice(0, 16), waiting: waiting.length, notifications };
}
