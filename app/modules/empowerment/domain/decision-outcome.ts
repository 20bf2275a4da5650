/** What became of a decision, as far as it is known. */
export interface DecisionAftermath {
  readonly state: string;
  readonly decidedAt: Date;
  readonly result: string | null;
  /** 1 to 5; null: not asked. */
  readonly csat: number | null;
  /** The customer had to take the case up again. */
  readonly repeatContactAt: Date | null;
  readonly overturned: boolean;
}

/** Days after which a decision without a result is taken for one that nobody will measure. */
const WAIT_DAYS = 30;

/**
 * Whether a decision turned out well for the customer: `good` when it was resolved, `bad` when it was not or not
 * wholly, when the customer was dissatisfied (1 or 2 of 5), had to come back, or it was looked at again and changed;
 * `pending` while a result may still come; `none` when nothing was done for the customer or no result came in time.
 */
export function decisionOutcome({ state, decidedAt, result, csat, repeatContactAt, overturned }: DecisionAftermath, now: Date): "good" | "bad" | "pending" | "none" {
  if (state === "pending") return "pending";
  if (state !== "granted" && state !== "approved") return "none";
  if (overturned || repeatContactAt !== null || result === "unresolved" || result === "partly" || (csat !== null && csat <= 2)) return "bad";
  if (result === "resolved") return "good";
  return now.getTime() - decidedAt.getTime() < WAIT_DAYS * 86_400_000 ? "pending" : "none";
}
