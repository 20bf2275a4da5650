import { z } from "zod";
import { addDays, localDay, startOfDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { findOrganisation, organisation } from "#modules/people/public.server.ts";
import { addJob, type JobDefinition } from "#platform/jobs.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { holdsMonth } from "./domain/cycle-months.ts";

const REMIND_KIND = "reviews.remind-promises";
/** Days after a cycle was opened on which who has promised nothing is asked again. */
const REMIND_DAYS = [7, 21] as const;

/** Has those reminded who take part in a cycle and have promised nothing by then. */
export async function remindLater(tx: Tx, cycleId: string, openedAt: Date): Promise<void> {
  const { timeZone } = organisation();
  for (const days of REMIND_DAYS) {
    const runAt = startOfDay(addDays(localDay(openedAt, timeZone), days), timeZone);
    await addJob(tx, { kind: REMIND_KIND, payload: { id: cycleId }, runAt, uniqueKey: `${REMIND_KIND}:${cycleId}:${days}` });
  }
}

const payload = z.object({ id: z.string() });

/** Asks those who take part in a running cycle and have promised nothing yet. */
export const remindPromisesJob: JobDefinition = {
  kind: REMIND_KIND,
  apply: async (tx, { payload: given, now }) => {
    const { id } = payload.parse(given);
    const cycle = await tx.find("LeadCycle", { id });
    if (cycle === null || cycle.closedAt !== null || localDay(now, organisation().timeZone) > cycle.endDay) return;
    const promised = new Set((await tx.list("LeadCommitment", { cycleId: id })).map(({ personId }) => personId));
    const active = new Set((await tx.list("Person", { active: true })).map(({ id: personId }) => personId));
    for (const { personId } of await tx.list("LeadParticipant", { cycleId: id })) {
      if (active.has(personId) && !promised.has(personId)) await notify(tx, { personId, kind: "leading.to-promise", params: { from: cycle.startDay, to: cycle.endDay }, href: "/leading/commitments", at: now });
    }
  },
};

/** Tells those who take part in a cycle, on the first of a month, that the page of the month before is filled and waits for their words. */
export const tellMonthReadyJob: JobDefinition = {
  kind: "reviews.tell-month",
  every: "35 1 1 * *",
  apply: async (tx, { now }) => {
    const zone = findOrganisation()?.timeZone;
    if (zone === undefined) return;
    const month = addDays(`${localDay(now, zone).slice(0, 7)}-01`, -1).slice(0, 7);
    const cycle = (await tx.list("LeadCycle", {})).find((one) => holdsMonth(one, month));
    if (cycle === undefined) return;
    const written = new Set((await tx.list("LeadMonth", { month })).map(({ personId }) => personId));
    const people = await tx.list("Person", { active: true });
    const [active, leading] = [new Set(people.map(({ id }) => id)), new Set(people.map(({ managerId }) => managerId))];
    for (const { personId } of await tx.list("LeadParticipant", { cycleId: cycle.id })) {
      if (active.has(personId) && leading.has(personId) && !written.has(personId)) await notify(tx, { personId, kind: "leading.month-ready", params: { month }, href: `/leading?month=${month}`, at: now });
    }
  },
};
