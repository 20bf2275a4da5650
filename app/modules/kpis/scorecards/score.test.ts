import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hundredParts, type ScorecardItem } from "./items.ts";
import { attainment, customerShareOf, reweighted, scoreOf } from "./score.ts";

const up = { direction: "up" as const, range: null, baseline: null, target: { value: 80, by: "2026-12-31" } };
const down = { ...up, direction: "down" as const, target: { value: 10, by: "2026-12-31" } };
const range = { ...up, direction: "range" as const, range: { from: 40, to: 60 }, target: null };

describe("attainment", () => {
  it.each([
    [up, 80, 100], [up, 60, 75], [up, 120, 120], [up, -5, 0],
    [down, 10, 100], [down, 20, 50], [down, 5, 120], [down, 0, 100],
    [{ ...up, baseline: 60 }, 70, 50], [{ ...up, baseline: 60 }, 60, 0], [{ ...up, baseline: 60 }, 50, 0], [{ ...up, baseline: 60 }, 90, 120], [{ ...up, baseline: 90 }, 60, 75],
    [{ ...down, baseline: 30 }, 20, 50], [{ ...down, baseline: 30 }, 6, 120],
    [range, 50, 100], [range, 65, 75], [range, 90, 0],
    [{ ...up, target: null }, 5, null],
    [{ ...down, target: { value: 0, by: "2026-12-31" } }, 0, 100], [{ ...down, target: { value: 0, by: "2026-12-31" } }, 2, 0],
  ])("%j at %d is %s", (definition, value, expected) => expect(attainment(definition, value)).toBe(expected));

  it("stays within 0 and 120, and better is never less", () => {
    fc.assert(
      fc.property(fc.constantFrom(up, down, { ...up, baseline: 20 }, { ...down, baseline: 40 }), fc.double({ min: -200, max: 200, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (definition, value, step) => {
        const [less, more] = [attainment(definition, value) ?? -1, attainment(definition, value + (definition.direction === "up" ? step : -step)) ?? -1];
        expect(less).toBeGreaterThanOrEqual(0);
        expect(less).toBeLessThanOrEqual(120);
        // Below zero target ÷ value has no meaning; a value of nothing at all is read as reached.
        if (definition.direction === "up" || value - step > 0) expect(more).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});

describe("the score", () => {
  it("of 5, 5 and one absent is 5, not 3.33", () => {
    const items = [{ weight: 1, attainment: 5 }, { weight: 1, attainment: 5 }, { weight: 1, attainment: null }];
    expect(scoreOf(items)).toBe(5);
    expect(reweighted(items).map(({ counted }) => counted)).toEqual([50, 50, 0]);
  });
  it("weighs", () => expect(scoreOf([{ weight: 75, attainment: 100 }, { weight: 25, attainment: 60 }])).toBe(90));
  it("of nothing that could be counted is none", () => expect(scoreOf([{ weight: 100, attainment: null }])).toBeNull());
});

describe("weights", () => {
  it.each([[[1, 1, 1], [34, 33, 33]], [[2, 1], [67, 33]], [[0, 0], [50, 50]], [[5], [100]], [[], []]])("%j become %j", (parts, expected) => expect(hundredParts(parts)).toEqual(expected));
  it("sum to 100 whatever they come from, none a whole point off", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = hundredParts(parts);
        const sum = parts.reduce((total, part) => total + part, 0);
        expect(whole.reduce((total, part) => total + part, 0)).toBe(100);
        whole.forEach((part, index) => expect(Math.abs(part - (100 * (parts[index] ?? 0)) / sum)).toBeLessThan(1));
      }),
    );
  });
  it("count as the customer's only where the KPI looks through a customer lens", () => {
    const items: ScorecardItem[] = [{ kind: "kpi", kpi: "A", scope: "site", weight: 40 }, { kind: "kpi", kpi: "F", scope: "site", weight: 40 }, { kind: "improvements", target: 1, weight: 20 }];
    expect(customerShareOf(items, new Map([["A", { lens: "customer_outcome" }], ["F", { lens: "financial" }]]))).toBe(40);
  });
});
