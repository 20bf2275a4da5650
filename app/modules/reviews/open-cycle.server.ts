import { newId } from "#kernel/ids.ts";
import { isDay, quarterOf } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { remindLater } from "./remind-leaders.server.ts";

/**
 * Opens the cycle of the quarter a day lies in. Everybody to whom somebody reports takes part, under the manager and with
 * the team they have now, whatever changes later; each is told, and reminded while they have promised nothing. Refuses: `forbidden`; 422 at `day`; 422 `period_exists`.
 */
export async function openCycle(day: string, asked: Asked, remember?: RememberMade): Promise<{ id: string }> {
  demand(asked, "leading.cycles");
  if (!isDay(day)) throw invalidInput({ path: "day", code: "malformed" });
  const { start, end } = quarterOf(day);
  return transaction(async (tx) => {
    if ((await tx.count("LeadCycle", { startDay: start })) > 0) throw new Refusal("period_exists");
    const people = await tx.list("Person", { active: true });
    const sizes = new Map<string, number>();
    for (const { managerId } of people) if (managerId !== null) sizes.set(managerId, (sizes.get(managerId) ?? 0) + 1);
    const leaders = people.filter(({ id }) => sizes.has(id));
    const id = newId();
    await tx.insert("LeadCycle", { id, startDay: start, endDay: end, openedAt: asked.now, openedById: asked.actor?.personId ?? null });
    for (const { id: personId, managerId, departmentCode, siteCode } of leaders) {
      await tx.insert("LeadParticipant", { cycleId: id, personId, managerId, departmentCode, siteCode, teamSize: sizes.get(personId) ?? 0 });
      await notify(tx, { personId, kind: "leading.cycle-opened", params: { from: start, to: end }, href: "/leading/commitments", at: asked.now });
    }
    await recordEvent(tx, asked, { kind: "lead-cycle", id }, { type: "lead-cycle.opened", schema: 1, data: { from: start, to: end, participants: leaders.length } });
    await remindLater(tx, id, asked.now);
    await remember?.(tx, id);
    return { id };
  });
}
