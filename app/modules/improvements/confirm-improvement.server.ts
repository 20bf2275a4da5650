import type { Asked } from "#platform/acting.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type Confirmation, type ImprovementState, mayConfirm } from "./domain/states.ts";
import { advance, openImprovement, personIn, type RememberDone, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";

/**
 * A reporter says whether it really changed. A yes closes the question; a no takes the change back into its trial, with
 * the reporter's words, and those who carry it out are told. Late is taken too.
 * Refuses: `forbidden`; `not_found`; `not_the_reporter`; 409 `state_changed` when it is not asked, or was answered before.
 */
export async function confirmImprovement(id: string, { changed, note }: { readonly changed: boolean; readonly note: string | null }, asked: Asked, remember?: RememberDone): Promise<void> {
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.report");
    const { row, parts } = opened;
    const by = personIn(asked);
    if (by === null || !parts.reporters.includes(by)) throw new Refusal("not_the_reporter", { status: 403 });
    if (!mayConfirm(row.state as ImprovementState, row.confirmation as Confirmation | null)) throw new Refusal("state_changed");
    const said = { confirmation: changed ? "confirmed" : "denied", confirmedAt: asked.now, confirmNote: note };
    if (changed) {
      const done = await tx.update("Improvement", { id, state: row.state, confirmation: row.confirmation }, said);
      if (done !== 1) throw new Refusal("state_changed");
    } else {
      await advance(tx, opened, "deny", { ...said, comparison: null, verifiedAt: null, watchUntil: null });
    }
    await tellStory(tx, id, changed ? "confirmed" : "denied", { byId: by, at: asked.now, note });
    await recordEvent(tx, subjectOf(row), { type: changed ? "improvement.confirmed" : "improvement.denied", schema: 1, data: { number: row.number } }, asked);
    const doers = [...parts.owners.map(({ answeredById, askedId }) => answeredById ?? askedId), ...parts.stepOwners];
    await tellAll(tx, row, { kind: changed ? "confirmed" : "denied", to: doers, by, at: asked.now });
    await remember?.(tx, id);
  });
}
