import type { Asked } from "#platform/acting.server.ts";
import { demand } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { effectOf, type Records } from "./effect.server.ts";
import { advance, demandVoice, openImprovement, personIn, type RememberDone, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";

/** Days that what was solved is watched for its return. */
export const WATCH_DAYS = 90;

/**
 * Verifies the effect: only where the measure has become better beyond chance. What was compared is kept as it was
 * counted; from then on the change is watched for ninety days.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`, `effect_not_shown` with the verdict.
 */
export async function verifyImprovement(id: string, note: string | null, asked: Asked, records: Records, remember?: RememberDone): Promise<void> {
  demand(asked, "improvements.answer");
  const row = await db.improvement.findUnique({ where: { id }, select: { id: true, state: true, measure: true, trials: true, trialFrom: true, comparison: true, verifiedAt: true } });
  if (row === null) throw notFound();
  const effect = row.state === "adopted" ? await effectOf(row, asked.now, records) : null;
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    demandVoice(opened, asked);
    const { parts } = opened;
    if (effect === null || opened.row.trials !== row.trials) throw new Refusal("state_changed");
    const { comparison, measure } = effect;
    if (comparison.verdict !== "better") throw new Refusal("effect_not_shown", { status: 409, params: { verdict: comparison.verdict } });
    const by = personIn(asked);
    await advance(tx, opened, "verify", { comparison: JSON.stringify(comparison), verifiedAt: asked.now, watchUntil: new Date(asked.now.getTime() + WATCH_DAYS * 86_400_000), returnedAt: null });
    await tellStory(tx, id, "verified", { byId: by, at: asked.now, note });
    const data = { number: opened.row.number, measure: measure.code, before: comparison.before.value ?? 0, after: comparison.after.value ?? 0, n: comparison.after.n };
    await recordEvent(tx, subjectOf(opened.row), { type: "improvement.verified", schema: 1, data }, asked);
    await tellAll(tx, opened.row, { kind: "verified", to: [...parts.reporters, ...parts.stepOwners], by, at: asked.now });
    await remember?.(tx, id);
  });
}
