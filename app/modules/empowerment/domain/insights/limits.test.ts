import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bunching, type EdgeCase, limitEdge } from "./limits.ts";

const asked = (amount: number, limit = 500_000) => ({ amount, limit });
/** Amounts one after the other, five hundred apart. */
const spread = (count: number, from: number) => Array.from({ length: count }, (_, index) => asked(from + index * 500));
const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe("bunching under a limit", () => {
  it("puts amounts into tenths of their limit, the limit itself under it", () => {
    const { below, justUnder, justOver, atLimit } = bunching([400_000, 400_001, 450_000, 450_001, 500_000, 500_001, 550_000, 550_001].map((amount) => asked(amount)));
    expect([below, justUnder, justOver, atLimit]).toEqual([2, 2, 2, 1]);
  });

  it("is seen where the interval of the middle third lies above a third", () => {
    const amounts = [...spread(20, 401_000), ...spread(60, 460_000), ...spread(15, 501_000)];
    expect(bunching(amounts)).toMatchObject({ share: { hits: 60, n: 95 }, bunched: true, fixedSteps: false });
  });

  it("is not seen in an even distribution, and not judged on fewer than thirty", () => {
    const even = Array.from({ length: 400 }, (_, index) => asked(300_001 + index * 1_000));
    expect(bunching(even).bunched).toBe(false);
    expect(bunching(spread(29, 460_000)).bunched).toBeNull();
    expect(bunching(spread(30, 460_000)).bunched).toBe(true);
    expect(bunching([])).toMatchObject({ share: { hits: 0, n: 0, low: null, high: null }, bunched: null, fixedSteps: false });
  });

  it("is not seen in a falling straight line either", () => {
    const falling = [...spread(60, 401_000), ...spread(40, 451_000), ...spread(20, 501_000)];
    expect(bunching(falling)).toMatchObject({ below: 60, bunched: false });
  });

  it("is not judged where amounts come in a few fixed steps, as vouchers do", () => {
    const vouchers = [...repeat(90, asked(500_000)), ...repeat(40, asked(450_000))];
    expect(bunching(vouchers)).toMatchObject({ atLimit: 90, bunched: null, fixedSteps: true });
  });

  it("does not depend on the unit of money", () => {
    const amounts = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 2_000 }), limit: fc.integer({ min: 1, max: 1_500 }) }), { maxLength: 60 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1_000_000_000 }), (drawn, factor) => {
        expect(bunching(drawn.map(({ amount, limit }) => asked(amount * factor, limit * factor)))).toEqual(bunching(drawn));
      }),
    );
  });
});

describe("cases just under against just over", () => {
  const one = (amount: number, more: Partial<EdgeCase> = {}): EdgeCase => ({ rule: "A", amount, limit: 500_000, waited: 0, repeated: false, spent: 0, ...more });
  const under = (count: number, more?: Partial<EdgeCase>) => repeat(count, one(450_000, more));
  const over = (count: number, more?: Partial<EdgeCase>) => repeat(count, one(560_000, { waited: 12, ...more }));

  it("shows what the limit costs: minutes waited, customers who had to come again, and what they bought", () => {
    const edge = limitEdge([...under(40), ...under(20, { spent: 900_000 }), ...over(40, { repeated: true }), ...over(20, { spent: 30_000 })]);
    expect(edge.waited).toMatchObject({ value: 12, low: 12, clear: true });
    expect(edge.repeated?.value).toBeCloseTo(40 / 60, 9);
    expect(edge.repeated?.clear).toBe(true);
    expect(edge.cameBack).toMatchObject({ value: 0, clear: false });
    expect(edge.spent?.value).toBeCloseTo(-290_000, 6);
  });

  it("says nothing of fewer than twenty cases on a side", () => {
    const edge = limitEdge([...under(30), ...over(19)]);
    expect(edge.over.n).toBe(19);
    expect([edge.waited, edge.repeated, edge.cameBack, edge.spent]).toEqual([null, null, null, null]);
  });

  it("leaves out what cannot be known yet, each measure by itself", () => {
    const edge = limitEdge([...under(30, { spent: null }), ...over(30, { repeated: null })]);
    expect(edge.under.cameBack.n).toBe(0);
    expect(edge.under.spent).toBeNull();
    expect(edge.over.repeated.n).toBe(0);
    expect(edge.waited?.clear).toBe(true);
    expect(edge.repeated).toBeNull();
    expect(edge.spent).toBeNull();
  });

  it("counts only what lies within a fifth of the limit", () => {
    const edge = limitEdge([400_000, 400_001, 500_000, 500_001, 600_000, 600_001].flatMap((amount) => repeat(5, one(amount))));
    expect([edge.under.n, edge.over.n]).toEqual([10, 10]);
  });

  it("leaves out rules that have hardly any case on one side", () => {
    const edge = limitEdge([...under(30), ...over(30), ...under(80, { rule: "B" }), ...over(4, { rule: "B" })]);
    expect([edge.under.n, edge.over.n]).toEqual([30, 30]);
  });
});
