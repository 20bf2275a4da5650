import { expect, it } from "vitest";
import { quarterToAsk } from "./loyal-quarter.ts";

it("everybody has to be asked of a quarter in its last thirty days, once", () => {
  expect(["2026-10-01", "2026-11-30"].map((day) => quarterToAsk(day, null, []))).toEqual([null, null]);
  expect(["2026-12-01", "2026-12-31"].map((day) => quarterToAsk(day, null, []))).toEqual(["2026-10-01", "2026-10-01"]);
  expect(quarterToAsk("2026-12-02", "2026-10-01", [])).toBeNull();
  expect(quarterToAsk("2026-12-02", "2026-07-01", [])).toBe("2026-10-01");
});

it("not where it was asked in the quarter, first and last day included; another quarter's asking is not this one's", () => {
  expect(["2026-10-01", "2026-12-31"].map((day) => quarterToAsk("2026-12-10", null, [day]))).toEqual([null, null]);
  expect(quarterToAsk("2026-12-10", null, ["2026-09-30", "2027-01-01"])).toBe("2026-10-01");
});
