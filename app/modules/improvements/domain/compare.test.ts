import { describe, expect, it } from "vitest";
import { compare, joined } from "./compare.ts";
import { naturalLimits, signalOf } from "#kernel/xmr.ts";

const list = (n: number, value: (index: number) => number) => Array.from({ length: n }, (_, index) => value(index));

describe("shares before and after", () => {
  it("are better by Newcombe's interval (his method 10: 56/70 − 48/80 → 0.2, 0.0524 to 0.3339)", () => {
    const found = compare("share", { hits: 48, n: 80 }, { hits: 56, n: 70 }, "up", 75);
    expect(found.verdict).toBe("better");
    expect(found.difference?.value).toBeCloseTo(0.2, 10);
    expect(found.difference?.low).toBeCloseTo(0.0524, 4);
    expect(found.difference?.high).toBeCloseTo(0.3339, 4);
    expect(found.before).toMatchObject({ n: 80, value: 0.6 });
    expect(found.targetMet).toBe(true);
  });

  it("turn round where less is better", () => {
    expect(compare("share", { hits: 48, n: 80 }, { hits: 56, n: 70 }, "down", null).verdict).toBe("worse");
    expect(compare("share", { hits: 56, n: 70 }, { hits: 48, n: 80 }, "down", 50)).toMatchObject({ verdict: "better", targetMet: false });
  });

  it("say nothing of too few cases, and of none", () => {
    expect(compare("share", { hits: 0, n: 19 }, { hits: 40, n: 40 }, "up", 90)).toMatchObject({ verdict: "not_enough", difference: null, targetMet: null });
    expect(compare("share", { hits: 0, n: 0 }, { hits: 0, n: 0 }, "up", null)).toMatchObject({ verdict: "not_enough", before: { n: 0, value: null } });
  });

  it("claim no difference that chance explains", () => {
    expect(compare("share", { hits: 30, n: 60 }, { hits: 33, n: 60 }, "up", null).verdict).toBe("no_difference");
  });
});

describe("single values before and after", () => {
  it("are compared by their medians, with an interval", () => {
    const found = compare("values", { values: list(40, (i) => 20 + (i % 7)) }, { values: list(30, (i) => 8 + (i % 5)) }, "down", 12);
    expect(found).toMatchObject({ verdict: "better", targetMet: true, before: { n: 40, value: 23 }, after: { n: 30, value: 10 } });
    expect(found.difference?.high).toBeLessThan(0);
  });

  it("say nothing of fewer than twelve", () => {
    expect(compare("values", { values: list(11, () => 5) }, { values: list(30, () => 1) }, "down", null)).toMatchObject({ verdict: "not_enough", before: { n: 11, value: 5 } });
  });
});

describe("a series", () => {
  const usual = list(12, (i) => (i % 2 === 0 ? 10 : 12));

  it("has limits of the mean ± 2.66 mean moving ranges from twelve points on", () => {
    expect(naturalLimits(usual.slice(1))).toBeNull();
    expect(naturalLimits(usual)).toEqual({ centre: 11, low: 11 - 5.32, high: 11 + 5.32, n: 12 });
  });

  it("signals a point outside, a run of eight and three of four near a limit, on the side they are", () => {
    const limits = naturalLimits(usual)!;
    expect(signalOf([11, 5], limits)).toEqual({ signal: "outside", side: "below" });
    expect(signalOf(list(8, () => 11.5), limits)).toEqual({ signal: "run", side: "above" });
    expect(signalOf([8, 11, 8, 8], limits)).toEqual({ signal: "near_limit", side: "below" });
    expect(signalOf([10, 12, 11, 12, 10], limits)).toBeNull();
  });

  it("is better only on the side that was wanted", () => {
    const after = { values: [5] };
    expect(compare("series", { values: usual }, after, "down", 6)).toMatchObject({ verdict: "better", signal: "outside", targetMet: true, difference: null });
    expect(compare("series", { values: usual }, after, "up", null).verdict).toBe("worse");
    expect(compare("series", { values: usual.slice(2) }, after, "down", null).verdict).toBe("not_enough");
    expect(compare("series", { values: usual }, { values: [] }, "down", null).verdict).toBe("not_enough");
  });
});

describe("samples of one time", () => {
  it("add up as counts, never as shares", () => {
    expect(joined([{ hits: 1, n: 2 }, { hits: 9, n: 10 }])).toEqual({ hits: 10, n: 12 });
    expect(joined([{ values: [1] }, { values: [2, 3] }])).toEqual({ values: [1, 2, 3] });
    expect(joined([])).toEqual({ hits: 0, n: 0 });
  });
});
