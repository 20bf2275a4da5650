import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { findPeople, organisation, rolesHeld } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Insert } from "#platform/transaction.server.ts";
import { contentOf } from "./commitments.server.ts";
import { ledgersOf } from "./facts.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { cycleSpan } from "./spans.server.ts";

/** What a cycle would be closed with at an instant: the reviews of everybody who takes part. */
export async function reviewsAt(cycleId: string, at: Date): Promise<Insert<"LeadReview">[]> {
  const cycle = await db.leadCycle.findUnique({ where: { id: cycleId }, include: { participants: true, commitments: { orderBy: { position: "asc" } } } });
  if (cycle === null) throw notFound();
  const ledgers = await ledgersOf(cycle.participants.map(({ personId }) => personId), cycleSpan(cycle, at));
  const people = findPeople(cycle.participants.flatMap(({ personId, managerId }) => (managerId === null ? [personId] : [personId, managerId])));
  return cycle.participants.flatMap(({ personId, managerId, departmentCode, siteCode, teamSize }) => {
    const ledger = ledgers.get(personId);
    if (ledger === undefined) return [];
    const content = contentOf(cycle, ledger, cycle.commitments.filter((one) => one.personId === personId));
    return [{
      ...{ id: newId(), cycleId, personId, managerId, departmentCode, siteCode, teamSize, at },
      personName: people.get(personId)?.name ?? "",
      managerName: managerId === null ? "" : (people.get(managerId)?.name ?? ""),
      titles: JSON.stringify(rolesHeld(personId)),
      content: JSON.stringify(content),
    }];
  });
}

/**
 * Closes an ended cycle: titles, teams, figures and commitments of everybody who took part are kept for ever; each is
 * told. Refuses: `forbidden`; `not_found`; 422 `period_running`; 409 `state_changed` when it was closed, or a commitment
 * was changed meanwhile.
 */
export async function closeCycle(id: string, asked: Asked): Promise<{ reviews: number }> {
  demand(asked, "leading.cycles");
  const cycle = await db.leadCycle.findUnique({ where: { id }, include: { commitments: { select: { id: true, missedReason: true } } } });
  if (cycle === null) throw notFound();
  if (cycle.closedAt !== null) throw new Refusal("state_changed");
  if (localDay(asked.now, organisation().timeZone) <= cycle.endDay) throw new Refusal("period_running");
  const reviews = await reviewsAt(id, asked.now);
  const known = new Map(cycle.commitments.map((one) => [one.id, one.missedReason]));
  await transaction(async (tx) => {
    const now = await tx.list("LeadCommitment", { cycleId: id });
    if (now.length !== known.size || now.some((one) => known.get(one.id) !== one.missedReason)) throw new Refusal("state_changed");
    if ((await tx.update("LeadCycle", { id, closedAt: null }, { closedAt: asked.now, closedById: asked.actor?.personId ?? null })) === 0) throw new Refusal("state_changed");
    for (const review of reviews) {
      await tx.insert("LeadReview", review);
      await notify(tx, { personId: review.personId, kind: "leading.cycle-closed", params: { from: cycle.startDay, to: cycle.endDay }, href: `/leading/${review.personId}?cycle=${id}`, at: asked.now });
    }
    await recordEvent(tx, asked, { kind: "lead-cycle", id }, { type: "lead-cycle.closed", schema: 1, data: { from: cycle.startDay, to: cycle.endDay, reviews: reviews.length } });
  });
  return { reviews: reviews.length };
}
