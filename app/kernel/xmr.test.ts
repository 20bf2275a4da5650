import { describe, expect, it } from "vitest";
import { roundHalfAway } from "./rounding.ts";
import { naturalLimits, signalOf, xmrChart } from "./xmr.ts";

/** US trade deficits by month in billions of dollars (Wheeler, Understanding Variation, 1993, chapters 2 and 3). */
const DEFICIT_1987 = [10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6];
const DEFICIT_1988 = [10.0, 11.4, 7.9, 9.5, 8.0, 11.8, 10.5, 11.2, 9.2, 10.1, 10.4, 10.5];
/** Viscosity of aircraft primer paint by batch (Montgomery, Introduction to Statistical Quality Control, table 6.6). */
const VISCOSITY = [33.75, 33.05, 34.0, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33.0, 33.54, 33.12, 33.84];

const rounded = (values: readonly number[]) => {
  const limits = naturalLimits(values);
  return limits === null ? null : [limits.low, limits.centre, limits.high].map((value) => roundHalfAway(value, 2));
};
const signalled = (chart: ReturnType<typeof xmrChart>, signal: string) => chart.points.flatMap(({ signals }, index) => (signals.some((one) => one.signal === signal) ? [index] : []));

describe("published charts, to the printed digit", () => {
  it("US trade deficits of 1987: mean range 1.66 around 12.75; the limits printed from these, 8.33 and 17.17", () => {
    const limits = naturalLimits(DEFICIT_1987)!;
    const range = roundHalfAway((limits.high - limits.centre) / 2.66, 2);
    expect([roundHalfAway(limits.centre, 2), range]).toEqual([12.75, 1.66]);
    expect([limits.centre - 2.66 * range, limits.centre + 2.66 * range].map((limit) => roundHalfAway(limit, 2))).toEqual([8.33, 17.17]);
  });

  it("held against them, March and May 1988 are signals", () => {
    const limits = naturalLimits(DEFICIT_1987)!;
    expect(DEFICIT_1988.flatMap((value, month) => (value < limits.low || value > limits.high ? [month + 1] : []))).toEqual([3, 5]);
    expect(signalOf(DEFICIT_1988, limits)).toEqual({ signal: "outside", side: "below" });
  });

  it("viscosity of primer paint: 32.24 to 34.80 around 33.52, and no signal", () => {
    expect(rounded(VISCOSITY)).toEqual([32.24, 33.52, 34.8]);
    expect(xmrChart(VISCOSITY, []).points.every(({ signals }) => signals.length === 0)).toBe(true);
  });
});

describe("a chart", () => {
  const flat = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 10 : 12));

  it("says nothing with fewer than twelve measured points", () => {
    expect(xmrChart([...flat.slice(1), null], []).segments).toEqual([{ start: 0, end: 12, limits: null }]);
  });

  it("begins a segment with its own limits at every break", () => {
    const { segments } = xmrChart([...flat, ...flat.map((value) => value + 20)], [12]);
    expect(segments.map(({ start, end, limits }) => [start, end, limits?.centre])).toEqual([[0, 12, 11], [12, 24, 31]]);
  });

  it("marks each point outside the limits, and the whole run of eight on one side", () => {
    const based = xmrChart([...flat, ...flat, 30, ...Array.from({ length: 8 }, () => 11.5)], []);
    expect(signalled(based, "outside")).toEqual([24]);
    expect(signalled(based, "run")).toEqual([23, 24, 25, 26, 27, 28, 29, 30, 31, 32]);
  });

  it("a gap is no zero and breaks no run", () => {
    const chart = xmrChart([...flat, ...flat, 11.5, 11.5, 11.5, 11.5, null, 11.5, 11.5, 11.5, 11.5], []);
    expect(signalled(chart, "run")).toEqual([23, 24, 25, 26, 27, 29, 30, 31, 32]);
    expect(chart.points[28]).toEqual({ value: null, signals: [] });
  });

  it("keeps its limits from the first points: what comes later does not move them", () => {
    const early = xmrChart([...flat, ...flat], []).segments[0]?.limits;
    expect(xmrChart([...flat, ...flat, ...DEFICIT_1988], []).segments[0]?.limits).toEqual(early);
  });
});
