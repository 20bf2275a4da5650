import { describe, expect, it } from "vitest";
import { xmrChart } from "#kernel/xmr.ts";
import { blankDefinition } from "../definition.ts";
import { breaksSeries, differences, missingForUse } from "./changes.ts";
import { periodOf, periodsBetween, standingOf } from "./periods.ts";
import { healthOf, readingOf, targetStanding } from "./reading.ts";

const usual = Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? 80 : 82));

describe("periods", () => {
  it("weeks begin on Monday, months and quarters on their first", () => {
    expect(periodOf("week", "2026-11-26")).toEqual({ start: "2026-11-23", end: "2026-11-29" });
    expect(periodOf("month", "2026-02-10")).toEqual({ start: "2026-02-01", end: "2026-02-28" });
    expect(periodOf("quarter", "2026-12-31")).toEqual({ start: "2026-10-01", end: "2026-12-31" });
  });

  it("tile time", () => {
    expect(periodsBetween("month", "2025-11-20", "2026-02-01").map(({ start }) => start)).toEqual(["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"]);
  });

  it("a figure is late only after its time", () => {
    const november = { start: "2026-11-01", end: "2026-11-30" };
    expect(["2026-11-30", "2026-12-10", "2026-12-11"].map((today) => standingOf("month", november, today))).toEqual(["running", "expected", "late"]);
  });
});

describe("what a chart says", () => {
  it("nothing, too little, noise, signal", () => {
    expect(readingOf(xmrChart([null, null], []), "up").code).toBe("nothing");
    expect(readingOf(xmrChart(usual.slice(0, 5), []), "up")).toEqual({ code: "too_few", points: 5, needed: 12 });
    expect(readingOf(xmrChart(usual, []), "up").code).toBe("noise");
  });

  it("a signal is good or bad by the direction that is wanted", () => {
    const risen = xmrChart([...usual, ...usual.slice(0, 10), 99], []);
    expect(readingOf(risen, "up")).toMatchObject({ code: "signal", signal: "outside", side: "above", good: true });
    expect(readingOf(risen, "down")).toMatchObject({ good: false });
    expect(readingOf(risen, "range")).toMatchObject({ good: null });
  });

  it("after a break only what came since speaks", () => {
    expect(readingOf(xmrChart([...usual, 99, 98, 99], [14]), "up")).toMatchObject({ code: "too_few", points: 3 });
  });
});

describe("health in one word", () => {
  const facts = { direction: "up", range: null, target: { value: 85, by: "2026-12-31" }, minimumSample: 30 } as const;

  it("too small a sample is not judged, and nothing measured is never well", () => {
    expect(targetStanding(facts, 90, 29)).toBe("too_small");
    expect(targetStanding(facts, null, 0)).toBe("not_measured");
    expect(healthOf({ code: "nothing" }, "reached")).toBe("unknown");
  });

  it("a bad signal is unwell even where the target is reached", () => {
    const bad = readingOf(xmrChart([...usual, ...usual.slice(0, 10), 40], []), "up");
    expect(healthOf(bad, "reached")).toBe("unwell");
  });

  it("a range has two ends", () => {
    const range = { direction: "range", range: { from: 5, to: 10 }, target: null, minimumSample: 0 } as const;
    expect([4, 5, 10, 11].map((value) => targetStanding(range, value, 1))).toEqual(["missed", "reached", "reached", "missed"]);
  });
});

describe("a changed definition", () => {
  const before = { ...blankDefinition("CSAT-STORE"), name: { vi: "Hài lòng", en: "Satisfaction" } };

  it("breaks the series when it counts in another way, not when its words change", () => {
    expect(breaksSeries(before, { ...before, why: { vi: "Vì khách", en: "For the customer" } })).toBe(false);
    expect(breaksSeries(before, { ...before, measure: { kind: "csat", scale: 10 } })).toBe(true);
    expect(breaksSeries(before, { ...before, cadence: "week" })).toBe(true);
  });

  it("a target is no part of it, and keys in another order are no difference", () => {
    expect(differences(before, { ...before, target: { value: 9, by: "2027-01-01" } })).toEqual([]);
    expect(differences({ ...before, range: { from: 1, to: 2 } }, { ...before, range: { to: 2, from: 1 } })).toEqual([]);
  });

  it("says what is missing before it can be used", () => {
    expect(missingForUse(blankDefinition("X"))).toEqual(["name.vi", "why.vi", "name.en", "why.en", "lens", "owners", "measure.scale"]);
  });
});
