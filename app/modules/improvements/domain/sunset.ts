import { addDays, type Day, daysBetween } from "#kernel/period.ts";

/** Days before its review that the owner of a procedure is reminded. */
export const REMIND_DAYS = 14;
/** Days after its review date that a procedure still stands; then, unless a law asks for it, it is stopped. */
export const GRACE_DAYS = 30;
/** A procedure is looked at again within this time, whatever is decided. */
export const LONGEST_DAYS = 730;

/** `lapsed`: nobody looked at it in time, so it is stopped; `stopped`: somebody decided so. */
export const PROCEDURE_STATES = ["in_force", "lapsed", "stopped"] as const;
export type ProcedureState = (typeof PROCEDURE_STATES)[number];

export const REVIEWS = ["keep", "change", "stop"] as const;
export type Review = (typeof REVIEWS)[number];

export interface Reviewed {
  readonly state: ProcedureState;
  readonly reviewBy: Day;
  /** The law it rests on, if one does. */
  readonly law: string | null;
}

/**
 * Where a procedure stands on a day: `fine`, `soon` within the days of the reminder, `due` from its review date on,
 * `sunset` when it is stopped by default. One that a law asks for stays due.
 */
export function reviewStanding({ state, reviewBy, law }: Reviewed, today: Day): "fine" | "soon" | "due" | "sunset" | "ended" {
  if (state !== "in_force") return "ended";
  const left = daysBetween(today, reviewBy);
  if (left > REMIND_DAYS) return "fine";
  if (left > 0) return "soon";
  return law === null && -left >= GRACE_DAYS ? "sunset" : "due";
}

/** The day on which a procedure is stopped unless somebody reviews it before; null where a law asks for it. */
export function sunsetOn({ reviewBy, law }: Pick<Reviewed, "reviewBy" | "law">): Day | null {
  return law === null ? addDays(reviewBy, GRACE_DAYS) : null;
}
