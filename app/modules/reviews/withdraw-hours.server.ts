import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Takes back hours of one's own that nobody has confirmed. Refuses: `forbidden`; `not_found` for somebody else's; 409 `state_changed` when they were confirmed. */
export async function withdrawHours(id: string, asked: Asked, remember?: RememberMade): Promise<void> {
  const { personId } = demandPerson(asked, "leading.write");
  await transaction(async (tx) => {
    const row = await tx.find("CustomerHours", { id, personId });
    if (row === null) throw notFound();
    if ((await tx.remove("CustomerHours", { id, confirmedAt: null })) === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "customer-hours", id }, { type: "customer-hours.withdrawn", schema: 1, data: { site: row.siteCode, day: row.day, minutes: row.minutes } });
    await remember?.(tx, id);
  });
}
