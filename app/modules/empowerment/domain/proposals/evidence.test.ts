import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessLimit, CERTAINTY, FEWEST, type LimitCase } from "./evidence.ts";
import { estimateNarrowing, estimateWidening } from "./estimate.ts";
import { histogramOf } from "./histogram.ts";

const LIMIT = 500_000;
let made = 0;

function limitCase(more: Partial<LimitCase>): LimitCase {
  made += 1;
  const asked = more.asked ?? 700_000;
  return { id: String(made), reason: "fault", asked, reach: asked, ceiling: null, outcome: "in_full", given: asked, waited: 20, result: null, overturned: false, ...more };
}
const many = (n: number, more: Partial<LimitCase>) => Array.from({ length: n }, () => limitCase(more));
const over = (inFull: number, declined: number, asked = 700_000) => [...many(inFull, { asked }), ...many(declined, { asked, outcome: "declined", given: 0 })];
const grants = (badly: number, well: number, asked = 400_000) => [
  ...many(badly, { asked, outcome: "granted", waited: 0, result: "unresolved" }),
  ...many(well, { asked, outcome: "granted", waited: 0, result: "resolved" }),
];

const amount = fc.integer({ min: 1, max: 1_200_000 });
const anyCase = fc
  .record({
    asked: amount,
    before: fc.integer({ min: 0, max: 200_000 }),
    outcome: fc.constantFrom("granted", "in_full", "less", "declined", "expired"),
    result: fc.constantFrom("resolved", "partly", "unresolved", null),
    overturned: fc.boolean(),
    waited: fc.integer({ min: 0, max: 300 }),
    ceiling: fc.option(amount, { freq: 2 }),
  })
  .map(({ before, asked, outcome, ...rest }): LimitCase => {
    const given = outcome === "granted" || outcome === "in_full" ? asked : outcome === "less" ? Math.floor(asked / 2) : 0;
    return limitCase({ ...rest, asked, outcome, given, reach: asked + before });
  });
/** Mostly of one mind, so that each verdict comes up. */
const caseSets = fc
  .record({
    inFull: fc.integer({ min: 0, max: 90 }),
    declined: fc.integer({ min: 0, max: 4 }),
    badly: fc.integer({ min: 0, max: 90 }),
    well: fc.integer({ min: 0, max: 4 }),
    at: fc.integer({ min: 260_000, max: 500_000 }),
    asked: fc.integer({ min: 500_001, max: 1_200_000 }),
    rest: fc.array(anyCase, { maxLength: 6 }),
  })
  .map(({ inFull, declined, badly, well, at, asked, rest }) => [...over(inFull, declined, asked), ...grants(badly, well, at), ...rest]);

describe("widening", () => {
  test("asks for certainty: 28 of 30 in full no, 58 of 60 yes", () => {
    expect(assessLimit(LIMIT, over(28, 2))).toMatchObject({ kind: "hold", hold: "bound_below", widening: { n: 30, inFull: 28, declined: 2 } });
    expect(assessLimit(LIMIT, over(58, 2))).toMatchObject({ kind: "widen", to: 700_000, widening: { n: 60, inFull: 58 } });
  });

  test("goes to the 90th percentile of what was approved, down to two digits, at most to twice the limit", () => {
    const spread = Array.from({ length: 101 }, (_, index) => limitCase({ asked: 510_000 + index * 3_210 }));
    expect(assessLimit(LIMIT, spread).to).toBe(790_000);
    expect(assessLimit(LIMIT, over(60, 0, 4_000_000)).to).toBe(1_000_000);
    expect(assessLimit(LIMIT, over(60, 0, 504_000))).toMatchObject({ kind: "hold", hold: "no_step" });
  });

  test("counts what the limit is compared with: the case's total, not the last request", () => {
    expect(assessLimit(LIMIT, many(60, { asked: 200_000, reach: 650_000, given: 200_000 })).to).toBe(650_000);
  });

  test("leaves out what passed another limit: within this one, or stopped by a percentage of the order", () => {
    expect(assessLimit(LIMIT, over(60, 0, 450_000)).widening.n).toBe(0);
    expect(assessLimit(LIMIT, many(60, { ceiling: 600_000 })).widening.n).toBe(0);
    expect(assessLimit(LIMIT, many(60, { ceiling: 700_000 })).widening.n).toBe(60);
  });

  test("takes an answer that never came for a no", () => {
    expect(assessLimit(LIMIT, [...over(60, 0), ...many(10, { outcome: "expired", given: 0 })])).toMatchObject({ kind: "hold", widening: { expired: 10 } });
  });
});

test("an approval that was overturned speaks for nothing", () => {
  expect(assessLimit(LIMIT, [...over(58, 0), ...many(10, { overturned: true })])).toMatchObject({ kind: "hold", widening: { n: 68, inFull: 58, overturned: 10 } });
});

describe("narrowing mirrors it", () => {
  test("28 of 30 gone badly no, 58 of 60 yes, whether unresolved or overturned", () => {
    expect(assessLimit(LIMIT, grants(28, 2))).toMatchObject({ kind: "hold", hold: "bound_below", narrowing: { n: 30, badly: 28, resolved: 2 } });
    expect(assessLimit(LIMIT, grants(58, 2))).toMatchObject({ kind: "narrow", to: 250_000 });
    const overturned = [...grants(0, 2), ...many(58, { asked: 400_000, outcome: "granted", overturned: true, result: "resolved" })];
    expect(assessLimit(LIMIT, overturned)).toMatchObject({ kind: "narrow", narrowing: { overturned: 58, unresolved: 0, resolved: 2 } });
  });

  test("goes to where nine of ten good ones still fit, up to two digits, at least half", () => {
    const small = Array.from({ length: 200 }, (_, index) => limitCase({ asked: 101_000 + index * 1_000, outcome: "granted", result: "resolved" }));
    expect(assessLimit(LIMIT, [...grants(700, 0), ...small]).to).toBe(290_000);
    expect(assessLimit(LIMIT, [...grants(700, 0), ...small.slice(0, 100)]).to).toBe(250_000);
  });

  test("is not done where what goes well reaches as high as what goes badly", () => {
    expect(assessLimit(LIMIT, grants(700, FEWEST, 500_000))).toMatchObject({ kind: "hold", hold: "good_ones_reach" });
  });

  test("looks at the upper half alone, and at results that are known", () => {
    expect(assessLimit(LIMIT, grants(60, 0, 250_000)).narrowing.n).toBe(0);
    expect(assessLimit(LIMIT, grants(60, 0, 250_001)).narrowing.n).toBe(60);
    expect(assessLimit(LIMIT, [...grants(58, 2), ...many(500, { asked: 400_000, outcome: "granted" })])).toMatchObject({ kind: "narrow", narrowing: { n: 60, untold: 500 } });
  });
});

describe("holding", () => {
  test("says whether there are too few cases, below the least that could convince, or a bound too low", () => {
    expect(FEWEST).toBe(22);
    expect(assessLimit(LIMIT, [])).toMatchObject({ hold: "too_few", widening: { n: 0, low: null } });
    expect(assessLimit(LIMIT, over(FEWEST - 1, 0)).hold).toBe("too_few");
    expect(assessLimit(LIMIT, over(FEWEST, 0)).kind).toBe("widen");
    expect(assessLimit(LIMIT, over(20, 10)).hold).toBe("bound_below");
  });

  test("is what remains when both sides have their evidence", () => {
    expect(assessLimit(LIMIT, [...over(58, 2), ...grants(58, 2)])).toMatchObject({ kind: "hold", hold: "contradicts" });
  });
});

describe("for any cases", () => {
  test("a limit is never more than doubled, never less than halved, and moves the way it says", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(caseSets, (cases) => {
        const { kind, to, hold } = assessLimit(LIMIT, cases);
        kinds.add(kind);
        expect(hold === null).toBe(kind !== "hold");
        expect(to === null).toBe(kind === "hold");
        if (kind === "widen") expect(to! > LIMIT && to! <= 2 * LIMIT).toBe(true);
        if (kind === "narrow") expect(to! < LIMIT && 2 * to! >= LIMIT).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(kinds).toEqual(new Set(["widen", "narrow", "hold"]));
  }, 60_000);

  test("more approvals in full never turn widening into holding or narrowing, nor holding into narrowing", () => {
    fc.assert(
      fc.property(caseSets, fc.integer({ min: 1, max: 30 }), (cases, more) => {
        const before = assessLimit(LIMIT, cases).kind;
        const after = assessLimit(LIMIT, [...cases, ...over(more, 0, 800_000)]).kind;
        if (before !== "narrow") expect(after).not.toBe("narrow");
        if (before === "widen") expect(after).toBe("widen");
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test("more grants gone badly never turn narrowing into widening", () => {
    fc.assert(
      fc.property(caseSets, fc.integer({ min: 1, max: 30 }), (cases, more) => {
        const before = assessLimit(LIMIT, cases).kind;
        const after = assessLimit(LIMIT, [...cases, ...grants(more, 0)]).kind;
        if (before !== "widen") expect(after).not.toBe("widen");
        if (before === "narrow") expect(after).toBe("narrow");
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test("the order of cases says nothing", () => {
    fc.assert(fc.property(caseSets, (cases) => void expect(assessLimit(LIMIT, cases.toReversed())).toEqual(assessLimit(LIMIT, cases))));
  }, 60_000);

  test("the certainty is the one stated", () => expect(CERTAINTY).toBe(0.85));
});

describe("what a new limit would have done", () => {
  test("to the cases that went up: their wait is saved, and what was held back is given", () => {
    const cases = [...over(2, 1, 600_000), limitCase({ asked: 600_000, outcome: "less", given: 400_000 }), ...over(5, 0, 900_000)];
    expect(estimateWidening(LIMIT, 700_000, cases)).toEqual({ method: "same_cases", cases: 4, cost: 800_000, minutes: 80, typicalWait: 20 });
    expect(estimateWidening(LIMIT, 700_000, [])).toMatchObject({ cases: 0, cost: 0, minutes: 0, typicalWait: null });
  });

  test("to the grants above it: they wait as others do, and those gone badly are not given", () => {
    const cases = [...grants(3, 2, 400_000), ...grants(5, 5, 200_000), ...many(3, { waited: 30 })];
    expect(estimateNarrowing(LIMIT, 250_000, cases)).toEqual({ method: "same_cases", cases: 5, cost: -1_200_000, minutes: -150, typicalWait: 30 });
    expect(estimateNarrowing(LIMIT, 250_000, [])).toEqual({ method: "same_cases", cases: 0, cost: 0, minutes: 0, typicalWait: null });
  });
});

describe("amounts in bars", () => {
  test("are of round width, from nothing to three limits, what lies above in the last", () => {
    const { bars, open } = histogramOf(500_000, [{ reach: 450_000, good: true }, { reach: 600_000, good: false }, { reach: 9_000_000, good: true }]);
    expect([bars[0]?.below, bars.length, open]).toEqual([200_000, 8, true]);
    expect(bars.at(-1)).toEqual({ from: 1_400_000, below: 1_600_000, good: 1, other: 0 });
  });

  test("lose no case", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.array(fc.record({ reach: fc.integer({ min: 1, max: 20_000_000 }), good: fc.boolean() })), (limit, amounts) => {
        const { bars } = histogramOf(limit, amounts);
        expect(bars.reduce((sum, { good, other }) => sum + good + other, 0)).toBe(amounts.length);
        expect(bars.length).toBeLessThanOrEqual(20);
        expect(bars.at(-1)!.below).toBeGreaterThan(limit);
      }),
    );
  }, 60_000);
});
