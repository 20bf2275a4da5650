import { describe, expect, it } from "vitest";
import { addDays, quarterOf } from "#kernel/period.ts";
import { holdsMonth, monthsBegun } from "./cycle-months.ts";

const cycle = { startDay: "2026-10-01", endDay: "2026-12-31" };

describe("the months of a cycle that have begun", () => {
  it("are none before it, each from its first day on, and no more than its own", () => {
    const begun = (today: string) => monthsBegun(cycle, today);
    expect(begun("2026-09-30")).toEqual([]);
    expect(begun("2026-10-01")).toEqual(["2026-10"]);
    expect(begun("2026-10-31")).toEqual(["2026-10"]);
    expect(begun("2026-11-01")).toEqual(["2026-10", "2026-11"]);
    expect(begun("2026-12-01")).toEqual(["2026-10", "2026-11", "2026-12"]);
    expect(begun("2027-02-01")).toEqual(["2026-10", "2026-11", "2026-12"]);
  });

  it("are on every day of four years those of the quarter up to the day's own", () => {
    for (let day = "2027-01-01"; day < "2031-01-01"; day = addDays(day, 1)) {
      const { start, end } = quarterOf(day);
      const months = monthsBegun({ startDay: start, endDay: end }, day);
      expect([months[0], months.at(-1)]).toEqual([start.slice(0, 7), day.slice(0, 7)]);
      expect(months).toHaveLength(((Number(day.slice(5, 7)) - 1) % 3) + 1);
      expect(months.every((month) => holdsMonth({ startDay: start, endDay: end }, month))).toBe(true);
    }
  });
});

it("a month is held by the cycle it lies in", () => {
  expect(["2026-09", "2026-10", "2026-12", "2027-01"].map((month) => holdsMonth(cycle, month))).toEqual([false, true, true, false]);
});
