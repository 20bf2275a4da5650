import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { CommitmentFields } from "./schemas.ts";

/**
 * Publishes one's three to five commitments of a running cycle, in the place of those before; one's people see them, and
 * the next level is asked to agree. Nobody promises what they did already. Refuses: `forbidden`; `not_found` for a cycle one
 * takes no part in; 409 `state_changed` once it is over, `commitments_agreed` once they were agreed.
 */
export async function publishCommitments(cycleId: string, commitments: readonly CommitmentFields[], asked: Asked, remember?: RememberMade): Promise<void> {
  const { personId, name } = demandPerson(asked, "leading.write");
  const { timeZone } = organisation();
  await transaction(async (tx) => {
    const part = await tx.find("LeadParticipant", { cycleId, personId });
    const cycle = await tx.find("LeadCycle", { id: cycleId });
    if (part === null || cycle === null) throw notFound();
    if (cycle.closedAt !== null || localDay(asked.now, timeZone) > cycle.endDay) throw new Refusal("state_changed");
    const before = await tx.list("LeadCommitment", { cycleId, personId });
    if (before.some(({ agreedAt }) => agreedAt !== null)) throw new Refusal("commitments_agreed", { status: 409 });
    if (before.length > 0) await tx.remove("LeadCommitment", { cycleId, personId });
    for (const [position, fields] of commitments.entries()) await tx.insert("LeadCommitment", { ...fields, id: newId(), cycleId, personId, position, publishedAt: asked.now });
    const data = { cycle: cycleId, count: commitments.length, sources: commitments.map(({ source }) => source) };
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "lead-commitments.published", schema: 1, data });
    const href = `/leading/${personId}`;
    // Whoever leads them now agrees, whoever did so when the cycle was opened.
    const managerId = (await tx.find("Person", { id: personId }))?.managerId ?? null;
    if (managerId !== null) await notify(tx, { personId: managerId, kind: "leading.to-agree", params: { name }, href, at: asked.now });
    for (const report of await tx.list("Person", { managerId: personId, active: true })) await notify(tx, { personId: report.id, kind: "leading.promised", params: { name }, href, at: asked.now });
    await remember?.(tx, cycleId);
  });
}
