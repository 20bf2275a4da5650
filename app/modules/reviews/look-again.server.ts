import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { cancelJob } from "#platform/jobs.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { LOOK_AGAIN_KIND } from "./log-decision.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { LookFields } from "./schemas.ts";

/**
 * Says what happened after a decision of one's own, once, from the day to look again on. Refuses: `forbidden`; `not_found`
 * for somebody else's; 409 `look_again_later` before that day, `state_changed` when it was said.
 */
export async function lookAgain(id: string, { verdict, happened }: LookFields, asked: Asked): Promise<void> {
  const { personId } = demandPerson(asked, "leading.write");
  await transaction(async (tx) => {
    const decision = await tx.find("LeadDecision", { id, personId });
    if (decision === null) throw notFound();
    if (localDay(asked.now, organisation().timeZone) < decision.reviewOn) throw new Refusal("look_again_later", { params: { day: decision.reviewOn } });
    if ((await tx.update("LeadDecision", { id, personId, lookedAt: null }, { verdict, happened, lookedAt: asked.now })) === 0) throw new Refusal("state_changed");
    await cancelJob(tx, `${LOOK_AGAIN_KIND}:${id}`);
    await recordEvent(tx, asked, { kind: "leader-decision", id }, { type: "leader-decision.looked-at", schema: 1, data: { verdict } });
  });
}
