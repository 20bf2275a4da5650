import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "#kernel/period.ts";
import { monthsAfter } from "./due-days.ts";
import { endsSoon, isValid, validityOf } from "./validity.ts";

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));

it("ends on the last day of a shorter month", () => {
  expect(monthsAfter("2026-01-31", 1)).toBe("2026-02-28");
  expect(monthsAfter("2028-01-31", 1)).toBe("2028-02-29");
  expect(monthsAfter("2026-08-31", 6)).toBe("2027-02-28");
  expect(monthsAfter("2026-11-26", 12)).toBe("2027-11-26");
  expect(monthsAfter("2026-12-15", 1)).toBe("2027-01-15");
});

it("counts months by the calendar, never less than 28 days each nor more than 31, and in order", () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 60 }), (one, other, months) => {
      const length = daysBetween(one, monthsAfter(one, months));
      expect(length >= 28 * months && length <= 31 * months).toBe(true);
      if (one <= other) expect(monthsAfter(one, months) <= monthsAfter(other, months)).toBe(true);
    }),
  );
});

it("begins on the local day: late in the evening of Hanoi is that day, not the day of Greenwich", () => {
  expect(validityOf(new Date("2026-11-26T16:59:00Z"), 12, "Asia/Ho_Chi_Minh")).toEqual({ validFrom: "2026-11-26", validTo: "2027-11-26" });
  expect(validityOf(new Date("2026-11-26T17:00:00Z"), null, "Asia/Ho_Chi_Minh")).toEqual({ validFrom: "2026-11-27", validTo: null });
});

it("holds until the day before its end, and not once revoked", () => {
  const held = { validFrom: "2026-01-10", validTo: "2026-07-10", revoked: false };
  expect([isValid(held, "2026-01-09"), isValid(held, "2026-01-10"), isValid(held, "2026-07-09"), isValid(held, "2026-07-10")]).toEqual([false, true, true, false]);
  expect(isValid({ ...held, revoked: true }, "2026-02-01")).toBe(false);
  expect([endsSoon(held, "2026-06-09"), endsSoon(held, "2026-06-10"), endsSoon(held, "2026-07-10")]).toEqual([false, true, false]);
});
