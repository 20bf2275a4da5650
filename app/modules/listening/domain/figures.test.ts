import { describe, expect, it } from "vitest";
import { npsOf } from "#kernel/nps.ts";
import { roundHalfAway } from "#kernel/rounding.ts";
import { figuresOf, type RatingCount } from "./figures.ts";

const rounded = (value: number | undefined) => roundHalfAway(value ?? NaN, 1);

describe("NPS", () => {
  it("is made of counts, not of rounded shares: two promoters and a detractor of seven are 14", () => {
    expect(roundHalfAway(npsOf({ promoters: 2, passives: 4, detractors: 1 })?.score ?? NaN)).toBe(14);
  });

  it.each([
    [50, 30, 20, 30, 15.3],
    [5, 3, 2, 30, 48.4],
    [150, 100, 50, 33.3, 8.4],
  ])("%i, %i, %i: %f ± %f", (promoters, passives, detractors, score, margin) => {
    const nps = npsOf({ promoters, passives, detractors });
    expect([rounded(nps?.score), rounded(nps?.margin)]).toEqual([score, margin]);
  });

  it("is not certain of itself when all answers are alike", () => {
    const nps = npsOf({ promoters: 10, passives: 0, detractors: 0 });
    expect([nps?.score, nps?.margin, nps?.high]).toEqual([100, 0, 100]);
    expect(rounded(nps?.low)).toBe(47.5);
    expect(npsOf({ promoters: 0, passives: 0, detractors: 4 })?.low).toBe(-100);
  });

  it("says nothing of nobody, and refuses what are no counts", () => {
    expect(npsOf({ promoters: 0, passives: 0, detractors: 0 })).toBe(null);
    expect(() => npsOf({ promoters: -1, passives: 0, detractors: 0 })).toThrow(RangeError);
    expect(() => npsOf({ promoters: 0.5, passives: 0, detractors: 0 })).toThrow(RangeError);
  });
});

describe("figures", () => {
  const counts: RatingCount[] = [
    { question: "understood", value: "yes", points: null, count: 45 },
    { question: "understood", value: "partly", points: null, count: 3 },
    { question: "understood", value: "no", points: null, count: 2 },
    { question: "csat", value: "5", points: 5, count: 6 },
    { question: "csat", value: "4", points: 5, count: 4 },
    { question: "csat", value: "3", points: 5, count: 2 },
    { question: "csat", value: "8", points: 10, count: 1 },
    { question: "csat", value: "7", points: 10, count: 1 },
  ];

  it("take the share with Wilson's interval, each scale by its own top", () => {
    const { understood, csat, nps } = figuresOf(counts);
    expect(understood).toMatchObject({ hits: 45, n: 50, value: 0.9 });
    expect([rounded((understood?.low ?? 0) * 100), rounded((understood?.high ?? 0) * 100)]).toEqual([78.6, 95.7]);
    expect(csat).toMatchObject({ hits: 11, n: 14 });
    expect(nps).toBe(null);
  });

  it("are nothing, not 0, where nobody answered", () => {
    expect(figuresOf([])).toEqual({ understood: null, csat: null, nps: null });
  });
});
