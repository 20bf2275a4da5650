import { addDays, localDay, parseDay, startOfDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { CONFIRM_DAYS } from "./domain/states.ts";
import { advance, demandVoice, openImprovement, personIn, type RememberDone, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";

/** The first moment of a trial: now, or a local day of the last three months for one that began on paper. */
function trialStart(day: string | null, now: Date): Date {
  if (day === null) return now;
  const { timeZone } = organisation();
  const read = parseDay(day);
  if (!read.ok) throw invalidInput({ path: "from", code: "date_format" });
  const today = localDay(now, timeZone);
  if (read.value > today) throw invalidInput({ path: "from", code: "must_be_past" });
  if (read.value < addDays(today, -92)) throw invalidInput({ path: "from", code: "trial_too_old" });
  return read.value === today ? now : startOfDay(read.value, timeZone);
}

/**
 * Begins the trial: from then on measure and target are locked, and what happens after is compared with before.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`; 422 at `from`.
 */
export async function beginTrial(id: string, { from = null, note = null }: { readonly from?: string | null; readonly note?: string | null }, asked: Asked, remember?: RememberDone): Promise<void> {
  const start = trialStart(from, asked.now);
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    demandVoice(opened, asked);
    const { row, parts } = opened;
    const trial = row.trials + 1;
    await advance(tx, opened, "begin_trial", { trialFrom: start, trials: trial });
    await tellStory(tx, id, "trial_began", { byId: personIn(asked), at: asked.now, note });
    await recordEvent(tx, subjectOf(row), { type: "improvement.trial-began", schema: 1, data: { number: row.number, trial, from: start.toISOString() } }, asked);
    await tellAll(tx, row, { kind: "trial", to: [...parts.reporters, ...parts.stepOwners], by: personIn(asked), at: asked.now });
    await remember?.(tx, id);
  });
}

/**
 * Makes what was tried the way of working, and asks the reporters whether it really changed; they have fourteen days. What
 * it changed is linked. Refuses: `forbidden`; `not_found`; 409 `state_changed`.
 */
export async function adoptImprovement(id: string, note: string, asked: Asked, remember?: RememberDone): Promise<void> {
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    demandVoice(opened, asked);
    const { row, parts } = opened;
    const by = personIn(asked);
    const confirmBy = new Date(asked.now.getTime() + CONFIRM_DAYS * 86_400_000);
    await advance(tx, opened, "adopt", { decidedAt: asked.now, confirmation: "asked", confirmBy, confirmedAt: null, confirmNote: null });
    const from = { kind: "improvement", id } as const;
    for (const [kind, changed] of [["rule", row.rule], ["procedure", row.procedureId]] as const) {
      if (changed !== null) await link(tx, { from, to: { kind, id: changed }, relation: "changed", by, at: asked.now, automatic: true });
    }
    await tellStory(tx, id, "adopted", { byId: by, at: asked.now, note });
    await recordEvent(tx, subjectOf(row), { type: "improvement.adopted", schema: 1, data: { number: row.number, trial: row.trials } }, asked);
    await tellAll(tx, row, { kind: "confirm", to: parts.reporters, by, at: asked.now, params: { until: confirmBy.toISOString() } });
    await tellAll(tx, row, { kind: "adopted", to: [...parts.stepOwners, ...parts.owners.map(({ answeredById }) => answeredById)].filter((to) => to === null || !parts.reporters.includes(to)), by, at: asked.now });
    await remember?.(tx, id);
  });
}

/**
 * Goes back to the old way, with the reason; what was learnt stays. It may be planned anew.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`.
 */
export async function revertImprovement(id: string, note: string, asked: Asked, remember?: RememberDone): Promise<void> {
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    demandVoice(opened, asked);
    const { row, parts } = opened;
    const by = personIn(asked);
    await advance(tx, opened, "revert", { decidedAt: asked.now, confirmation: null, confirmBy: null });
    await tellStory(tx, id, "reverted", { byId: by, at: asked.now, note });
    await recordEvent(tx, subjectOf(row), { type: "improvement.reverted", schema: 1, data: { number: row.number, trial: row.trials } }, asked);
    await tellAll(tx, row, { kind: "reverted", to: [...parts.reporters, ...parts.stepOwners], by, at: asked.now });
    await remember?.(tx, id);
  });
}
