import { addDays, instantAt, localDay, minuteOfDay, weekdayOf, type Day } from "./period.ts";
import { err, ok, type Result } from "./result.ts";

/** ISO weekday, "1" = Monday … "7" = Sunday. */
export type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/**
 * Opening hours by weekday as local wall-clock times "HH:MM", opening included, closing not; "24:00" closes at midnight.
 * Several intervals a day stand in order without overlap. A weekday left out or empty is closed. A shift over midnight
 * is written as two: until "24:00", and from "00:00" on the next weekday.
 */
export type Hours = Readonly<Partial<Record<Weekday, readonly (readonly [open: string, close: string])[]>>>;

/** When an organisation or a site works. `holidays` are closed whole days; `zone` is an IANA time zone. */
export interface BusinessCalendar {
  readonly hours: Hours;
  readonly holidays: ReadonlySet<Day>;
  readonly zone: string;
}

/** Why opening hours cannot be used, and where: the weekday, and the interval counted from 0. */
export type HoursFault = IntervalFault | { readonly code: "hours_never_open" };

interface IntervalFault {
  readonly code: "hours_malformed" | "hours_backwards" | "hours_overlap";
  readonly weekday: string;
  readonly index: number;
}

/** Thrown when a calendar has no opening ahead, so that no time can come due. */
export class NeverOpenError extends Error {
  readonly code = "calendar_never_open";
  constructor() {
    super("the calendar has no opening hours ahead");
  }
}

type Interval = readonly [openMinute: number, closeMinute: number];
type Week = ReadonlyMap<number, readonly Interval[]>;

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
/** Ten years of minutes: longer waits are a mistake in the caller's data. */
const MAX_MINUTES = 5_256_000;
const MAX_BUSINESS_DAYS = 3_660;

function minuteOf(time: string): number | null {
  const match = TIME.exec(time);
  if (match === null) return null;
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2]);
}

function readHours(hours: Hours): Result<Week, IntervalFault> {
  const week = new Map<number, readonly Interval[]>();
  for (const [weekday, intervals] of Object.entries(hours)) {
    if (!/^[1-7]$/.test(weekday)) return err({ code: "hours_malformed", weekday, index: 0 });
    const read: Interval[] = [];
    for (const [index, [open, close]] of intervals.entries()) {
      const [from, to] = [minuteOf(open), minuteOf(close)];
      if (from === null || to === null) return err({ code: "hours_malformed", weekday, index });
      if (from >= to) return err({ code: "hours_backwards", weekday, index });
      if (from < (read.at(-1)?.[1] ?? 0)) return err({ code: "hours_overlap", weekday, index });
      read.push([from, to]);
    }
    if (read.length > 0) week.set(Number(weekday), read);
  }
  return ok(week);
}

/** Checks opening hours as typed in: `ok` with the same hours, or the first {@link HoursFault}. */
export function checkHours(hours: Hours): Result<Hours, HoursFault> {
  const read = readHours(hours);
  if (!read.ok) return read;
  return read.value.size === 0 ? err({ code: "hours_never_open" }) : ok(hours);
}

const weeks = new WeakMap<Hours, Week>();

function weekOf({ hours }: BusinessCalendar): Week {
  let week = weeks.get(hours);
  if (week === undefined) {
    const read = readHours(hours);
    if (!read.ok) throw new RangeError(`${read.error.code}: weekday ${read.error.weekday}, interval ${read.error.index}`);
    week = read.value;
    weeks.set(hours, week);
  }
  return week;
}

function intervalsOf(day: Day, calendar: BusinessCalendar, week: Week): readonly Interval[] {
  return calendar.holidays.has(day) ? [] : (week.get(weekdayOf(day)) ?? []);
}

type Openings = readonly (readonly [start: number, end: number])[];

/** The openings of the days a calendar was asked about; a calendar does not change. */
const known = new WeakMap<BusinessCalendar, Map<Day, Openings>>();
const MAX_DAYS = 20_000;

/** The openings of a day as [start, end) in milliseconds since 1970. */
function openings(day: Day, calendar: BusinessCalendar, week: Week): Openings {
  let days = known.get(calendar);
  if (days === undefined) known.set(calendar, (days = new Map()));
  let found = days.get(day);
  if (found === undefined) {
    found = intervalsOf(day, calendar, week).map(([open, close]) => [
      instantAt(day, open, calendar.zone).getTime(),
      instantAt(day, close, calendar.zone).getTime(),
    ]);
    if (days.size >= MAX_DAYS) days.clear();
    days.set(day, found);
  }
  return found;
}

/**
 * Days without an opening after which none will come: each closed week holds a holiday, and clock changes can swallow
 * the hours of at most one week besides.
 */
function closedDaysAtMost(calendar: BusinessCalendar): number {
  return 7 * (calendar.holidays.size + 2);
}

/**
 * The earliest instant by which `minutes` of opening time have passed since `from`; `from` itself for 0. When the
 * minutes end exactly at closing time that is the answer, not the next opening.
 * @param minutes 0 to 5,256,000, fractions allowed
 * @throws NeverOpenError when nothing opens any more, RangeError for malformed hours, zone or minutes
 */
export function addBusinessMinutes(from: Date, minutes: number, calendar: BusinessCalendar): Date {
  if (!(minutes >= 0 && minutes <= MAX_MINUTES)) throw new RangeError(`business minutes: ${minutes}`);
  const week = weekOf(calendar);
  let left = Math.round(minutes * 60_000);
  if (left === 0) return new Date(from);
  let closed = 0;
  for (let day = localDay(from, calendar.zone); closed <= closedDaysAtMost(calendar); day = addDays(day, 1)) {
    closed += 1;
    for (const [start, end] of openings(day, calendar, week)) {
      const begin = Math.max(start, from.getTime());
      if (begin >= end) continue;
      if (begin + left <= end) return new Date(begin + left);
      left -= end - begin;
      closed = 0;
    }
  }
  throw new NeverOpenError();
}

/**
 * Opening time between two instants in minutes, with fractions for seconds; negative when `to` is before `from`. Seen
 * from a calendar that never opens it is 0.
 */
export function businessMinutesBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  if (to < from) return -businessMinutesBetween(to, from, calendar);
  const week = weekOf(calendar);
  const last = localDay(to, calendar.zone);
  let ms = 0;
  for (let day = localDay(from, calendar.zone); day <= last; day = addDays(day, 1)) {
    for (const [start, end] of openings(day, calendar, week)) {
      ms += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
    }
  }
  return ms / 60_000;
}

/** True while the calendar is open: from the minute of opening to just before closing. */
export function isOpen(at: Date, calendar: BusinessCalendar): boolean {
  const ms = at.getTime();
  const day = localDay(at, calendar.zone);
  return openings(day, calendar, weekOf(calendar)).some(([start, end]) => start <= ms && ms < end);
}

/**
 * The same time of day on the `days`-th business day after the local day of `from`; a business day is one with opening
 * hours that is no holiday. From a Friday, 1 is Monday; from a Saturday too. 0 gives `from`.
 * @param days a whole number, 0 to 3,660
 * @throws NeverOpenError when no business day is left, RangeError for malformed hours, zone or days
 */
export function addBusinessDays(from: Date, days: number, calendar: BusinessCalendar): Date {
  if (!Number.isInteger(days) || days < 0 || days > MAX_BUSINESS_DAYS) throw new RangeError(`business days: ${days}`);
  const week = weekOf(calendar);
  if (days === 0) return new Date(from);
  let left = days;
  let closed = 0;
  let day = localDay(from, calendar.zone);
  while (left > 0) {
    day = addDays(day, 1);
    closed += 1;
    if (intervalsOf(day, calendar, week).length > 0) {
      left -= 1;
      closed = 0;
    } else if (closed > closedDaysAtMost(calendar)) throw new NeverOpenError();
  }
  return instantAt(day, minuteOfDay(from, calendar.zone), calendar.zone);
}
