import { type Choice, type Ending, FEELING_VARIABLES, type FeelingVariable, type Scenario, type ScenarioNode, type Turn } from "./content.ts";

export type Feelings = Readonly<Record<FeelingVariable, number>>;

/** One choice as it was made: what it really did (a value at its bound does not move), and what it counts. */
export interface PlayStep {
  readonly node: string;
  readonly choice: string;
  readonly after: Feelings;
  /** trust gained less frustration caused */
  readonly points: number;
}

/** Where somebody stands in a scenario; a value, never changed. */
export interface PlayState {
  readonly node: string;
  readonly feelings: Feelings;
  readonly steps: readonly PlayStep[];
  /** sum of the points of all steps */
  readonly score: number;
  readonly ended: boolean;
}

const MOST: Feelings = { trust: 100, frustration: 100, time: Number.MAX_SAFE_INTEGER };

const clamped = (variable: FeelingVariable, value: number): number => Math.min(MOST[variable], Math.max(0, value));

/** What a choice leaves of the person: trust and frustration stay within 0 and 100, time never runs back below 0. */
export function applyEffects(feelings: Feelings, effects: Choice["effects"]): Feelings {
  return Object.fromEntries(FEELING_VARIABLES.map((name) => [name, clamped(name, feelings[name] + (effects[name] ?? 0))])) as Record<FeelingVariable, number>;
}

export function nodeOf(scenario: Scenario, code: string): ScenarioNode | null {
  return scenario.nodes.find((node) => node.code === code) ?? null;
}

/** The turn somebody stands at; null at an ending. */
export function turnOf(scenario: Scenario, state: PlayState): Turn | null {
  const node = nodeOf(scenario, state.node);
  return node?.kind === "turn" ? node : null;
}

/** The ending somebody reached; null while it goes on. */
export function endingOf(scenario: Scenario, state: PlayState): Ending | null {
  const node = nodeOf(scenario, state.node);
  return node?.kind === "ending" ? node : null;
}

/** The state before the first choice. */
export function begin(scenario: Scenario): PlayState {
  const feelings = applyEffects(scenario.begins, {});
  return { node: scenario.start, feelings, steps: [], score: 0, ended: nodeOf(scenario, scenario.start)?.kind === "ending" };
}

/** The state after one more choice; null where the turn has no such choice, or it leads nowhere. */
export function choose(scenario: Scenario, state: PlayState, choiceCode: string): PlayState | null {
  const choice = turnOf(scenario, state)?.choices.find(({ code }) => code === choiceCode);
  const next = choice === undefined ? null : nodeOf(scenario, choice.to);
  if (choice === undefined || next === null) return null;
  const after = applyEffects(state.feelings, choice.effects);
  const points = after.trust - state.feelings.trust - (after.frustration - state.feelings.frustration);
  return {
    node: next.code,
    feelings: after,
    steps: [...state.steps, { node: state.node, choice: choiceCode, after, points }],
    score: state.score + points,
    ended: next.kind === "ending",
  };
}

/** The state that a list of choices leads to from the beginning; null where one of them was not possible. */
export function replay(scenario: Scenario, choices: readonly string[]): PlayState | null {
  let state: PlayState | null = begin(scenario);
  for (const choice of choices) {
    if (state === null) return null;
    state = choose(scenario, state, choice);
  }
  return state;
}
