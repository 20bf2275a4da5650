import type { PolicyRule } from "../../schemas.ts";

/** A review as far as the next day to look goes; days are "YYYY-MM-DD". */
export interface LastReview {
  readonly version: number;
  readonly reviewBy: string | null;
}

/**
 * The day by which a rule in force must be looked at again: what the last review set, as long as the rule stands in the
 * version that was reviewed; in a newer version what the rule itself says. null: no day is set, or it is to stop.
 */
export function dayToReview({ reviewBy }: Pick<PolicyRule, "reviewBy">, version: number, last: LastReview | null): string | null {
  return last !== null && last.version === version ? last.reviewBy : (reviewBy ?? null);
}

/** Whether that day has come. */
export function isDue(reviewBy: string | null, today: string): boolean {
  return reviewBy !== null && reviewBy <= today;
}
