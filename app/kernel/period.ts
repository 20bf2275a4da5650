import { Temporal } from "temporal-polyfill";
import { err, ok, type Result } from "./result.ts";

/** A calendar day, "YYYY-MM-DD", of years 0001 to 9999; later days are greater as text. */
export type Day = string;

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function utcOf(day: Day): number {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const ms = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  if (Number.isNaN(ms) || Number(year) < 1 || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`not a calendar day: ${day}`);
  }
  return ms;
}

function dayOfUtc(ms: number): Day {
  const day = new Date(ms).toISOString().slice(0, 10);
  if (!DAY.test(day) || day < "0001") throw new RangeError(`outside the years 1 to 9999: ${ms} ms`);
  return day;
}

/** Whether a text is a day as it is stored, `2026-11-22`, that a calendar has. */
export function isDay(text: string): boolean {
  return DAY.test(text) && parseDay(text).ok;
}

/**
 * A calendar day from `2026-11-22`, or day first, `22/11/2026` or `2/9/2026`. White space around it is ignored.
 * @returns the day, `day_empty`, `day_malformed` for another form, or `day_unknown` for one that no calendar has (30/02)
 */
export function parseDay(text: string): Result<Day, "day_empty" | "day_malformed" | "day_unknown"> {
  const typed = text.trim();
  if (typed === "") return err("day_empty");
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const day = year === undefined ? typed : `${year}-${(month ?? "").padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`;
  if (!DAY.test(day)) return err("day_malformed");
  try {
    return ok(dayOfUtc(utcOf(day)));
  } catch {
    return err("day_unknown");
  }
}

/** The day `count` calendar days after `day` (before it, if negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfUtc(utcOf(day) + count * DAY_MS);
}

/** Calendar days from `from` to `to`: 1 from a day to the next, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return (utcOf(to) - utcOf(from)) / DAY_MS;
}

/** ISO weekday of a day: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (new Date(utcOf(day)).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Zone arithmetic costs tens of microseconds; the days of a zone are therefore kept, up to these bounds. */
const MAX_DAYS = 20_000;
const MAX_ZONES = 600;

interface ZoneDays {
  readonly starts: Map<Day, number>;
  /** by number of 24-hour stretches of UTC since 1970: the local days that touch it, in order, with their ends */
  readonly stretches: Map<number, readonly { readonly day: Day; readonly end: number }[]>;
  readonly windows: Map<string, { readonly key: string; readonly start: number; readonly end: number }>;
}
const zones = new Map<string, ZoneDays>();

function zoneDays(zone: string): ZoneDays {
  let days = zones.get(zone);
  if (days === undefined) {
    if (zones.size >= MAX_ZONES) zones.clear();
    days = { starts: new Map(), stretches: new Map(), windows: new Map() };
    zones.set(zone, days);
  }
  return days;
}

function startMs(day: Day, zone: string): number {
  const { starts } = zoneDays(zone);
  let start = starts.get(day);
  if (start === undefined) {
    start = Temporal.PlainDate.from(dayOfUtc(utcOf(day))).toZonedDateTime(zone).epochMilliseconds;
    remember(starts, day, start);
  }
  return start;
}

/**
 * The first instant of a day in a zone: midnight, or where the clocks skip midnight the first instant after the gap. A
 * day that a zone skipped altogether begins when the next one does, and is empty.
 * @throws RangeError for an unknown zone or a day no calendar has
 */
export function startOfDay(day: Day, zone: string): Date {
  return new Date(startMs(day, zone));
}

/**
 * The local day of an instant: the last day that has begun in the zone. Where clocks go back over midnight, the
 * repeated minutes belong to the day that had already begun, so days never run backwards.
 * @throws RangeError for an invalid date or an unknown zone
 */
export function localDay(instant: Date, zone: string): Day {
  const ms = instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError("not an instant");
  const { stretches } = zoneDays(zone);
  const index = Math.floor(ms / DAY_MS);
  let stretch = stretches.get(index);
  if (stretch === undefined) {
    stretch = daysTouching(index * DAY_MS, zone);
    remember(stretches, index, stretch);
  }
  for (const { day, end } of stretch) if (ms < end) return day;
  throw new RangeError(`no local day in ${zone} for ${instant.toISOString()}`);
}

function daysTouching(from: number, zone: string): { readonly day: Day; readonly end: number }[] {
  const days = [];
  let day = dayOfUtc(from - DAY_MS);
  for (let end = -Infinity; end < from + DAY_MS; day = addDays(day, 1)) {
    end = startMs(addDays(day, 1), zone);
    days.push({ day, end });
  }
  return days;
}

function remember<K, V>(cache: Map<K, V>, key: K, value: V): void {
  if (cache.size >= MAX_DAYS) cache.clear();
  cache.set(key, value);
}

/** The calendar windows a budget or a measure may use; weeks begin on Monday. */
export interface CalendarUnit {
  readonly kind: "day" | "week" | "month";
}

/** A window: start ≤ instant < end. Keys of one kind rise with time as text. */
export interface CalendarWindow {
  /** `day:2026-11-22`, `week:2026-11-16` (its Monday) or `month:2026-11` */
  readonly key: string;
  readonly start: Date;
  readonly end: Date;
}

/**
 * The calendar window around an instant in a zone. Windows of one kind tile time: none overlap, none leave a gap, and
 * days of 23 or 25 hours come out as they are.
 */
export function windowOf(unit: CalendarUnit, instant: Date, zone: string): CalendarWindow {
  const day = localDay(instant, zone);
  const { windows } = zoneDays(zone);
  const name = `${unit.kind}:${day}`;
  let window = windows.get(name);
  if (window === undefined) {
    const [first, next, label] = bounds(unit.kind, day);
    window = { key: `${unit.kind}:${label}`, start: startMs(first, zone), end: startMs(next, zone) };
    remember(windows, name, window);
  }
  return { key: window.key, start: new Date(window.start), end: new Date(window.end) };
}

function bounds(kind: CalendarUnit["kind"], day: Day): readonly [first: Day, next: Day, label: string] {
  if (kind === "day") return [day, addDays(day, 1), day];
  if (kind === "week") {
    const monday = addDays(day, 1 - weekdayOf(day));
    return [monday, addDays(monday, 7), monday];
  }
  const first = `${day.slice(0, 7)}-01`;
  return [first, `${addDays(first, 31).slice(0, 7)}-01`, day.slice(0, 7)];
}

/** First and last day of the quarter of the calendar a day lies in. */
export function quarterOf(day: Day): { readonly start: Day; readonly end: Day } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month - ((month - 1) % 3);
  const start = `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
  const next = first === 10 ? `${year + 1}-01-01` : `${day.slice(0, 4)}-${String(first + 3).padStart(2, "0")}-01`;
  return { start, end: addDays(next, -1) };
}

/** Where a rolling window of n·24 hours begins: the window is (rollingStart, now], its start left out, `now` included. */
export function rollingStart(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

/**
 * The first instant of `day` at which the wall clock has reached `minutes` after midnight (1440: when the next day
 * begins). A time the clocks skip is reached at the end of the gap; of a time that comes twice the first counts.
 */
export function instantAt(day: Day, minutes: number, zone: string): Date {
  const start = startMs(day, zone);
  const end = startMs(addDays(day, 1), zone);
  if (minutes <= 0) return new Date(start);
  if (minutes >= 1440) return new Date(end);
  if (end - start === DAY_MS) return new Date(start + minutes * 60_000);
  return new Date(Math.min(end, Math.max(start, clockMs(day, minutes, zone))));
}

function clockMs(day: Day, minutes: number, zone: string): number {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime().add({ milliseconds: Math.round(minutes * 60_000) });
  const zoned = wall.toZonedDateTime(zone);
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds;
  const gapEnd = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  return (gapEnd ?? zoned).epochMilliseconds;
}

/** Minutes after midnight on the wall clock of a zone, seconds as a fraction; 0 in minutes repeated over midnight. */
export function minuteOfDay(instant: Date, zone: string): number {
  const day = localDay(instant, zone);
  const start = startMs(day, zone);
  if (startMs(addDays(day, 1), zone) - start === DAY_MS) return (instant.getTime() - start) / 60_000;
  const wall = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  if (wall.toPlainDate().toString() !== day) return 0;
  return wall.since(Temporal.PlainDate.from(day).toPlainDateTime()).total("minutes");
}
