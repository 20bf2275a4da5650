import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Confirms that a leader was with customers at one's own place, never one's own hours. Refuses: `forbidden`; `not_found` for another place; 409 `state_changed` when it was confirmed. */
export async function confirmHours(id: string, asked: Asked, remember?: RememberMade): Promise<void> {
  const actor = demandPerson(asked, "leading.confirm-hours");
  await transaction(async (tx) => {
    const row = actor.siteCode === null ? null : await tx.find("CustomerHours", { id, siteCode: actor.siteCode });
    if (row === null || row.personId === actor.personId) throw notFound();
    if ((await tx.update("CustomerHours", { id, confirmedAt: null }, { confirmedAt: asked.now, confirmedById: actor.personId })) === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "customer-hours", id }, { type: "customer-hours.confirmed", schema: 1, data: { personId: row.personId } });
    await notify(tx, { personId: row.personId, kind: "leading.hours-confirmed", params: { name: actor.name, day: row.day }, href: "/leading/hours", at: asked.now });
    await remember?.(tx, id);
  });
}
