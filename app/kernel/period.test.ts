import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  instantAt,
  localDay,
  minuteOfDay,
  parseDay,
  quarterOf,
  rollingStart,
  startOfDay,
  weekdayOf,
  windowOf,
  type CalendarUnit,
} from "./period.ts";

const HCM = "Asia/Ho_Chi_Minh";
const kinds = ["day", "week", "month"] as const satisfies CalendarUnit["kind"][];
const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const anyKind = fc.constantFrom(...kinds);
const anyInstant = fc.date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2040-12-31T23:59:59.999Z"), noInvalidDate: true });
const anyDay = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** What the clock on the wall says, computed without the code under test. */
const wallDay = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
const utc = (text: string) => new Date(`${text}Z`);

describe("calendar days", () => {
  test("are read in ISO form and day first", () => {
    for (const text of ["2026-11-22", "22/11/2026", " 22/11/2026 "]) expect(parseDay(text)).toEqual({ ok: true, value: "2026-11-22" });
    expect(parseDay("2/9/2026")).toEqual({ ok: true, value: "2026-09-02" });
    expect(parseDay("29/02/2028")).toEqual({ ok: true, value: "2028-02-29" });
  });

  test("of other forms, and days no calendar has, are refused with a code", () => {
    expect(parseDay(" ")).toEqual({ ok: false, error: "day_empty" });
    for (const text of ["22-11-2026", "2026-1-2", "22/11/26", "20261122", "2026-11-22T00:00", "hôm nay"]) {
      expect(parseDay(text)).toEqual({ ok: false, error: "day_malformed" });
    }
    for (const text of ["2026-02-29", "30/02/2026", "11/22/2026", "2026-13-01", "0/1/2026", "0000-01-01"]) {
      expect(parseDay(text)).toEqual({ ok: false, error: "day_unknown" });
    }
  });

  test("add up like Temporal's plain dates", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const later = addDays(day, count);
        expect(later).toBe(Temporal.PlainDate.from(day).add({ days: count }).toString());
        expect(daysBetween(day, later)).toBe(count);
        expect(weekdayOf(day)).toBe(Temporal.PlainDate.from(day).dayOfWeek);
      }),
    );
  });

  test("that do not exist are no operands", () => {
    for (const day of ["2026-02-30", "2026-2-3", "", "22/11/2026"]) expect(() => addDays(day, 1)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
  });
});

describe("the local day", () => {
  test("turns at midnight in Ho Chi Minh City whatever the server's zone: 23:59:59.999 and 00:00:00.000", () => {
    expect(localDay(utc("2026-11-21T16:59:59.999"), HCM)).toBe("2026-11-21");
    expect(localDay(utc("2026-11-21T17:00:00.000"), HCM)).toBe("2026-11-22");
  });

  test("begins at 01:00 where midnight is missing", () => {
    expect(startOfDay("2015-10-18", "America/Sao_Paulo")).toEqual(utc("2015-10-18T03:00:00"));
    expect(localDay(utc("2015-10-18T02:59:59.999"), "America/Sao_Paulo")).toBe("2015-10-17");
    expect(localDay(utc("2015-10-18T03:00:00"), "America/Sao_Paulo")).toBe("2015-10-18");
  });

  test("goes from the 29th to the 31st where a day was skipped", () => {
    expect(localDay(utc("2011-12-30T09:59:59.999"), "Pacific/Apia")).toBe("2011-12-29");
    expect(localDay(utc("2011-12-30T10:00:00"), "Pacific/Apia")).toBe("2011-12-31");
    expect(startOfDay("2011-12-30", "Pacific/Apia")).toEqual(startOfDay("2011-12-31", "Pacific/Apia"));
  });

  test("never runs backwards where clocks go back over midnight", () => {
    const first = utc("2007-11-04T02:30:30");
    expect(localDay(first, "America/St_Johns")).toBe("2007-11-04");
    expect(localDay(new Date(first.getTime() + 60_000), "America/St_Johns")).toBe("2007-11-04");
    expect(wallDay(new Date(first.getTime() + 60_000), "America/St_Johns")).toBe("2007-11-03");
  });

  test("of an invalid date or in an unknown zone throws", () => {
    expect(() => localDay(new Date(NaN), HCM)).toThrow(RangeError);
    expect(() => localDay(new Date(0), "Mars/Olympus")).toThrow(RangeError);
    expect(() => startOfDay("2026-11-22", "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("windows", () => {
  const window = (kind: CalendarUnit["kind"], instant: Date, zone: string) => {
    const { key, start, end } = windowOf({ kind }, instant, zone);
    return [key, start.toISOString(), end.toISOString()];
  };

  test("are day, Monday week and month in the policy's zone", () => {
    const sunday = utc("2026-11-22T07:05:00");
    expect(window("day", sunday, HCM)).toEqual(["day:2026-11-22", "2026-11-21T17:00:00.000Z", "2026-11-22T17:00:00.000Z"]);
    expect(window("week", sunday, HCM)).toEqual(["week:2026-11-16", "2026-11-15T17:00:00.000Z", "2026-11-22T17:00:00.000Z"]);
    expect(window("month", sunday, HCM)).toEqual(["month:2026-11", "2026-10-31T17:00:00.000Z", "2026-11-30T17:00:00.000Z"]);
  });

  test("cross the year in one week: 2026-12-31 and 2027-01-01", () => {
    for (const day of ["2026-12-31", "2027-01-01"]) {
      expect(windowOf({ kind: "week" }, startOfDay(day, HCM), HCM).key).toBe("week:2026-12-28");
    }
  });

  test("of February end on the 28th or the 29th", () => {
    for (const [year, last] of [["2027", "2027-02-28"], ["2028", "2028-02-29"]] as const) {
      const { end } = windowOf({ kind: "month" }, startOfDay(`${year}-02-10`, HCM), HCM);
      expect(localDay(new Date(end.getTime() - 1), HCM)).toBe(last);
    }
  });

  test("have 25 and 23 hours on the days Berlin changes its clocks", () => {
    const hours = (day: string) => {
      const { start, end } = windowOf({ kind: "day" }, startOfDay(day, "Europe/Berlin"), "Europe/Berlin");
      return (end.getTime() - start.getTime()) / 3_600_000;
    };
    expect([hours("2026-10-25"), hours("2026-03-29"), hours("2026-07-01")]).toEqual([25, 23, 24]);
  });

  test("handed out are copies", () => {
    const at = utc("2026-11-22T07:05:00");
    windowOf({ kind: "day" }, at, HCM).start.setUTCFullYear(2000);
    expect(windowOf({ kind: "day" }, at, HCM).start.toISOString()).toBe("2026-11-21T17:00:00.000Z");
  });

  test("tile time in every zone: start ≤ t < end, each end is the next start, keys differ, and the wall clock agrees", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, anyKind, (zone, instant, kind) => {
        const here = windowOf({ kind }, instant, zone);
        expect(here.start <= instant && instant < here.end).toBe(true);
        const next = windowOf({ kind }, here.end, zone);
        expect(next.start).toEqual(here.end);
        expect(next.key > here.key).toBe(true);
        expect(windowOf({ kind }, here.start, zone)).toEqual(here);
        expect(windowOf({ kind }, new Date(here.end.getTime() - 1), zone)).toEqual(here);

        const wall = wallDay(instant, zone);
        const day = localDay(instant, zone);
        if (wall !== day) expect(wall < day && startOfDay(addDays(wall, 1), zone) <= instant).toBe(true);
        const monday = Temporal.PlainDate.from(day).subtract({ days: Temporal.PlainDate.from(day).dayOfWeek - 1 });
        expect(here.key).toBe({ day: `day:${day}`, week: `week:${monday}`, month: `month:${day.slice(0, 7)}` }[kind]);
      }),
      { numRuns: 400 },
    );
  });

  test("have keys that never fall as time goes on", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 100 * 86_400_000 }), anyKind, (zone, instant, ms, kind) => {
        const later = new Date(instant.getTime() + ms);
        expect(windowOf({ kind }, later, zone).key >= windowOf({ kind }, instant, zone).key).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("rolling: n·24 hours back from now, over clock changes too", () => {
    expect(rollingStart(utc("2026-10-26T12:00:00"), 30)).toEqual(utc("2026-09-26T12:00:00"));
  });
});

describe("the wall clock", () => {
  test("reaches a time that is skipped at the end of the gap, and one that comes twice the first time", () => {
    const berlin = "Europe/Berlin";
    for (const minutes of [120, 150, 180]) expect(instantAt("2026-03-29", minutes, berlin)).toEqual(utc("2026-03-29T01:00:00"));
    expect(instantAt("2026-10-25", 150, berlin)).toEqual(utc("2026-10-25T00:30:00"));
    expect(instantAt("2026-10-25", 180, berlin)).toEqual(utc("2026-10-25T02:00:00"));
  });

  test("shows the minutes since midnight, on days of 24, 23 and 25 hours and in minutes repeated over midnight", () => {
    expect(minuteOfDay(utc("2026-11-22T07:05:30"), HCM)).toBe(14 * 60 + 5.5);
    expect(minuteOfDay(utc("2026-03-29T01:30:00"), "Europe/Berlin")).toBe(3 * 60 + 30);
    expect(minuteOfDay(utc("2026-10-25T01:30:00"), "Europe/Berlin")).toBe(2 * 60 + 30);
    expect(minuteOfDay(utc("2007-11-04T02:31:30"), "America/St_Johns")).toBe(0);
  });

  test("moves with the minutes, from the day's start to the next day's start, in every zone", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }), (zone, instant, a, b) => {
        const day = localDay(instant, zone);
        const [early, late] = [instantAt(day, Math.min(a, b), zone), instantAt(day, Math.max(a, b), zone)];
        expect(early <= late).toBe(true);
        expect(early >= startOfDay(day, zone) && late <= startOfDay(addDays(day, 1), zone)).toBe(true);
      }),
    );
  });
});

describe("quarters", () => {
  test("every day lies in the one quarter that begins on the first of January, April, July or October and ends before the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays("1990-01-01", days);
        const { start, end } = quarterOf(day);
        expect(start <= day && day <= end).toBe(true);
        expect(["01-01", "04-01", "07-01", "10-01"]).toContain(start.slice(5));
        expect(quarterOf(addDays(end, 1)).start).toBe(addDays(end, 1));
        expect([90, 91, 92]).toContain(daysBetween(start, end) + 1);
      }),
    );
  });
});
