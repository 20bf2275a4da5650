/** Whether nobody can tell who said what, or whether in a small group somebody might guess. */
export const MODES = ["anonymous", "confidential"] as const;
export type Mode = (typeof MODES)[number];

/** A mode as it is stored; what is none is held to the stricter promise. */
export const modeOf = (stored: string): Mode => MODES.find((mode) => mode === stored) ?? "anonymous";

/** From how many people on something is shown. */
export interface Thresholds {
  readonly scores: number;
  readonly comments: number;
}

/**
 * The floors: five people for scores and eight for comments; three, and four overall, where a small circle is asked about
 * one person and is told that its answers are kept close but are not anonymous. They can be raised, never lowered.
 */
export const FLOORS: Readonly<Record<Mode, Thresholds & { readonly overall: number }>> = {
  anonymous: { scores: 5, comments: 8, overall: 5 },
  confidential: { scores: 3, comments: 3, overall: 4 },
};

export const MAX_THRESHOLD = 50;

/** Whether thresholds may stand for a mode: not below its floor, nor below what the administrator raised it to. */
export function thresholdsHold(mode: Mode, { scores, comments }: Thresholds, raised: number): boolean {
  const floor = FLOORS[mode];
  const least = mode === "anonymous" ? Math.max(floor.scores, raised) : floor.scores;
  return scores >= least && comments >= Math.max(floor.comments, scores) && Math.max(scores, comments) <= MAX_THRESHOLD;
}
