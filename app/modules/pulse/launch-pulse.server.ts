import { demand, type Asked } from "#platform/acting.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { makeBoxKey } from "#platform/sealed-box.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { drawNow } from "./company.server.ts";
import { modeOf, thresholdsHold } from "./domain/thresholds.ts";
import { draftedQuestions, draftIn, raisedTo, RAISED, today } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { tellAsked } from "./tell-asked.server.ts";

/**
 * Freezes what is promised: questions, thresholds, dates, who is asked and in which groups. From then on nobody is added or
 * taken out, whoever leaves or moves keeps their group, and answers can be sealed. Opens at once where its day has come.
 * `revision`: of the draft that was read, null where that is not said.
 * Refuses: `forbidden`; 404; 409 `state_changed`; 422 `too_few_people`, `threshold_too_low`, `in_the_past`.
 */
export async function launchPulse(id: string, asked: Asked, revision: number | null = null): Promise<{ invited: number }> {
  demand(asked, "pulses.design");
  return transaction(async (tx) => {
    const pulse = await draftIn(tx, id, revision);
    const mode = modeOf(pulse.mode);
    const { kScores, kComments } = pulse;
    const raised = raisedTo((await tx.find("Setting", { name: RAISED }))?.value);
    if (!thresholdsHold(mode, { scores: kScores, comments: kComments }, raised)) throw new Refusal("threshold_too_low");
    if (pulse.closesOn <= today(asked.now)) throw new Refusal("in_the_past");
    const drawn = await drawNow(tx, pulse);
    if (drawn === null) throw new Refusal("too_few_people", { params: { k: kScores } });
    const questions = draftedQuestions(pulse.questions, await tx.list("PulseQuestion", {}));
    for (const [personId, cell] of [...drawn.cellOf].sort(([a], [b]) => (a < b ? -1 : 1))) await tx.insert("PulseInvitation", { pulseId: id, personId, cell });
    const invited = drawn.cellOf.size;
    // Made while nobody else writes: of two who launch at once, the second would take the key away to which answers are sealed.
    const publicKey = makeBoxKey(id);
    const opens = pulse.opensOn <= today(asked.now);
    const frozen = { questions: JSON.stringify(questions), frame: JSON.stringify(drawn.frame), invited };
    const launched = { ...frozen, state: opens ? "open" : "scheduled", publicKey, launchedById: asked.actor?.personId ?? null };
    if ((await tx.update("Pulse", { id, state: "draft" }, launched)) === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.launched", schema: 1, data: { mode, kScores, kComments, invited, cells: drawn.frame.cells.length } });
    if (opens) await tellAsked(tx, pulse, "pulse.opened", asked.now);
    return { invited };
  });
}
