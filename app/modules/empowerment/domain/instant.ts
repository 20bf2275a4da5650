import { localDay } from "#kernel/period.ts";
import type { Report } from "./faults.ts";

const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DAY_MS = 86_400_000;

/** Reads an RFC 3339 instant as milliseconds since 1970; a day the calendar lacks is a fault. */
export function readInstant(value: unknown, path: string, report: Report): number {
  if (value === undefined || value === null) {
    report(path, "required");
    return 0;
  }
  const instant = typeof value === "string" && INSTANT.test(value) && isCalendarDay(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) report(path, "bad_instant");
  return instant;
}

function isCalendarDay(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day >= 1 && day <= 28) return true;
  return day >= 1 && day <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
}

/** Days from 1970-01-01 to a calendar day `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The calendar day `YYYY-MM-DD` of a day number. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** A function from an instant (ms since 1970) to the number of its calendar day in the zone; it keeps its last answer. */
export function localDays(zone: string): (instant: number) => number {
  let lastInstant = Number.NaN;
  let lastDay = 0;
  return (instant) => {
    if (instant !== lastInstant) {
      lastDay = dayNumber(localDay(new Date(instant), zone));
      lastInstant = instant;
    }
    return lastDay;
  };
}
