import { expect, it } from "vitest";
import { mayMark, mondayOf, readWeek } from "./week.ts";

it("a week is named by its Monday", () => {
  expect(["2026-11-23", "2026-11-26", "2026-11-29"].map(mondayOf)).toEqual(["2026-11-23", "2026-11-23", "2026-11-23"]);
  expect([readWeek("2026-11-23"), readWeek("2026-11-24"), readWeek("x"), readWeek(null)]).toEqual(["2026-11-23", null, null, null]);
});

it("a talk is marked on a day of its week or the next, never ahead", () => {
  expect(mayMark("2026-11-23", "2026-11-23", "2026-11-26")).toBe(true);
  expect(mayMark("2026-11-27", "2026-11-23", "2026-11-26")).toBe(false);
  expect(mayMark("2026-11-22", "2026-11-23", "2026-11-26")).toBe(false);
  expect(mayMark("2026-12-06", "2026-11-23", "2026-12-20")).toBe(true);
  expect(mayMark("2026-12-07", "2026-11-23", "2026-12-20")).toBe(false);
});
