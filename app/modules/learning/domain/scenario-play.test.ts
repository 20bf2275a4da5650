import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarios } from "./arbitraries.ts";
import type { Scenario } from "./content.ts";
import { begin, choose, endingOf, type PlayState, replay, turnOf } from "./scenario-play.ts";
import { validateScenario } from "./validate-scenario.ts";

/** Plays on by numbers until an ending or until they are used up. */
function played(scenario: Scenario, picks: readonly number[]): PlayState {
  let state = begin(scenario);
  for (const pick of picks) {
    const choices = turnOf(scenario, state)?.choices ?? [];
    const choice = choices[pick % Math.max(1, choices.length)];
    if (choice === undefined) break;
    state = choose(scenario, state, choice.code) ?? state;
  }
  return state;
}

/** Choices still needed from a node to the nearest ending. */
function nearestEnd(scenario: Scenario, from: string): number {
  const seen = new Set([from]);
  for (let here = [from], steps = 0; here.length > 0; steps += 1) {
    if (here.some((code) => scenario.nodes.find((node) => node.code === code)?.kind === "ending")) return steps;
    const next = here.flatMap((code) => scenario.nodes.flatMap((node) => (node.code === code && node.kind === "turn" ? node.choices.map(({ to }) => to) : [])));
    here = next.filter((code) => !seen.has(code) && seen.add(code));
  }
  return Infinity;
}

const picks = fc.array(fc.nat(99), { maxLength: 30 });

describe("playing a scenario", () => {
  it("is played on scenarios in which nothing is found wrong", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(validateScenario(scenario)).toEqual([]);
      }),
    );
  });

  it("is repeated exactly by its list of choices, from any point of it as well", () => {
    fc.assert(
      fc.property(scenarios, picks, fc.nat(30), (scenario, chosen, cut) => {
        const state = played(scenario, chosen);
        const choices = state.steps.map(({ choice }) => choice);
        expect(replay(scenario, choices)).toEqual(state);
        const kept = replay(scenario, choices.slice(0, cut % (choices.length + 1)));
        expect(kept?.steps).toEqual(state.steps.slice(0, cut % (choices.length + 1)));
      }),
    );
  });

  it("keeps trust and frustration within 0 and 100 and time from 0 up", () => {
    fc.assert(
      fc.property(scenarios, picks, (scenario, chosen) => {
        for (const { after } of played(scenario, chosen).steps) {
          for (const value of [after.trust, after.frustration]) expect(value >= 0 && value <= 100).toBe(true);
          expect(after.time).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("scores the sum of the points shown, which is what became of the person", () => {
    fc.assert(
      fc.property(scenarios, picks, (scenario, chosen) => {
        const { score, steps, feelings } = played(scenario, chosen);
        const first = begin(scenario).feelings;
        expect(score).toBe(steps.reduce((sum, { points }) => sum + points, 0));
        expect(score).toBe(feelings.trust - first.trust - (feelings.frustration - first.frustration));
      }),
    );
  });

  it("can end from wherever somebody stands", () => {
    fc.assert(
      fc.property(scenarios, picks, (scenario, chosen) => {
        let state = played(scenario, chosen);
        for (let left = scenario.nodes.length; !state.ended && left > 0; left -= 1) {
          const choices = turnOf(scenario, state)?.choices ?? [];
          const nearest = [...choices].sort((a, b) => nearestEnd(scenario, a.to) - nearestEnd(scenario, b.to))[0];
          state = choose(scenario, state, nearest?.code ?? "") ?? state;
        }
        expect(endingOf(scenario, state)).not.toBeNull();
      }),
    );
  });

  it("refuses a choice the turn does not have, and any after the end", () => {
    fc.assert(
      fc.property(scenarios, picks, (scenario, chosen) => {
        const state = played(scenario, chosen);
        expect(choose(scenario, state, "nothing")).toBeNull();
        if (state.ended) expect(choose(scenario, state, "c0")).toBeNull();
        expect(replay(scenario, ["nothing"])).toBeNull();
      }),
    );
  });
});
