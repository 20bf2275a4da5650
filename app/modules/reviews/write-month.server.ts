import { newId } from "#kernel/ids.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { demandLeader } from "./command.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { MonthFields } from "./schemas.ts";
import { monthSpan } from "./spans.server.ts";

/**
 * Writes one's own words of a month, and whether we were loyal to the customer in it; again changes them until they have
 * an answer. The next level is told the first time. Answers the id. Refuses: `forbidden`, `leads_nobody`; 422 at `month`
 * for one that has not begun; `not_found` once it was answered.
 */
export async function writeMonth({ month, words, loyal }: MonthFields, asked: Asked): Promise<{ id: string }> {
  const { personId, name } = demandPerson(asked, "leading.write");
  if (monthSpan(month, asked.now).month !== month) throw invalidInput({ path: "month", code: "not_in_future" });
  return transaction(async (tx) => {
    await demandLeader(tx, personId);
    const before = await tx.find("LeadMonth", { personId, month });
    const id = before?.id ?? newId();
    if (before === null) await tx.insert("LeadMonth", { id, personId, month, words, loyal, at: asked.now });
    else if ((await tx.update("LeadMonth", { id, answeredAt: null }, { words, loyal, at: asked.now })) === 0) throw notFound();
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "lead-month.written", schema: 1, data: { month } });
    const managerId = (await tx.find("Person", { id: personId }))?.managerId ?? null;
    if (before === null && managerId !== null) await notify(tx, { personId: managerId, kind: "leading.month-written", params: { name, month }, href: `/leading/${personId}?month=${month}`, at: asked.now });
    return { id };
  });
}
