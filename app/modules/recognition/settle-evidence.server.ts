import type { Tx } from "#platform/transaction.server.ts";
import { type EvidenceOutcome, type RecognitionState, stateOf } from "./domain/state.ts";
import { recordEvent } from "./record-event.server.ts";
import type { EvidenceRef } from "./schemas.ts";
import { tellConcerned } from "./tell-concerned.server.ts";

/**
 * What became of a cited thing arrives, in the transaction that learns it: every recognition that cites it moves to the
 * state that follows, and those it concerns are told when it is substantiated. The same outcome again changes nothing.
 * @returns how many recognitions moved
 */
export async function settleEvidence(tx: Tx, ref: EvidenceRef, outcome: EvidenceOutcome, now: Date): Promise<number> {
  let moved = 0;
  for (const cited of await tx.list("RecognitionEvidence", { kind: ref.kind, refId: ref.id })) {
    if (cited.outcome === outcome) continue;
    const { recognitionId } = cited;
    await tx.update("RecognitionEvidence", { recognitionId, kind: ref.kind, refId: ref.id }, { outcome, settledAt: outcome === "pending" ? null : now });
    const all = await tx.list("RecognitionEvidence", { recognitionId });
    const row = await tx.find("Recognition", { id: recognitionId });
    const to = stateOf(all.map((evidence) => evidence.outcome as EvidenceOutcome));
    if (row === null || row.state === to) continue;
    const from = row.state as RecognitionState;
    await tx.update("Recognition", { id: recognitionId, state: from }, { state: to, stateAt: now });
    await recordEvent(tx, { now }, { kind: "recognition", id: recognitionId }, { type: "recognition.state-moved", schema: 1, data: { from, to, evidence: ref.kind } });
    moved += 1;
    if (to === "substantiated" && row.withdrawnAt === null && row.hiddenAt === null) {
      await tellConcerned(tx, row, { kind: "recognition.substantiated", params: {}, at: now, except: null });
    }
  }
  return moved;
}
