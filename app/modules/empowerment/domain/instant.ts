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

/** Milliseconds since 1970 of `YYYY-MM-DDTHH:MM:SS[.fff](Z|±HH:MM)`, or NaN. */
function instantOf(text: string): number {
  const { length } = text;
  if (length < 20) return Number.NaN;
  const century = pair(text, 0);
  const years = pair(text, 2);
  const year = century * 100 + years;
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  const marks = isMark(text, 4, DASH) && isMark(text, 7, DASH) && isMark(text, 10, T) && isMark(text, 13, COLON) && isMark(text, 16, COLON);
  const inRange = year >= 1 && century < 100 && years < 100 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
  if (!marks || !inRange || (day > 28 && day > daysIn(year, month))) return Number.NaN;
  const instant = daysTo(year, month, day) * DAY_MS + (hour * 3600 + minute * 60 + second) * 1000;
  // What servers and browsers write is read by hand; other fractions and offsets by the platform.
  if (length === 20 && isMark(text, 19, Z)) return instant;
  if (length === 24 && isMark(text, 19, DOT) && isMark(text, 23, Z)) return instant + milliseconds(text);
  return REST.test(text.slice(19)) ? Date.parse(text) : Number.NaN;
}

/** The three digits of a fraction, or NaN where something else stands. */
function milliseconds(text: string): number {
  const hundredths = pair(text, 20);
  const last = text.charCodeAt(22) - 48;
  return hundredths < 100 && last >= 0 && last <= 9 ? hundredths * 10 + last : Number.NaN;
}

const DASH = 45;
const DOT = 46;
const COLON = 58;
const T = 84;
const Z = 90;

function isMark(text: string, at: number, mark: number): boolean {
  return text.charCodeAt(at) === mark;
}

/** The number written by two digits, or 100 where something else stands. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar: years counted from March, so that a leap day ends one. */
function daysTo(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((months * 153 + 2) / 5) + day - 719_469;
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

/** So many local days are kept: asking the calendar takes longer than a decision. */
const KEPT_DAYS = 4000;

/** A function from an instant (ms since 1970) to the number of its calendar day in the zone; it keeps days it has met. */
export function localDays(zone: string): (instant: number) => number {
  interface LocalDay {
    readonly start: number;
    readonly end: number;
    readonly number: number;
  }
  // by day of UTC, which few local days share
  const met = new Map<number, LocalDay[]>();
  let last: LocalDay = { start: Number.NaN, end: Number.NaN, number: 0 };
  return (instant) => {
    if (instant >= last.start && instant < last.end) return last.number;
    const key = Math.floor(instant / DAY_MS);
    const days = met.get(key) ?? [];
    let day = days.find(({ start, end }) => instant >= start && instant < end);
    if (day === undefined) {
      const at = new Date(instant);
      const { start, end } = windowOf({ kind: "day" }, at, zone);
      day = { start: start.getTime(), end: end.getTime(), number: dayNumber(localDay(at, zone)) };
      if (met.size >= KEPT_DAYS) met.clear();
      met.set(key, [...days, day]);
    }
    last = day;
    return day.number;
  };
}
