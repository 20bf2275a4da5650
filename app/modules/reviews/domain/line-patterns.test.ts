import { describe, expect, it } from "vitest";
import { answersLittle, FEW_ANSWER_PERCENT, linePatterns } from "./line-patterns.ts";

const leader = (open: number, overdue: { part: number; of: number }, more: { silent?: boolean; answered?: number | null } = {}) => ({
  ledger: {
    desk: { n: overdue.of, median: null, p90: null, overdue, open, acts: [] },
    overturning: { n: 1, explained: 1, resolved: 0, unresolved: 0, unknown: 1, acts: [] },
    overturned: { n: 2, acts: [] },
  },
  silent: false,
  answered: null,
  ...more,
});

describe("a team that does not answer", () => {
  it("is one of which less than thirty per cent took part; exactly thirty is enough", () => {
    expect([0, 25, FEW_ANSWER_PERCENT - 1, FEW_ANSWER_PERCENT, 100].map(answersLittle)).toEqual([true, true, true, false, false]);
  });

  it("is never one of which the rate may not be told", () => {
    expect(answersLittle(null)).toBe(false);
  });
});

describe("a line as a whole", () => {
  it("sums desks and overturns, and counts teams that are silent or do not answer", () => {
    const line = [leader(2, { part: 1, of: 4 }, { silent: true, answered: 25 }), leader(1, { part: 2, of: 3 }, { answered: 80 }), leader(0, { part: 0, of: 0 }, { silent: true })];
    expect(linePatterns(line)).toEqual({ open: 3, overdue: { part: 3, of: 7 }, overturning: 3, overturned: 6, silentTeams: 2, quietTeams: 1 });
  });

  it("of nobody has nothing", () => {
    expect(linePatterns([])).toEqual({ open: 0, overdue: { part: 0, of: 0 }, overturning: 0, overturned: 0, silentTeams: 0, quietTeams: 0 });
  });
});
