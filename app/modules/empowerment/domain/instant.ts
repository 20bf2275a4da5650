import { localDay, windowOf } from "#kernel/period.ts";
import type { Report } from "./faults.ts";

/** What follows the seconds: a fraction, then Z or an offset from UTC. */
const REST = /^(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DAY_MS = 86_400_000;

/** Reads an RFC 3339 instant as milliseconds since 1970; a day the calendar lacks is a fault. */
export function readInstant(value: unknown, path: string, report: Report): number {
  if (value === undefined || value === null) {
    report(path, "required");
    return 0;
  }
  const instant = typeof value === "string" ? instantOf(value) : Number.NaN;
  if (Number.isNaN(instant)) report(path, "bad_instant");
  return instant;
}

/** Milliseconds since 1970 of `YYYY-MM-DDTHH:MM:SS[.fff](Z|±HH:MM)`, or NaN; whole seconds of UTC are read by hand. */
function instantOf(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const marks = text[4] === "-" && text[7] === "-" && text[10] === "T" && text[13] === ":" && text[16] === ":";
  const inRange = year >= 1 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
  if (!marks || !inRange || (day > 28 && day > daysIn(year, month))) return Number.NaN;
  if (text.length === 20 && text[19] === "Z" && year >= 100) return Date.UTC(year, month - 1, day, hour, minute, second);
  return REST.test(text.slice(19)) ? Date.parse(text) : Number.NaN;
}

/** The number written from `from` up to `to`, or NaN where something else than a digit stands. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970-01-01 to a calendar day `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The calendar day `YYYY-MM-DD` of a day number. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** A function from an instant (ms since 1970) to the number of its calendar day in the zone; it keeps the last day. */
export function localDays(zone: string): (instant: number) => number {
  let start = Number.NaN;
  let end = Number.NaN;
  let number = 0;
  return (instant) => {
    if (instant >= start && instant < end) return number;
    const at = new Date(instant);
    const window = windowOf({ kind: "day" }, at, zone);
    number = dayNumber(localDay(at, zone));
    start = window.start.getTime();
    end = window.end.getTime();
    return number;
  };
}
