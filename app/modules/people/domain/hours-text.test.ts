import { describe, expect, it } from "vitest";
import { readDayHours, readWeek, writeWeek } from "./hours-text.ts";

describe("opening hours as text", () => {
  it("reads several intervals, in any order and in the ways people write times", () => {
    expect(readDayHours("13h30 – 17:00, 9-12")).toEqual([["09:00", "12:00"], ["13:30", "17:00"]]);
    expect(readDayHours("0:00-24:00")).toEqual([["00:00", "24:00"]]);
    expect(readDayHours("  ")).toEqual([]);
  });

  it.each(["9", "25:00-26:00", "9-10-11", "morning", "9:75-10"])("does not guess at %j", (text) => expect(readDayHours(text)).toBeNull());

  it("names the weekdays that cannot be read", () => {
    expect(readWeek({ "1": "9-17", "3": "x", "7": "" })).toEqual({ hours: { "1": [["09:00", "17:00"]] }, faults: ["3"] });
  });

  it("writes what it reads", () => {
    const hours = { "1": [["09:00", "12:00"], ["13:30", "17:00"]], "7": [["10:00", "22:00"]] } as const;
    expect(readWeek(writeWeek(hours)).hours).toEqual(hours);
  });
});
