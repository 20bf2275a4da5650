import { link } from "#modules/thread/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { pulseIn } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { readQuestions } from "./stored.ts";

/**
 * Says that an operational change is what is done about a result, in words for everybody who was asked; whether the change
 * exists and may be known is the caller's to check. Refuses: `forbidden`; 404; 409 `state_changed` before the pulse closed; 422 at `question`
 * (`unknown_question`), at `improvement` (`tied_already`).
 */
export async function tieImprovement(id: string, tie: { readonly improvementId: string; readonly question: string; readonly words: string }, asked: Asked): Promise<void> {
  demand(asked, "improvements.report");
  await transaction(async (tx) => {
    const pulse = await pulseIn(tx, id, ["closed"]);
    if (pulse.subjectId !== null) throw notFound();
    const { improvementId, question, words } = tie;
    if (!readQuestions(pulse.questions).some(({ code }) => code === question)) throw invalidInput({ path: "question", code: "unknown_question" });
    const ends = { from: { kind: "improvement", id: improvementId }, to: { kind: "pulse", id }, relation: "caused_by" } as const;
    const made = await link(tx, { ...ends, by: asked.actor?.personId ?? null, at: asked.now, automatic: false, note: question });
    if (made === null) throw invalidInput({ path: "improvement", code: "tied_already" });
    await tx.insert("PulseAction", { pulseId: id, improvementId, question, words, at: asked.now, byId: asked.actor?.personId ?? null });
    await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.improvement-tied", schema: 1, data: { improvement: improvementId, question } });
  });
}
