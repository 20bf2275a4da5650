import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KpiDefinition, KpiPoint } from "../definition.ts";
import { associationOfSteps, discoveries, kendall, trend } from "./association.ts";
import { type FindingCode, type LintKpi } from "./findings.ts";
import { goodness } from "./goodness.ts";
import { lintSet } from "./lint.ts";
import { FALSE_ALARMS } from "./lint-set.ts";

const CLEAN: KpiDefinition = {
  code: "A", name: { vi: "Tên", en: "Name" }, why: { vi: "Vì", en: "Why" }, lens: "customer_outcome", serves: { kind: "need", text: { vi: "Cần", en: "Need" } },
  measure: { kind: "rate" }, direction: "up", range: null, unit: "percent", counts: "what_the_customer_receives", moves: "quality", stage: "get_help", touches: ["CARE"], owners: ["CARE"],
  influencedBy: ["frontline"], guardrails: [], fights: [], costsFallOn: [], source: { kind: "typed", fact: null }, cadence: "month", minimumSample: 30, baseline: null, target: null,
};

const day = (index: number, last: boolean) => new Date(Date.UTC(2024, index + (last ? 1 : 0), last ? 0 : 1)).toISOString().slice(0, 10);
const seriesOf = (values: readonly (number | null)[], n = 100): KpiPoint[] =>
  values.map((value, index) => ({ periodStart: day(index, false), periodEnd: day(index, true), value, n: value === null ? 0 : n, version: 1, interval: null }));

const kpi = (over: Partial<KpiDefinition> = {}, rest: Partial<LintKpi> = {}): LintKpi => ({ definition: { ...CLEAN, ...over }, status: "active", changedTargets: [], series: [], scoredOn: [], ...rest });
const codes = (kpis: readonly LintKpi[], about?: string): FindingCode[] => lintSet(kpis, []).filter(({ kpis: of }) => about === undefined || of[0] === about).map(({ code }) => code);

describe("one KPI", () => {
  it("without fault gives no finding", () => expect(codes([kpi({}, { series: seriesOf([80, 81, 79]), scoredOn: ["frontline"] })])).toEqual([]));

  it.each<[FindingCode, Partial<KpiDefinition>]>([
    ["no_lens", { serves: null }],
    ["no_why", { why: { vi: "Vì", en: " " } }],
    ["one_silo", { touches: ["CARE", "RETAIL"] }],
    ["no_guardrail", { moves: "speed" }],
    ["no_guardrail", { moves: "revenue", guardrails: ["A"] }],
    ["no_guardrail", { moves: "volume", guardrails: ["GONE"] }],
    ["no_source", { source: { kind: "computed", fact: null } }],
    ["internal_view", { counts: "what_we_do" }],
    ["only_good_news", { measure: { kind: "count" } }],
    ["cost_pushed", { costsFallOn: ["RETAIL"] }],
  ])("%s", (code, over) => expect(codes([kpi(over)])).toEqual([code]));

  it("without owner is nobody's, and so is what the customer gets of its stage", () => expect(codes([kpi({ owners: [], touches: [] })])).toEqual(["no_owner", "outcome_unowned"]));
  it("of a finance lens counts us only, unless the customer stands beside it as guardrail", () => {
    const own = { code: "F", lens: "financial", counts: "what_we_do" } as const;
    expect(codes([kpi(own), kpi()], "F")).toEqual(["internal_view"]);
    expect(codes([kpi({ ...own, guardrails: ["A"] }), kpi()], "F")).toEqual([]);
  });
  it("is scored on roles that cannot move it", () => {
    const found = lintSet([kpi({}, { scoredOn: ["manager", "frontline", "manager"] })], []);
    expect(found.map(({ code, evidence }) => [code, evidence.roles])).toEqual([["not_influenceable", ["manager"]]]);
  });
  it("is silent after two periods without a figure, not after one", () => {
    expect(codes([kpi({}, { series: seriesOf([80, null, null]) })])).toEqual(["silent"]);
    expect(codes([kpi({}, { series: seriesOf([80, 80, null]) })])).toEqual([]);
  });
  it("says so when its sample stays below the minimum", () => {
    const found = lintSet([kpi({}, { series: seriesOf([80, 81, 79], 12) })], []);
    expect(found.map(({ code, evidence }) => [code, evidence.n, evidence.minimum])).toEqual([["small_sample", 12, 30]]);
  });
  it("had its target moved without anything changing in the work", () => {
    const change = { at: "2026-08-01T00:00:00Z", from: 80, to: 75 };
    expect(codes([kpi({}, { changedTargets: [{ ...change, improvement: null }] })])).toEqual(["target_moved"]);
    expect(codes([kpi({}, { changedTargets: [{ ...change, improvement: "change-1" }] })])).toEqual([]);
  });
  it("pays for what falls on a neighbour with a guardrail of the neighbour's own", () => {
    expect(codes([kpi({ costsFallOn: ["RETAIL"], guardrails: ["B"] }), kpi({ code: "B", owners: ["RETAIL"], touches: [] })])).toEqual([]);
  });
  it("is passed over as long as it is a draft, and once it is retired", () => {
    expect(codes([kpi({ lens: null }, { status: "draft" }), kpi({ code: "B", why: { vi: "", en: "" } }, { status: "retired" })])).toEqual([]);
  });
});

const WAVE = [5, 3, 8, 2, 9, 4, 7, 1, 6, 3, 9, 5];
const counter = WAVE.map((value) => 50 - 3 * value);

describe("the set", () => {
  it("names a declared conflict once, whoever declared it", () => {
    const pair = [kpi({ fights: ["B"] }), kpi({ code: "B", fights: ["A"] })];
    expect(lintSet(pair, []).map(({ key }) => key)).toEqual(["conflict_declared:A+B"]);
  });
  it("sees two KPIs of which one gets better as the other gets worse", () => {
    const found = lintSet([kpi({}, { series: seriesOf(WAVE) }), kpi({ code: "B" }, { series: seriesOf(counter) })], []);
    expect(found.map(({ code, evidence }) => [code, evidence.periods, evidence.tau])).toEqual([["conflict_seen", 12, -1]]);
  });
  it("reads direction: falling minutes beside falling complaints is no conflict", () => {
    expect(codes([kpi({}, { series: seriesOf(WAVE) }), kpi({ code: "B", direction: "down" }, { series: seriesOf(counter) })])).toEqual([]);
  });
  it("does not take two opposite trends for a conflict, nor fewer than eight periods", () => {
    const rise = WAVE.map((value, index) => 10 * index + value);
    const fall = WAVE.map((value, index) => -10 * index + value);
    expect(codes([kpi({}, { series: seriesOf(rise) }), kpi({ code: "B" }, { series: seriesOf(fall) })])).toEqual([]);
    expect(codes([kpi({}, { series: seriesOf(WAVE.slice(0, 7)) }), kpi({ code: "B" }, { series: seriesOf(counter.slice(0, 7)) })])).toEqual([]);
  });
  it("replays how a KPI rose while the customer lost", () => {
    const rise = WAVE.map((value, index) => 10 * index + value);
    const fall = WAVE.map((value, index) => 200 - 10 * index - value / 3);
    const speed = kpi({ code: "S", lens: "process", counts: "both" }, { series: seriesOf(rise) });
    const found = lintSet([speed, kpi({}, { series: seriesOf(fall) })], []).filter(({ code }) => code === "rose_while_customer_lost");
    expect(found.map(({ kpis, evidence }) => [kpis, evidence.from, evidence.to, evidence.periods])).toEqual([[["S", "A"], "2024-01-01", "2024-12-31", 12]]);
    expect(codes([{ ...speed, definition: { ...speed.definition, stage: null, owners: ["IT"], touches: ["IT"] } }, kpi({}, { series: seriesOf(fall) })])).not.toContain("rose_while_customer_lost");
  });
  it("leaves out what was counted under an earlier definition", () => {
    const old = seriesOf(counter).map((point, index) => (index < 6 ? { ...point, version: 0 } : point));
    expect(codes([kpi({}, { series: seriesOf(WAVE) }), kpi({ code: "B" }, { series: old })])).toEqual([]);
  });
  it("names scorecards below the customer share", () => {
    expect(lintSet([], [{ id: "s1", customerShare: 39, minimum: 40 }, { id: "s2", customerShare: 40, minimum: 40 }]).map(({ scorecard, evidence }) => [scorecard, evidence.share])).toEqual([["s1", 39]]);
  });
});

describe("properties", () => {
  const some = fc.record({ lens: fc.constantFrom("customer_outcome" as const, "process" as const, null), owners: fc.subarray(["CARE", "RETAIL"]), moves: fc.constantFrom("speed" as const, "quality" as const), series: fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 14 }) });
  it("the order of KPIs does not matter", () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (specs, order) => {
        const kpis = specs.map(({ series, ...over }, index) => kpi({ ...over, code: `K${index}` }, { series: seriesOf(series) }));
        const shuffled = kpis.map((one) => [order.next().value as number, one] as const).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
        expect(lintSet(shuffled, [])).toEqual(lintSet(kpis, []));
      }),
    );
  });

  it(`noise gives a pattern in at most ${FALSE_ALARMS * 100} of 100 sets of eight KPIs`, () => {
    let state = 42;
    const next = () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
    const noise = (drift: number) => Array.from({ length: 16 }, (_, index) => next() + next() + next() + drift * index);
    const sets = 60;
    const share = (drift: () => number) => {
      let alarms = 0;
      for (let set = 0; set < sets; set += 1) {
        const kpis = Array.from({ length: 8 }, (_, index) => kpi({ code: `K${index}` }, { series: seriesOf(noise(drift())) }));
        if (codes(kpis).includes("conflict_seen")) alarms += 1;
      }
      return alarms / sets;
    };
    expect(share(() => 0)).toBeLessThanOrEqual(FALSE_ALARMS);
    expect(share(() => (next() - 0.5) * 0.5)).toBeLessThanOrEqual(FALSE_ALARMS);
  });
});

describe("the statistics", () => {
  it("Kendall's tau of a published example: 1 2 3 4 5 against 3 4 1 2 5 is 0.2", () => {
    expect(kendall([1, 2, 3, 4, 5], [3, 4, 1, 2, 5]).tau).toBeCloseTo(0.2, 12);
  });
  it("tau-b counts ties: 1 2 2 3 against 1 2 3 4 is 5 / √(5 · 6)", () => expect(kendall([1, 2, 2, 3], [1, 2, 3, 4]).tau).toBeCloseTo(5 / Math.sqrt(30), 12));
  it("what never changes hangs together with nothing", () => expect(kendall([1, 1, 1, 1], [1, 2, 3, 4])).toMatchObject({ tau: 0, pBelow: 1, pAbove: 1 }));
  it("a line has a trend of 1, its steps none", () => {
    expect(trend([1, 2, 3, 4, 5, 6, 7, 8]).tau).toBe(1);
    expect(associationOfSteps([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]).tau).toBe(0);
  });
  it("at a false discovery rate of 5 % of 0.01, 0.02, 0.04, 0.2 the first two stand", () => {
    expect(discoveries([0.2, 0.02, 0.04, 0.01].map((p) => ({ of: p, p })), 0.05)).toEqual([0.01, 0.02]);
  });
  it("a range is best inside, worse with each step outside", () => {
    const range = { direction: "range" as const, range: { from: 3, to: 5 } };
    expect([2, 3, 4, 5, 7].map((value) => goodness(range, value))).toEqual([-1, -0, -0, -0, -2]);
  });
});
