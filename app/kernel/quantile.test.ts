import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median, medianDifference, quantile } from "./quantile.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const numbers = (least: number) => fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: least, maxLength: 60 });

describe("a quantile", () => {
  /** The twelve measurements of the NIST/SEMATECH e-Handbook, section 7.2.6.2, by the spreadsheet's definition. */
  test("of NIST's twelve measurements at 90 % is 95.1957", () => {
    const measured = [95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682];
    expect(quantile(measured, 0.9)).toBeCloseTo(95.19568, 10);
  });

  /** The example in R's and NumPy's documentation of the default definition: [1, 2, 3, 4] by quarters. */
  test("of 1 to 4 by quarters is 1, 1.75, 2.5, 3.25, 4, in any order given", () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([4, 1, 3, 2], p))).toEqual([1, 1.75, 2.5, 3.25, 4]);
  });

  test("of nothing is nothing, of one value that value; a share beyond 1 is refused", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect([0, 0.9, 1].map((p) => quantile([7], p))).toEqual([7, 7, 7]);
    for (const wrong of [-0.1, 1.1, NaN]) expect(() => quantile([1], wrong)).toThrow(RangeError);
  });

  test("lies between the ends, rises with the share, and leaves its input as it was", () => {
    fc.assert(
      fc.property(numbers(1), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p, q) => {
        const before = [...values];
        const [low, high] = [quantile(values, Math.min(p, q))!, quantile(values, Math.max(p, q))!];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(values).toEqual(before);
      }),
    );
  }, 60_000);
});

describe("the median with its interval", () => {
  /** Ranks at 95 % or more of the usual tables of intervals for a population median. */
  test.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [11, 2, 10],
    [12, 3, 10],
    [15, 4, 12],
    [17, 5, 13],
    [20, 6, 15],
  ])("of %i values runs from the %i. to the %i.", (n, low, high) => expect(median(upTo(n))).toMatchObject({ low, high, n, value: (n + 1) / 2 }));

  test("does not exist for fewer than six", () => {
    for (const n of [0, 1, 5]) expect(median(upTo(n))).toBeNull();
  });

  test("holds its level for any n: the ranks enclose at least 95 %, one rank further in fewer", () => {
    // An independent count with exact integers.
    const tails = (n: number, below: number) => {
      let [term, sum] = [1n, 0n];
      for (let k = 0n; k < BigInt(below); k += 1n) {
        sum += term;
        term = (term * (BigInt(n) - k)) / (k + 1n);
      }
      return sum;
    };
    for (const n of [6, 7, 13, 40, 101, 400]) {
      const rank = median(upTo(n))!.low;
      expect(40n * tails(n, rank)).toBeLessThanOrEqual(1n << BigInt(n));
      expect(40n * tails(n, rank + 1)).toBeGreaterThan(1n << BigInt(n));
    }
  });

  test("is near n/2 ± √n for many values, where powers of a half are no numbers any more", () => {
    const found = median(upTo(10_000))!;
    expect([found.low, found.high]).toEqual([4_902, 5_099]);
  });
});

describe("the difference of two medians", () => {
  test("is that of the medians, wider than either side alone, and turned round with its sides", () => {
    fc.assert(
      fc.property(numbers(6), numbers(6), (a, b) => {
        const [there, back] = [medianDifference(a, b)!, medianDifference(b, a)!];
        expect(there.value).toBe(median(a)!.value - median(b)!.value);
        expect(there.high - there.low).toBeGreaterThanOrEqual(Math.max(median(a)!.high - median(a)!.low, median(b)!.high - median(b)!.low) - 1e-9);
        expect(there.low).toBeCloseTo(-back.high, 9);
      }),
    );
  }, 60_000);

  test("with one side without spread is that side's distance from the other interval", () => {
    expect(medianDifference(upTo(10), new Array(10).fill(2) as number[])).toEqual({ value: 3.5, low: 0, high: 7 });
    expect(medianDifference(upTo(5), upTo(10))).toBeNull();
  });
});
