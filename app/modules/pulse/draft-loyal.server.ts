import { newId } from "#kernel/ids.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { findOrganisation, peopleWithRole } from "#modules/people/public.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { LOYAL_PULSE } from "./bank.ts";
import { firstPromise } from "./design.server.ts";
import { quarterToAsk } from "./domain/loyal-quarter.ts";
import { raisedTo, RAISED, today } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { EVERYBODY } from "./stored.ts";

/** The quarter that was last seen to: a draft that HR threw away is not written again. */
const DRAFTED = "pulse.loyal-quarter";

/**
 * Sees to it that everybody is asked each quarter whether we were loyal to the customer: in the last month of a quarter in
 * which nobody was asked, a draft is written once and HR is told to look it over and launch it.
 */
export async function draftLoyal(tx: Tx, now: Date): Promise<void> {
  if (findOrganisation() === null) return;
  const seenTo = await tx.find("Setting", { name: DRAFTED });
  const asked = (await tx.list("Pulse", { subjectId: null })).filter(({ questions }) => questions.includes('"LOYAL"')).map(({ opensOn }) => opensOn);
  const quarter = quarterToAsk(today(now), seenTo?.value ?? null, asked);
  if (quarter === null) return;
  if (seenTo === null) await tx.insert("Setting", { name: DRAFTED, value: quarter });
  else await tx.update("Setting", { name: DRAFTED }, { value: quarter });
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
