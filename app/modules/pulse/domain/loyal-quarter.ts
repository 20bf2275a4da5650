import { addDays, type Day, quarterOf } from "#kernel/period.ts";

/** How long before a quarter ends everybody should have been asked about it, in days. */
const DAYS_BEFORE_END = 30;

/**
 * The quarter, by its first day, of which everybody still has to be asked whether we were loyal to the customer; null while
 * that is not due, was asked, or was seen to before.
 * @param seenTo the quarter that was last seen to, whatever came of it
 * @param asked the days on which pulses with the question open, or are to open
 */
export function quarterToAsk(today: Day, seenTo: Day | null, asked: readonly Day[]): Day | null {
  const { start, end } = quarterOf(today);
  if (today < addDays(end, -DAYS_BEFORE_END) || seenTo === start) return null;
  return asked.some((day) => start <= day && day <= end) ? null : start;
}
