import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessDays,
  addBusinessMinutes,
  businessMinutesBetween,
  checkHours,
  isOpen,
  NeverOpenError,
  type BusinessCalendar,
  type Hours,
} from "./business-time.ts";
import { addDays, localDay } from "./period.ts";

const HCM = "Asia/Ho_Chi_Minh";
const BERLIN = "Europe/Berlin";
const everyDay = (...intervals: [string, string][]): Hours =>
  Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((weekday) => [weekday, intervals]));
const office: Hours = { "1": [["09:00", "17:00"]], "2": [["09:00", "17:00"]], "3": [["09:00", "17:00"]], "4": [["09:00", "17:00"]], "5": [["09:00", "17:00"]], "6": [], "7": [] };
const shop = everyDay(["08:00", "12:00"], ["13:30", "22:00"]);
const roundTheClock = everyDay(["00:00", "24:00"]);
const calendar = (hours: Hours, holidays: string[] = [], zone = HCM): BusinessCalendar => ({ hours, holidays: new Set(holidays), zone });
const local = (text: string) => new Date(`${text}+07:00`);
const utc = (text: string) => new Date(`${text}Z`);

describe("adding business minutes", () => {
  test("Friday 16:30 + 60 with Monday–Friday 09:00–17:00 is Monday 09:30", () => {
    expect(addBusinessMinutes(local("2026-11-20T16:30"), 60, calendar(office))).toEqual(local("2026-11-23T09:30"));
  });

  test("11:45 + 60 with a 12:00–13:30 break is 14:15", () => {
    const withBreak = calendar(everyDay(["09:00", "12:00"], ["13:30", "17:00"]));
    expect(addBusinessMinutes(local("2026-11-20T11:45"), 60, withBreak)).toEqual(local("2026-11-20T14:15"));
  });

  test("Tết closes a week: the Friday before carries over to the Monday after", () => {
    const tet = ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"];
    expect(addBusinessMinutes(local("2026-02-13T16:30"), 60, calendar(office, tet))).toEqual(local("2026-02-23T09:30"));
  });

  test("begins at the next opening when it is closed, and keeps the seconds", () => {
    expect(addBusinessMinutes(local("2026-11-22T03:00"), 15, calendar(office))).toEqual(local("2026-11-23T09:15"));
    expect(addBusinessMinutes(local("2026-11-20T16:59:30"), 1, calendar(office))).toEqual(local("2026-11-23T09:00:30"));
  });

  test("ends at closing time when the minutes end there", () => {
    expect(addBusinessMinutes(local("2026-11-20T16:30"), 30, calendar(office))).toEqual(local("2026-11-20T17:00"));
  });

  test("nothing is the instant itself, open or closed", () => {
    const sunday = local("2026-11-22T03:00");
    expect(addBusinessMinutes(sunday, 0, calendar(office))).toEqual(sunday);
  });

  test("round the clock is plain addition, over clock changes too", () => {
    const from = utc("2026-10-24T20:00");
    expect(addBusinessMinutes(from, 24 * 60, calendar(roundTheClock, [], BERLIN))).toEqual(utc("2026-10-25T20:00"));
  });

  test("a night shift gains the repeated hour in autumn and loses the skipped one in spring", () => {
    const night = calendar(everyDay(["00:00", "06:00"]), [], BERLIN);
    expect(addBusinessMinutes(utc("2026-10-24T22:00"), 7 * 60, night)).toEqual(utc("2026-10-25T05:00"));
    expect(addBusinessMinutes(utc("2026-03-28T23:00"), 5 * 60, night)).toEqual(utc("2026-03-29T04:00"));
    expect(addBusinessMinutes(utc("2026-03-28T23:00"), 6 * 60, night)).toEqual(utc("2026-03-29T23:00"));
  });

  test("hours that a clock change swallows are made up for a week later", () => {
    const sundays = calendar({ "7": [["02:00", "03:00"]] }, [], BERLIN);
    expect(addBusinessMinutes(utc("2026-03-28T12:00"), 30, sundays)).toEqual(utc("2026-04-05T00:30"));
  });

  test("a day a zone skipped has no hours", () => {
    expect(addBusinessMinutes(utc("2011-12-30T02:30"), 60, calendar(everyDay(["09:00", "17:00"]), [], "Pacific/Apia"))).toEqual(
      utc("2011-12-30T19:30"),
    );
  });

  test("for a calendar that never opens throws instead of looping", () => {
    const tuesdays = Array.from({ length: 500 }, (_, week) => addDays("2026-11-24", 7 * week));
    const from = local("2026-11-20T16:30");
    expect(() => addBusinessMinutes(from, 1, calendar({}))).toThrow(NeverOpenError);
    expect(() => addBusinessDays(from, 1, calendar({ "1": [] }))).toThrow(NeverOpenError);
    expect(addBusinessMinutes(from, 1, calendar({ "2": [["09:00", "10:00"]] }, tuesdays))).toEqual(local(`${addDays("2026-11-24", 3500)}T09:01`));
    expect(isOpen(from, calendar({}))).toBe(false);
    expect(businessMinutesBetween(from, local("2026-11-24T10:00"), calendar({}))).toBe(0);
  });

  test("refuses minutes that make no sense", () => {
    for (const minutes of [-1, NaN, Infinity, 5_256_001]) {
      expect(() => addBusinessMinutes(local("2026-11-20T16:30"), minutes, calendar(office))).toThrow(RangeError);
    }
  });
});

describe("counting business minutes", () => {
  test("leaves out the break, the night and the weekend", () => {
    expect(businessMinutesBetween(local("2026-11-20T11:00"), local("2026-11-20T14:00"), calendar(shop))).toBe(90);
    expect(businessMinutesBetween(local("2026-11-20T16:30"), local("2026-11-23T09:30"), calendar(office))).toBe(60);
    expect(businessMinutesBetween(local("2026-11-21T09:00"), local("2026-11-22T17:00"), calendar(office))).toBe(0);
  });

  test("backwards is negative", () => {
    expect(businessMinutesBetween(local("2026-11-23T09:30"), local("2026-11-20T16:30"), calendar(office))).toBe(-60);
  });
});

test("a place is open from the minute of opening to just before closing, and closed on holidays", () => {
  const place = calendar(shop, ["2026-11-23"]);
  const open = (text: string) => isOpen(local(text), place);
  expect([open("2026-11-22T07:59:59.999"), open("2026-11-22T08:00"), open("2026-11-22T11:59:59.999"), open("2026-11-22T12:00")]).toEqual([false, true, true, false]);
  expect(open("2026-11-23T09:00")).toBe(false);
  expect(isOpen(local("2026-11-22T23:59:59.999"), calendar(roundTheClock))).toBe(true);
});

describe("adding business days", () => {
  test("keeps the time of day and passes weekends and holidays", () => {
    expect(addBusinessDays(local("2026-11-20T16:30"), 3, calendar(office))).toEqual(local("2026-11-25T16:30"));
    expect(addBusinessDays(local("2026-11-21T10:00"), 1, calendar(office))).toEqual(local("2026-11-23T10:00"));
    expect(addBusinessDays(local("2026-02-13T10:15"), 1, calendar(office, ["2026-02-16"]))).toEqual(local("2026-02-17T10:15"));
    expect(addBusinessDays(local("2026-02-13T10:15"), 0, calendar(office))).toEqual(local("2026-02-13T10:15"));
  });

  test("keeps the wall clock's time over a clock change, from and to the day of the change", () => {
    const place = calendar(everyDay(["08:00", "20:00"]), [], BERLIN);
    expect(addBusinessDays(utc("2026-10-24T10:30:15"), 1, place)).toEqual(utc("2026-10-25T11:30:15"));
    expect(addBusinessDays(utc("2026-10-25T11:30:15"), 1, place)).toEqual(utc("2026-10-26T11:30:15"));
  });

  test("refuses days that make no sense", () => {
    for (const days of [-1, 0.5, NaN, 3661]) expect(() => addBusinessDays(local("2026-11-20T16:30"), days, calendar(office))).toThrow(RangeError);
  });
});

describe("checking opening hours", () => {
  test("takes several intervals a day, touching ones, midnight and weekdays left out", () => {
    for (const hours of [office, shop, roundTheClock, { "1": [["09:00", "12:00"], ["12:00", "24:00"]] } satisfies Hours]) {
      expect(checkHours(hours)).toEqual({ ok: true, value: hours });
    }
  });

  test("says what is wrong and where", () => {
    const fault = (hours: Hours) => checkHours(hours);
    expect(fault({ "1": [["09:00", "17:00"]], "2": [["9:00", "17:00"]] })).toEqual({ ok: false, error: { code: "hours_malformed", weekday: "2", index: 0 } });
    for (const time of ["24:01", "25:00", "09:60", "", "0900"]) expect(fault({ "1": [["00:00", time]] })).toMatchObject({ error: { code: "hours_malformed" } });
    expect(fault({ "5": [["17:00", "09:00"]] })).toMatchObject({ error: { code: "hours_backwards", weekday: "5", index: 0 } });
    expect(fault({ "5": [["09:00", "09:00"]] })).toMatchObject({ error: { code: "hours_backwards" } });
    expect(fault({ "5": [["09:00", "12:00"], ["11:00", "13:00"]] })).toMatchObject({ error: { code: "hours_overlap", index: 1 } });
    expect(fault({ "8": [["09:00", "12:00"]] } as Hours)).toMatchObject({ error: { code: "hours_malformed", weekday: "8" } });
    expect(fault({ "1": [] })).toEqual({ ok: false, error: { code: "hours_never_open" } });
  });

  test("hours that were never checked are refused when used", () => {
    expect(() => isOpen(local("2026-11-20T16:30"), calendar({ "5": [["17:00", "09:00"]] }))).toThrow(RangeError);
  });
});

describe("for every calendar, zone and instant", () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 }).map((quarters) => {
    const text = quarters.sort((a, b) => a - b).map((n) => `${String(Math.floor(n / 4)).padStart(2, "0")}:${String((n % 4) * 15).padStart(2, "0")}`);
    return Array.from({ length: Math.floor(text.length / 2) }, (_, i) => [text[2 * i]!, text[2 * i + 1]!] as [string, string]);
  });
  const anyHours = fc.dictionary(fc.constantFrom("1", "2", "3", "4", "5", "6", "7"), times, { minKeys: 1 }) as fc.Arbitrary<Hours>;
  const anyInstant = fc.date({ min: new Date("1995-01-01T00:00:00Z"), max: new Date("2035-01-01T00:00:00Z"), noInvalidDate: true });
  const anyCalendar = (from: Date) =>
    fc
      .record({
        hours: anyHours,
        zone: fc.constantFrom(HCM, BERLIN, "America/Sao_Paulo", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "Australia/Lord_Howe"),
        closed: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }),
      })
      .map(({ hours, zone, closed }) => calendar(hours, closed.map((days) => addDays(localDay(from, zone), days)), zone));
  const situation = anyInstant.chain((from) => fc.tuple(fc.constant(from), anyCalendar(from)));
  const anyMinutes = fc.integer({ min: 0, max: 10_000 });

  test("the minutes between an instant and itself plus m are m", () => {
    fc.assert(
      fc.property(situation, anyMinutes, ([from, place], minutes) => {
        expect(businessMinutesBetween(from, addBusinessMinutes(from, minutes, place), place)).toBe(minutes);
      }),
      { numRuns: 300 },
    );
  });

  test("adding in two steps is adding at once, and a due time is open or a closing time", () => {
    fc.assert(
      fc.property(situation, anyMinutes, fc.integer({ min: 1, max: 5_000 }), ([from, place], a, b) => {
        const due = addBusinessMinutes(from, a + b, place);
        expect(addBusinessMinutes(addBusinessMinutes(from, a, place), b, place)).toEqual(due);
        expect(isOpen(new Date(due.getTime() - 1), place)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("minutes add up over any point between, and count as the open minutes one by one", () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), ([at, place], a, b) => {
        const from = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const after = (minutes: number) => new Date(from.getTime() + minutes * 60_000);
        const whole = businessMinutesBetween(from, after(a + b), place);
        expect(businessMinutesBetween(from, after(a), place) + businessMinutesBetween(after(a), after(a + b), place)).toBeCloseTo(whole, 9);
        let counted = 0;
        for (let minute = 0; minute < a + b; minute++) if (isOpen(after(minute), place)) counted += 1;
        expect(Math.abs(counted - whole)).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
