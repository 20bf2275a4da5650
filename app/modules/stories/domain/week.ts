import { addDays, type Day, isDay, weekdayOf } from "#kernel/period.ts";

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** A week as an address has it: its Monday; null for anything else. */
export function readWeek(text: string | null): Day | null {
  return text !== null && isDay(text) && weekdayOf(text) === 1 ? text : null;
}

/** Whether a team may mark that day for a week's card: in that week or the next, and not ahead of today. */
export function mayMark(day: Day, week: Day, today: Day): boolean {
  return day >= week && day < addDays(week, 14) && day <= today;
}
