import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, quantile } from "#kernel/quantile.ts";
import { roundHalfAway } from "#kernel/rounding.ts";
import { quantileOfCounts } from "./histogram.ts";
import { addTallies, EMPTY, figureOf, type Tally, tallyOf, tallyOfValues } from "./tally.ts";

const round = (value: number | null | undefined, digits = 0) => roundHalfAway(value ?? NaN, digits);

describe("figures from counts", () => {
  it("two promoters, four passives and a detractor are 14, not 15", () => {
    expect(round(figureOf({ kind: "nps" }, tallyOf({ hits: 2, passives: 4, detractors: 1 })).value)).toBe(14);
  });

  it("50, 30 and 20 are 30", () => {
    expect(figureOf({ kind: "enps" }, tallyOf({ hits: 50, passives: 30, detractors: 20 }))).toMatchObject({ value: 30, n: 100 });
  });

  it("28 of 30 lie between 78.7 and 98.2 (Wilson)", () => {
    const { interval } = figureOf({ kind: "rate" }, tallyOf({ hits: 28, n: 30 }));
    expect([round(interval?.low, 1), round(interval?.high, 1)]).toEqual([78.7, 98.2]);
  });

  it("effort by its three conventions: mean 4.08, 46 % of 5 to 7, net −13", () => {
    const answers = tallyOfValues({ 1: 80, 2: 210, 3: 140, 4: 110, 5: 160, 6: 180, 7: 120 });
    expect(round(figureOf({ kind: "ces", convention: "mean" }, answers).value, 2)).toBe(4.08);
    expect(figureOf({ kind: "ces", convention: "percent_5_7" }, answers).value).toBe(46);
    expect(round(figureOf({ kind: "ces", convention: "net" }, answers).value)).toBe(-13);
  });

  it("nobody asked is no figure, whatever is measured", () => {
    for (const kind of ["nps", "enps", "csat", "ces", "fcr", "rate", "mean", "median", "duration", "sum", "count"] as const) expect(figureOf({ kind }, EMPTY).value).toBeNull();
    expect(figureOf({ kind: "rate" }, tallyOf({ hits: 0, n: 0 })).value).toBeNull();
  });

  it("without cases only a count has a figure, and never n = 0 beside it", () => {
    const none = tallyOf({ squares: 0, histogram: {} });
    for (const kind of ["nps", "enps", "csat", "ces", "fcr", "rate", "mean", "median", "duration", "sum"] as const) expect(figureOf({ kind }, none)).toEqual({ value: null, n: 0, interval: null, p90: null });
    expect(figureOf({ kind: "count" }, none)).toMatchObject({ value: 0, n: 1 });
  });

  it("a count of nothing that was reported is 0; one that was not reported is none", () => {
    expect(figureOf({ kind: "count" }, tallyOf({ total: 0 })).value).toBe(0);
    expect(figureOf({ kind: "count" }, EMPTY).value).toBeNull();
  });

  it("medians of parts are not joined; values are", () => {
    const stated = tallyOf({ n: 10, total: 120 });
    expect(figureOf({ kind: "median" }, stated).value).toBe(12);
    expect(figureOf({ kind: "median" }, addTallies(stated, stated)).value).toBeNull();
    expect(figureOf({ kind: "duration" }, addTallies(tallyOfValues({ 1: 1, 3: 1 }), tallyOfValues({ 2: 1 }))).value).toBe(2);
  });
});

const part = fc.record({ hits: fc.nat(50), misses: fc.nat(50) }).map(({ hits, misses }): Tally => tallyOf({ hits, n: hits + misses }));
const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
const counted = (list: readonly number[]) => {
  const histogram: Record<string, number> = {};
  for (const value of list) histogram[value] = (histogram[value] ?? 0) + 1;
  return tallyOfValues(histogram);
};

describe("what always holds", () => {
  it("counts add up over any partition, in any order", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat(12), (parts, cut) => {
        const sum = (list: readonly Tally[]) => list.reduce(addTallies, EMPTY);
        const whole = figureOf({ kind: "rate" }, sum(parts));
        expect(figureOf({ kind: "rate" }, addTallies(sum(parts.slice(0, cut)), sum(parts.slice(cut))))).toEqual(whole);
        expect(figureOf({ kind: "rate" }, sum([...parts].reverse()))).toEqual(whole);
      }),
    );
  });

  it("what is missing is not zero: adding nothing changes nothing", () => {
    fc.assert(
      fc.property(part, (one) => {
        expect(figureOf({ kind: "csat" }, addTallies(one, EMPTY))).toEqual(figureOf({ kind: "csat" }, one));
      }),
    );
  });

  it("medians, ninetieths and intervals of counts are those of the values written out", () => {
    fc.assert(
      fc.property(values, (list) => {
        const found = figureOf({ kind: "duration" }, counted(list));
        expect(found.value).toBeCloseTo(quantile(list, 0.5) ?? NaN, 9);
        expect(found.p90).toBeCloseTo(quantile(list, 0.9) ?? NaN, 9);
        const exact = median(list);
        expect(found.interval === null).toBe(exact === null);
        if (exact !== null) expect([found.interval?.low, found.interval?.high]).toEqual([exact.low, exact.high]);
      }),
    );
  });

  it("a quantile of nothing is refused", () => {
    expect(() => quantileOfCounts({}, 0.5)).toThrow(RangeError);
  });
});
