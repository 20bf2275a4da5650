import { newId } from "#kernel/ids.ts";
import { addDays, localDay, startOfDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import type { ThreadEnd } from "#modules/thread/public.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { addJob, type JobDefinition } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { z } from "zod";
import { demandLeader } from "./command.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { DecisionFields } from "./schemas.ts";

/** When a decision is looked at again. */
export const LOOK_AGAIN_DAYS = 90;
export const LOOK_AGAIN_KIND = "reviews.look-again";

/**
 * Logs a weighty decision with the customer it serves and what was given up; what it rests on is linked, and after ninety
 * days its author is asked what happened. Answers the id. Refuses: `forbidden`, `leads_nobody`.
 */
export async function logDecision(fields: DecisionFields, about: ThreadEnd | null, asked: Asked, remember?: RememberMade): Promise<{ id: string }> {
  const { personId } = demandPerson(asked, "leading.write");
  const { timeZone } = organisation();
  const reviewOn = addDays(localDay(asked.now, timeZone), LOOK_AGAIN_DAYS);
  return transaction(async (tx) => {
    await demandLeader(tx, personId);
    const id = newId();
    await tx.insert("LeadDecision", { ...fields, id, personId, at: asked.now, reviewOn });
    if (about !== null) await link(tx, { from: { kind: "leader_decision", id }, to: about, relation: "about", by: personId, at: asked.now, automatic: true });
    await addJob(tx, { kind: LOOK_AGAIN_KIND, payload: { id }, runAt: startOfDay(reviewOn, timeZone), uniqueKey: `${LOOK_AGAIN_KIND}:${id}` });
    await recordEvent(tx, asked, { kind: "leader-decision", id }, { type: "leader-decision.logged", schema: 1, data: { lens: fields.lens, reviewOn } });
    await remember?.(tx, id);
    return { id };
  });
}

const payload = z.object({ id: z.string() });

/** Asks the author of a decision, ninety days on, what happened. */
export const lookAgainJob: JobDefinition = {
  kind: LOOK_AGAIN_KIND,
  apply: async (tx, { payload: given, now }) => {
    const { id } = payload.parse(given);
    const row = await tx.find("LeadDecision", { id });
    if (row === null || row.lookedAt !== null) return;
    await tx.update("LeadDecision", { id, lookedAt: null }, { toldAt: now });
    await notify(tx, { personId: row.personId, kind: "leading.look-again", params: { title: row.title }, href: `/leading/decisions/${id}`, at: now });
  },
};
