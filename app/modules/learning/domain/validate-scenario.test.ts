import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Choice, Ending, Scenario, ScenarioNode, Turn } from "./content.ts";
import { validateScenario } from "./validate-scenario.ts";

const text = (words: string) => ({ vi: words, en: words });
const choice = (code: string, to: string): Choice => ({ code, to, text: text(code), feedback: text("why"), effects: {} });
const turn = (code: string, ...choices: Choice[]): Turn => ({ code, kind: "turn", says: text("…"), shows: text("…"), choices });
const ending = (code: string): Ending => ({ code, kind: "ending", says: text("…"), shows: text("…"), outcome: text("…"), quality: "good" });
const scenario = (nodes: readonly ScenarioNode[], over: Partial<Scenario> = {}): Scenario => ({
  ...{ person: { name: text("Lan"), who: text("a customer") }, situation: text("…"), unsaid: text("…") },
  ...{ start: "a", begins: { trust: 50, frustration: 50, time: 0 }, nodes },
  ...over,
});
const found = (given: Scenario) => validateScenario(given).map(({ code, node, choice: at }) => [code, node, at]);

describe("a scenario", () => {
  it("without fault gives no finding, loops with a way out included", () => {
    expect(found(scenario([turn("a", choice("1", "b"), choice("2", "a")), turn("b", choice("1", "a"), choice("2", "z")), ending("z")]))).toEqual([]);
  });

  it("names a node that cannot be reached", () => {
    expect(found(scenario([turn("a", choice("1", "z")), turn("b", choice("1", "z")), ending("z")]))).toEqual([["unreachable", "b", null]]);
  });

  it("names every node of an endless loop", () => {
    expect(found(scenario([turn("a", choice("1", "b"), choice("2", "z")), turn("b", choice("1", "c")), turn("c", choice("1", "b")), ending("z")]))).toEqual([["no_way_out", "b", null], ["no_way_out", "c", null]]);
  });

  it("names a choice that leads nowhere and one without feedback", () => {
    const silent = { ...choice("2", "z"), feedback: text(" ") };
    expect(found(scenario([turn("a", choice("1", "gone"), silent), ending("z")]))).toEqual([["target_missing", "a", "1"], ["no_feedback", "a", "2"]]);
  });

  it("names a turn without choices, a missing start and a missing ending", () => {
    expect(found(scenario([turn("a")]))).toEqual([["no_ending", null, null], ["no_choices", "a", null], ["no_way_out", "a", null]]);
    expect(found(scenario([ending("z")], { start: "" }))).toEqual([["start_missing", null, null]]);
  });

  it("names codes that stand twice", () => {
    expect(found(scenario([turn("a", choice("1", "z"), choice("1", "z")), ending("z"), ending("z")]))).toEqual([["duplicate_code", "z", null], ["duplicate_code", "a", "1"]]);
  });

  it("names the language that is missing, with its path", () => {
    const half = { ...ending("z"), outcome: { vi: "xong", en: "" } };
    expect(validateScenario(scenario([turn("a", choice("1", "z")), half]), "L", "lessons.1.scenario")).toEqual([
      { code: "language_missing", severity: "error", path: "lessons.1.scenario.nodes.1.outcome.en", lesson: "L", node: "z", choice: null, question: null },
    ]);
  });

  it("begins within what can be", () => {
    const begins = { trust: 101, frustration: -1, time: 200 };
    expect(validateScenario(scenario([turn("a", choice("1", "z")), ending("z")], { begins })).map(({ path }) => path)).toEqual(["scenario.begins.trust", "scenario.begins.frustration"]);
  });
});

/** Graphs of up to seven nodes named by digits; some targets name nothing, some nodes end. */
const graphs = fc.array(fc.record({ ends: fc.boolean(), to: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }) }), { minLength: 1, maxLength: 7 }).map((drawn) =>
  scenario(
    drawn.map(({ ends, to }, index) => (ends ? ending(String(index)) : turn(String(index), ...to.map((target, place) => choice(String(place), String(target)))))),
    { start: "0" },
  ),
);

const next = ({ nodes }: Scenario, code: string) => {
  const node = nodes.find((one) => one.code === code);
  return node === undefined || node.kind === "ending" ? [] : node.choices.map(({ to }) => to).filter((to) => nodes.some((one) => one.code === to));
};
/** Whether a walk of at most so many steps leads from one node to one that fits; by trying all of them. */
const leads = (given: Scenario, from: string, fits: (code: string) => boolean, steps: number): boolean => fits(from) || (steps > 0 && next(given, from).some((to) => leads(given, to, fits, steps - 1)));
const isEnding = ({ nodes }: Scenario) => (code: string) => nodes.some((node) => node.code === code && node.kind === "ending");

describe("any graph", () => {
  it("is judged as trying every walk judges it", () => {
    fc.assert(
      fc.property(graphs, (given) => {
        const judged = validateScenario(given);
        const named = (code: string) => judged.filter((one) => one.code === code).map(({ node }) => node).sort();
        const codes = given.nodes.map(({ code }) => code);
        expect(named("unreachable")).toEqual(codes.filter((code) => !leads(given, "0", (one) => one === code, 7)).sort());
        expect(named("no_way_out")).toEqual(codes.filter((code) => !leads(given, code, isEnding(given), 7)).sort());
      }),
      { numRuns: 300 },
    );
  });

  it("without findings ends: from every state choices have led to, the shortest way out is no longer than its nodes", () => {
    let judged = 0;
    fc.assert(
      fc.property(graphs, fc.array(fc.nat(), { maxLength: 12 }), (given, picks) => {
        if (validateScenario(given).length > 0) return;
        judged += 1;
        let at = given.start;
        for (const pick of picks) {
          const ways = next(given, at);
          if (ways.length > 0) at = ways[pick % ways.length] as string;
          expect(leads(given, at, isEnding(given), given.nodes.length)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(judged).toBeGreaterThan(50);
  });
});
