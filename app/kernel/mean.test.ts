import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FOUR_AT_ONCE, mean, meanDifference, studentPoint } from "./mean.ts";

/** Student's own data: additional hours of sleep under two drugs (Biometrika 1908; 6:1–25). */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const numbers = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 2, maxLength: 40 });

test("the points of Student's t are those of the tables, between whole degrees too", () => {
  const table = [[1, 12.7062], [2, 4.3027], [3, 3.1824], [4, 2.7764], [5, 2.5706], [10, 2.2281], [30, 2.0423], [120, 1.9799], [1e7, 1.96]] as const;
  for (const [freedom, point] of table) expect(studentPoint(freedom), String(freedom)).toBeCloseTo(point, 3);
  expect(studentPoint(17.776)).toBeCloseTo(2.1028, 3);
  const points = Array.from({ length: 200 }, (_, index) => studentPoint(1 + index / 4));
  expect(points.every((point, index) => index === 0 || point < (points[index - 1] ?? 0))).toBe(true);
});

test("the points for four comparisons at once are those of Bonferroni's t table", () => {
  for (const [freedom, point] of [[5, 3.81], [10, 3.04], [20, 2.74], [30, 2.66], [1e7, 2.498]] as const) expect(studentPoint(freedom, FOUR_AT_ONCE), String(freedom)).toBeCloseTo(point, 2);
  expect(studentPoint(1, FOUR_AT_ONCE)).toBeCloseTo(50.92, 2);
});

describe("the difference of two means", () => {
  /** What R's t.test(extra ~ group, data = sleep) answers: −3.3654832 to 0.2054832 with 17.776 degrees of freedom. */
  test("of Student's sleep data is that of the textbooks", () => {
    const found = meanDifference(FIRST, SECOND);
    expect(found?.value).toBeCloseTo(-1.58, 10);
    expect(found?.low).toBeCloseTo(-3.3654832, 3);
    expect(found?.high).toBeCloseTo(0.2054832, 3);
  });

  test("is turned round with its sides, moves with its values, and has no width without spread", () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: -50, max: 50 }), (a, b, shift) => {
        const [there, back, moved] = [meanDifference(a, b)!, meanDifference(b, a)!, meanDifference(a.map((x) => x + shift), b)!];
        expect(there.low).toBeCloseTo(-back.high, 6);
        expect(moved.low - there.low).toBeCloseTo(shift, 6);
        expect(there.low).toBeLessThanOrEqual(there.value + 1e-9);
      }),
    );
    expect(meanDifference([2, 2], [1, 1])).toEqual({ value: 1, low: 1, high: 1 });
    expect(meanDifference([2], [1, 1])).toBeNull();
  }, 60_000);
});

test("a mean of one value has no interval; of Student's first drug it is 0.75 ± 1.28", () => {
  expect(mean([4])).toBeNull();
  const found = mean(FIRST)!;
  expect(found.value).toBeCloseTo(0.75, 10);
  expect([found.low, found.high].map((end) => Math.round(end * 100) / 100)).toEqual([-0.53, 2.03]);
});
