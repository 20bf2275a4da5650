import fc from "fast-check";
import { expect, test } from "vitest";
import { roundHalfAway, roundRatio } from "./rounding.ts";

test("halves go away from zero", () => {
  expect([-14.5, -0.5, 0.5, 14.5, 2.5].map((x) => roundHalfAway(x))).toEqual([-15, -1, 1, 15, 3]);
  expect([1.005, 84.45, -84.45].map((x, i) => roundHalfAway(x, i === 0 ? 2 : 1))).toEqual([1.01, 84.5, -84.5]);
});

test("nothing rounds to negative zero", () => {
  expect(Object.is(roundHalfAway(-0.4), 0)).toBe(true);
  expect(Object.is(roundHalfAway(-0), 0)).toBe(true);
  expect(Object.is(roundRatio(-1, 1000), 0)).toBe(true);
  expect(Object.is(roundRatio(0, -3), 0)).toBe(true);
});

test("very small, very large and non-finite numbers survive", () => {
  expect([1e-7, 1.5e21, 123456789.5, NaN, -Infinity].map((x) => roundHalfAway(x, 2))).toEqual([0, 1.5e21, 123456789.5, NaN, -Infinity]);
});

test("a ratio of counts is rounded exactly, half away from zero", () => {
  expect(roundRatio(-29, 2)).toBe(-15);
  expect(roundRatio(100 * (28 - 3), 30, 1)).toBe(83.3);
  expect(roundRatio(201, 200, 2)).toBe(1.01);
});

test("decimals out of range and a ratio over nothing are refused", () => {
  for (const digits of [-1, 0.5, 16, NaN]) {
    expect(() => roundHalfAway(1, digits)).toThrow(RangeError);
    expect(() => roundRatio(1, 3, digits)).toThrow(RangeError);
  }
  expect(() => roundRatio(1, 0)).toThrow(RangeError);
  expect(() => roundRatio(0.5, 1)).toThrow(RangeError);
});

const digits = fc.integer({ min: 0, max: 4 });

test("rounding a printed decimal equals the exact ratio", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }), digits, (units, places, kept) => {
      expect(roundHalfAway(Number(`${units}e-${places}`), kept)).toBe(roundRatio(units, 10 ** places, kept));
    }),
  );
});

test("the error is at most half of the last digit kept, and rounding is odd", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e4 }), digits, (top, bottom, kept) => {
      const shown = roundRatio(top, bottom, kept);
      expect(Math.abs(shown - top / bottom)).toBeLessThanOrEqual(0.5 * 10 ** -kept + 1e-9);
      expect(roundRatio(-top, bottom, kept) + shown).toBe(0);
    }),
  );
});
