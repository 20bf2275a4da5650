import type { Hours, Weekday } from "#kernel/business-time.ts";

export const WEEKDAYS: readonly Weekday[] = ["1", "2", "3", "4", "5", "6", "7"];

const TIME = /^(\d{1,2})(?::|h|\.)?(\d{2})?$/i;

/** "9", "9:00", "9h30" as "09:00", "09:30"; null for anything else. */
function readTime(text: string): string | null {
  const [, hour, minute = "00"] = TIME.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && minute !== "00")) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
}

/**
 * A day's opening hours as people type them: "09:00-12:00, 13:30-17:00"; empty means closed.
 * Answers the intervals in order, or null when some part is no interval. Whether they overlap is judged by `checkHours`.
 */
export function readDayHours(text: string): (readonly [string, string])[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== "");
  const intervals = parts.map((part) => {
    const [from, to, ...rest] = part.split(/[-–—]/).map(readTime);
    return from && to && rest.length === 0 ? ([from, to] as const) : null;
  });
  if (intervals.includes(null)) return null;
  return intervals.filter((interval) => interval !== null).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** A week typed day by day: the hours, or the weekdays whose text is no hours. Closed days are left out. */
export function readWeek(texts: Readonly<Partial<Record<Weekday, string>>>): { hours: Hours; faults: Weekday[] } {
  const read = WEEKDAYS.map((weekday) => [weekday, readDayHours(texts[weekday] ?? "")] as const);
  return {
    hours: Object.fromEntries(read.filter(([, intervals]) => intervals !== null && intervals.length > 0)) as Hours,
    faults: read.filter(([, intervals]) => intervals === null).map(([weekday]) => weekday),
  };
}

/** A week as it is typed: each weekday's text, "" when closed. */
export function writeWeek(hours: Hours): Record<Weekday, string> {
  return Object.fromEntries(
    WEEKDAYS.map((weekday) => [weekday, (hours[weekday] ?? []).map(([from, to]) => `${from}-${to}`).join(", ")]),
  ) as Record<Weekday, string>;
}
