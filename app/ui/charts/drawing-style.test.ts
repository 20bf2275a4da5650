import fc from "fast-check";
import { expect, it } from "vitest";
import { ticksBetween, ticksUpTo } from "./drawing-style.ts";

it("marks an axis in round steps up to the top", () => {
  expect(ticksUpTo(0.47)).toEqual([0, 0.2, 0.4, 0.6000000000000001]);
  expect(ticksUpTo(3_120_000)).toEqual([0, 1_000_000, 2_000_000, 3_000_000, 4_000_000]);
  expect(ticksUpTo(8_000_000)).toEqual([0, 2_000_000, 4_000_000, 6_000_000, 8_000_000]);
  expect(ticksUpTo(0)).toEqual([0, 1]);
});

it("reaches any top with three to six marks", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (top) => {
      const ticks = ticksUpTo(top);
      expect(ticks.at(-1) ?? 0).toBeGreaterThanOrEqual(top * 0.999_999);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});

it("encloses two ends in round steps, and gives room around equal ones", () => {
  expect(ticksBetween(78.7, 98.2)).toEqual([75, 80, 85, 90, 95, 100]);
  expect(ticksBetween(-13, 4)).toEqual([-15, -10, -5, 0, 5]);
  expect(ticksBetween(5, 5)).toEqual(expect.arrayContaining([5]));
  expect(ticksBetween(Infinity, -Infinity)).toEqual([0, 1]);
});
