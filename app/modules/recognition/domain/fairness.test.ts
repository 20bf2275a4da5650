import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Eligible, fairnessOf, gini, type Thanks } from "./fairness.ts";

const DAY = 86_400_000;
const person = (id: string, more: Partial<Eligible> = {}): Eligible => ({ id, team: "t1", department: "RETAIL", backOffice: false, night: false, ...more });
const thanks = (from: string, to: string, day: number, more: Partial<Thanks> = {}): Thanks => ({ from, to, at: day * DAY, fromTeam: "t1", toTeam: "t1", ...more });

describe("Gini of counts", () => {
  it.each([
    [[1, 1, 1, 1], 0],
    [[0, 1, 2, 3, 4], 0.4],
    [[0, 0, 0, 4], 0.75],
    [[5], 0],
  ])("of %j is %d", (counts, value) => {
    expect(gini(counts)).toBeCloseTo(value, 12);
  });

  it("says nothing where nothing is counted", () => {
    expect(gini([])).toBeNull();
    expect(gini([0, 0])).toBeNull();
  });

  const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }).filter((list) => list.some((count) => count > 0));

  it("lies between 0 and (n − 1)/n, whatever the order and the unit", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), (list, times) => {
        const value = gini(list) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(-1e-12);
        expect(value).toBeLessThanOrEqual((list.length - 1) / list.length + 1e-12);
        expect(gini([...list].reverse())).toBeCloseTo(value, 10);
        expect(gini(list.map((count) => count * times))).toBeCloseTo(value, 10);
      }),
    );
  });

  it("is half the mean absolute difference over the mean", () => {
    fc.assert(
      fc.property(counts, (list) => {
        const n = list.length;
        const apart = list.flatMap((a) => list.map((b) => Math.abs(a - b))).reduce((sum, gap) => sum + gap, 0) / (n * n);
        const mean = list.reduce((sum, count) => sum + count, 0) / n;
        expect(gini(list)).toBeCloseTo(apart / (2 * mean), 10);
      }),
    );
  });
});

describe("fairness of recognition", () => {
  const company = [person("an"), person("binh"), person("chi", { team: "t2" }), person("dung", { team: "t2", backOffice: true, department: "FINANCE" }), person("em", { night: true })];

  it("counts who was reached and who gave, each of those who could be", () => {
    const fair = fairnessOf(company, [thanks("an", "binh", 1), thanks("an", "binh", 2), thanks("boss", "em", 3)], 30 * DAY);
    expect(fair.coverage).toEqual({ hits: 2, n: 5 });
    expect(fair.giving).toEqual({ hits: 1, n: 5 });
    expect(fair.backOffice).toEqual({ hits: 0, n: 1 });
    expect(fair.night).toEqual({ hits: 1, n: 1 });
    expect(fair.notReached).toEqual(["an", "chi", "dung"]);
    expect(fair.received).toEqual([{ times: 0, people: 3 }, { times: 1, people: 1 }, { times: 2, people: 1 }]);
    expect(fair.byDepartment).toEqual([{ department: "FINANCE", hits: 0, n: 1 }, { department: "RETAIL", hits: 2, n: 4 }]);
  });

  it("takes a manager and their report for one team", () => {
    const across = thanks("an", "chi", 1, { toTeam: "t2" });
    const upwards = thanks("an", "t1", 1, { toTeam: "top" });
    const downwards = thanks("t2", "chi", 1, { fromTeam: "top", toTeam: "t2" });
    const nowhere = thanks("ceo", "ceo2", 1, { fromTeam: null, toTeam: null });
    expect(fairnessOf(company, [across, upwards, downwards, nowhere], 30 * DAY).crossTeam).toEqual({ hits: 1, n: 3 });
  });

  it("judges a return only once its seven days have passed, and names a pair from three on", () => {
    const back = [1, 11, 21].flatMap((day) => [thanks("an", "binh", day), thanks("binh", "an", day + 2)]);
    const fair = fairnessOf(company, [...back, thanks("chi", "an", 1), thanks("an", "chi", 8.5), thanks("chi", "dung", 28)], 30 * DAY);
    expect(fair.pairs).toEqual([{ a: "an", b: "binh", returned: 3 }]);
    expect(fair.reciprocity).toEqual({ hits: 3, n: 8 });
    expect(fairnessOf(company, [thanks("an", "binh", 25), thanks("binh", "an", 26)], 30 * DAY).reciprocity).toEqual({ hits: 0, n: 0 });
  });

  it("says nothing of nobody", () => {
    const fair = fairnessOf([], [], 0);
    expect([fair.coverage, fair.gini.value, fair.reciprocity]).toEqual([{ hits: 0, n: 0 }, null, { hits: 0, n: 0 }]);
  });

  const someThanks = fc.array(fc.record({ from: fc.constantFrom("an", "binh", "chi", "boss"), to: fc.constantFrom("an", "binh", "chi", "dung", "gone"), day: fc.nat(60) }), { maxLength: 60 });

  it("adds up whoever thanks whom: parts make the whole, and one more thank-you reaches nobody less", () => {
    fc.assert(
      fc.property(someThanks, (drawn) => {
        const list = drawn.filter(({ from, to }) => from !== to).map(({ from, to, day }) => thanks(from, to, day));
        const fair = fairnessOf(company, list, 60 * DAY);
        expect(fair.backOffice.n + fair.frontOffice.n).toBe(company.length);
        expect(fair.night.hits + fair.day.hits).toBe(fair.coverage.hits);
        expect(fair.byDepartment.reduce((sum, { hits }) => sum + hits, 0)).toBe(fair.coverage.hits);
        expect(fair.coverage.hits + fair.notReached.length).toBe(company.length);
        expect(fair.received.reduce((sum, { times, people }) => sum + times * people, 0)).toBe(fair.gini.total);
        expect(fair.reciprocity.hits).toBeLessThanOrEqual(fair.reciprocity.n);
        expect(fairnessOf(company, [...list, thanks("boss", "dung", 1)], 60 * DAY).coverage.hits).toBeGreaterThanOrEqual(fair.coverage.hits);
        expect(fairnessOf(company, [...list].reverse(), 60 * DAY)).toEqual(fair);
      }),
    );
  });
});
