import { newId } from "#kernel/ids.ts";
import { addDays, quarterOf } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { findOrganisation, peopleWithRole } from "#modules/people/public.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { LOYAL_PULSE } from "./bank.ts";
import { firstPromise } from "./design.server.ts";
import { raisedTo, RAISED, today } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { EVERYBODY } from "./stored.ts";

/** The quarter that was last seen to: a draft that HR threw away is not written again. */
const DRAFTED = "pulse.loyal-quarter";
/** How long before a quarter ends everybody should be asked about it. */
const DAYS_BEFORE_END = 30;

/**
 * Sees to it that everybody is asked each quarter whether we were loyal to the customer: in the last month of a quarter in
 * which nobody was asked, a draft is written once and HR is told to look it over and launch it.
 */
export async function draftLoyal(tx: Tx, now: Date): Promise<void> {
  const day = today(now);
  const { start, end } = quarterOf(day);
  if (findOrganisation() === null || day < addDays(end, -DAYS_BEFORE_END)) return;
  const seenTo = await tx.find("Setting", { name: DRAFTED });
  if (seenTo?.value === start) return;
  if (seenTo === null) await tx.insert("Setting", { name: DRAFTED, value: start });
  else await tx.update("Setting", { name: DRAFTED }, { value: start });
  const own = await tx.list("Pulse", { subjectId: null });
  const asks = ({ opensOn, questions }: (typeof own)[number]) => start <= opensOn && opensOn <= end && questions.includes('"LOYAL"');
  if (own.some(asks)) return;
  const raised = raisedTo((await tx.find("Setting", { name: RAISED }))?.value);
  const id = newId();
  const { title, questions } = LOYAL_PULSE;
  const design = { titleVi: title.vi, titleEn: title.en, questions: JSON.stringify(questions), audience: EVERYBODY, ...firstPromise(raised, now) };
  await tx.insert("Pulse", { id, ...design, state: "draft", createdAt: now, createdById: null });
  await recordEvent(tx, { now }, { kind: "pulse", id }, { type: "pulse.saved", schema: 1, data: { revision: 1, questions: [...questions] } });
  for (const { id: personId } of peopleWithRole("hr")) await notify(tx, { personId, kind: "pulse.drafted", params: { title }, href: `/pulses/${id}`, at: now });
}

/** Looks each morning whether the quarter's question still has to be asked. */
export const draftLoyalJob: JobDefinition = { kind: "pulse.draft-loyal", every: "40 1 * * *", apply: (tx, { now }) => draftLoyal(tx, now) };
