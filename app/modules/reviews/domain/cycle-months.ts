import { addDays, type Day } from "#kernel/period.ts";

/** First and last day of a cycle. */
interface Days {
  readonly startDay: Day;
  readonly endDay: Day;
}

/** The months of a cycle, "YYYY-MM", that have begun on a day: each from its first day on. */
export function monthsBegun({ startDay, endDay }: Days, today: Day): string[] {
  const months: string[] = [];
  for (let first = `${startDay.slice(0, 7)}-01`; first <= endDay && first <= today; first = `${addDays(first, 31).slice(0, 7)}-01`) months.push(first.slice(0, 7));
  return months;
}

/** Whether a month, "YYYY-MM", is one of a cycle's. */
export const holdsMonth = ({ startDay, endDay }: Days, month: string): boolean => startDay.slice(0, 7) <= month && month <= endDay.slice(0, 7);
