import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BusinessCalendar } from "#kernel/business-time.ts";
import { addDays, daysBetween, weekdayOf } from "#kernel/period.ts";
import { type Aim, businessDaysAfter, dueFor, isAimedAt, monthsAfter, remindsOn } from "./due-days.ts";

const calendar: BusinessCalendar = {
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [["09:00", "17:00"]]])),
  holidays: new Set(["2026-12-25", "2027-01-01"]),
  zone: "Asia/Ho_Chi_Minh",
};
const ANYBODY: Aim = { roles: [], departments: [], sites: [], people: [], startedFrom: null };
const lan = { id: "lan", roles: ["frontline"], departments: ["SHOP", "RETAIL"], site: "HN-01", startedOn: "2026-11-02" };
const days = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays("2025-01-01", count));

describe("who is meant", () => {
  it("is everybody where nothing is named", () => expect(isAimedAt(ANYBODY, lan)).toBe(true));
  it.each<[Partial<Aim>, boolean]>([
    [{ roles: ["supervisor", "frontline"] }, true],
    [{ roles: ["manager"] }, false],
    [{ departments: ["RETAIL"] }, true],
    [{ departments: ["RETAIL"], sites: ["HN-02"] }, false],
    [{ people: ["an"] }, false],
    [{ startedFrom: "2026-11-02" }, true],
    [{ startedFrom: "2026-11-03" }, false],
  ])("%j: %s", (aim, meant) => expect(isAimedAt({ ...ANYBODY, ...aim }, lan)).toBe(meant));
  it("is nobody without a site where a site is named, and nobody without a known start where one is", () => {
    expect(isAimedAt({ ...ANYBODY, sites: ["HN-01"] }, { ...lan, site: null })).toBe(false);
    expect(isAimedAt({ ...ANYBODY, startedFrom: "2020-01-01" }, { ...lan, startedOn: null })).toBe(false);
  });
});

describe("days and months", () => {
  it.each([["2026-01-31", 1, "2026-02-28"], ["2028-01-31", 1, "2028-02-29"], ["2026-11-30", 3, "2027-02-28"], ["2026-08-31", 12, "2027-08-31"], ["2026-03-31", -1, "2026-02-28"]])("%s and %i months is %s", (day, months, then) => expect(monthsAfter(day, months)).toBe(then));

  it("never skips a month and never falls behind", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const then = monthsAfter(day, months);
        const count = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(count(then) - count(day)).toBe(months);
        expect(Number(then.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
        expect(monthsAfter(day, months + 1) > then).toBe(true);
      }),
    );
  });

  it("counts days of work only", () => {
    expect(businessDaysAfter("2026-12-24", 1, calendar)).toBe("2026-12-28");
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const due = businessDaysAfter(day, count, calendar);
        let worked = 0;
        for (let at = addDays(day, 1); at <= due; at = addDays(at, 1)) if (weekdayOf(at) < 6 && !calendar.holidays.has(at)) worked += 1;
        expect(worked).toBe(count);
        expect(weekdayOf(due)).toBeLessThan(6);
      }),
      { numRuns: 60 },
    );
  });
});

describe("when somebody must have finished", () => {
  const timing = { assignedOn: "2026-11-20", dueDays: 5, everyMonths: 12 };
  it("is so many days of work after the assignment, or after their own start", () => {
    expect(dueFor(timing, "2020-01-01", [], "2026-11-20", calendar)).toEqual({ state: "open", dueOn: "2026-11-27" });
    expect(dueFor(timing, "2026-12-01", [], "2026-11-20", calendar).dueOn).toBe("2026-12-08");
    expect(dueFor(timing, null, [], "2026-11-28", calendar).state).toBe("overdue");
  });
  it("comes again after the last certificate, at the end of a shorter month", () => {
    const held = [{ from: "2025-02-28", to: null }, { from: "2027-02-28", to: null }];
    expect(dueFor({ ...timing, everyMonths: 6 }, null, held, "2027-03-01", calendar)).toEqual({ state: "done", dueOn: "2027-08-28" });
    expect(dueFor({ ...timing, everyMonths: 6 }, null, held, "2027-08-01", calendar).state).toBe("open");
    expect(dueFor({ ...timing, everyMonths: 6 }, null, held, "2027-08-29", calendar).state).toBe("overdue");
  });
  it("comes again when a certificate runs out, also without recurrence", () => {
    expect(dueFor({ ...timing, everyMonths: null }, null, [{ from: "2026-01-01", to: "2026-12-10" }], "2026-11-25", calendar)).toEqual({ state: "open", dueOn: "2026-12-10" });
    expect(dueFor({ ...timing, everyMonths: null }, null, [{ from: "2026-01-01", to: null }], "2036-11-25", calendar)).toEqual({ state: "done", dueOn: null });
  });
});

it("reminds a week and a day before, on the day, and weekly for four weeks after", () => {
  const told = Array.from({ length: 60 }, (_, index) => addDays("2026-11-01", index)).filter((day) => remindsOn(day, "2026-11-20"));
  expect(told.map((day) => daysBetween("2026-11-20", day))).toEqual([-7, -1, 0, 7, 14, 21, 28]);
});
