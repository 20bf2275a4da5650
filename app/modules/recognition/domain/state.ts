/** Where a recognition stands by its evidence. */
export const RECOGNITION_STATES = ["thanks", "awaiting", "substantiated", "not_substantiated", "not_measurable"] as const;
export type RecognitionState = (typeof RECOGNITION_STATES)[number];

/** What became of a cited thing; `none`: there is nothing to measure. */
export const EVIDENCE_OUTCOMES = ["pending", "good", "bad", "none"] as const;
export type EvidenceOutcome = (typeof EVIDENCE_OUTCOMES)[number];

/**
 * The state that follows from the outcomes of everything cited, in whatever order: without evidence plain thanks; one
 * bad outcome leaves it unsubstantiated; else one good outcome substantiates it; else it waits while any is pending;
 * else it cannot be measured.
 */
export function stateOf(outcomes: readonly EvidenceOutcome[]): RecognitionState {
  if (outcomes.length === 0) return "thanks";
  if (outcomes.includes("bad")) return "not_substantiated";
  if (outcomes.includes("good")) return "substantiated";
  return outcomes.includes("pending") ? "awaiting" : "not_measurable";
}
