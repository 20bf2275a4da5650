import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excludesZero } from "./interval.ts";
import { proportionDifference, wilson } from "./proportion.ts";
import { roundHalfAway } from "./rounding.ts";

const rounded = (value: number | undefined, digits = 4) => roundHalfAway(value ?? NaN, digits);
const counts = fc.integer({ min: 1, max: 500 }).chain((n) => fc.record({ hits: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

describe("a share with its score interval", () => {
  /** Newcombe, Statistics in Medicine 1998; 17:857–872, table I, method 3. */
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i lies between %d and %d, as in Newcombe's table", (hits, n, low, high) => {
    const found = wilson({ hits, n });
    expect([rounded(found?.low), rounded(found?.high)]).toEqual([low, high]);
  });

  test("28 of 30 is at least 78.7 %, 58 of 60 at least 88.6 %", () => {
    expect([wilson({ hits: 28, n: 30 }), wilson({ hits: 58, n: 60 })].map((found) => rounded((found?.low ?? NaN) * 100, 1))).toEqual([78.7, 88.6]);
  });

  test("nothing is said of no cases, and what are no counts is refused", () => {
    expect(wilson({ hits: 0, n: 0 })).toBeNull();
    for (const wrong of [{ hits: 3, n: 2 }, { hits: -1, n: 2 }, { hits: 0.5, n: 2 }, { hits: NaN, n: 2 }]) expect(() => wilson(wrong)).toThrow(RangeError);
  });

  test("encloses the share, stays within 0 and 1, and mirrors when hits and misses change places", () => {
    fc.assert(
      fc.property(counts, ({ hits, n }) => {
        const found = wilson({ hits, n })!;
        const mirror = wilson({ hits: n - hits, n })!;
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeCloseTo(1 - mirror.high, 12);
      }),
    );
  }, 60_000);

  test("one hit more never lowers the bound, one miss more never raises it", () => {
    fc.assert(
      fc.property(counts, ({ hits, n }) => {
        const low = wilson({ hits, n })!.low;
        expect(wilson({ hits: hits + 1, n: n + 1 })!.low).toBeGreaterThanOrEqual(low);
        expect(wilson({ hits, n: n + 1 })!.low).toBeLessThanOrEqual(low);
      }),
    );
  }, 60_000);
});

describe("the difference of two shares", () => {
  /** Newcombe, Statistics in Medicine 1998; 17:873–890, table II, method 10. */
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("%i/%i − %i/%i lies between %d and %d, as in Newcombe's table", (a, m, b, n, low, high) => {
    const found = proportionDifference({ hits: a, n: m }, { hits: b, n });
    expect([rounded(found?.low), rounded(found?.high)]).toEqual([low, high]);
  });

  test("is turned round with its sides, and unsaid where a side is empty", () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [there, back] = [proportionDifference(a, b)!, proportionDifference(b, a)!];
        expect([there.low + back.high, there.high + back.low, there.value + back.value].map((sum) => Math.abs(sum) < 1e-12)).toEqual([true, true, true]);
        expect(excludesZero(there)).toBe(excludesZero(back));
      }),
    );
    expect(proportionDifference({ hits: 1, n: 2 }, { hits: 0, n: 0 })).toBeNull();
  }, 60_000);
});
