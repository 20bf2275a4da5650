import { type Difference, excludesZero } from "#kernel/interval.ts";
import { FOUR_AT_ONCE, meanDifference } from "#kernel/mean.ts";
import { LEAST_PEOPLE } from "#kernel/small-groups.ts";

/** What is compared; each a share of cases, counted as 1 or 0 a case. */
export const TRANSFER_MEASURES = ["autonomy", "satisfied", "repeat_contact", "permission_fear"] as const;
export type TransferMeasure = (typeof TRANSFER_MEASURES)[number];

/** Which way of each measure is good for customers and staff. */
export const GOOD_WAY: Readonly<Record<TransferMeasure, "up" | "down">> = { autonomy: "up", satisfied: "up", repeat_contact: "down", permission_fear: "down" };

/** One case of one person: when, and the value of what is measured (0 or 1 for a share). */
export interface Fact {
  readonly person: string;
  readonly at: number;
  readonly value: number;
}

/** Who learnt it when: the instant of the certificate in milliseconds; null for somebody who has none. */
export interface Learner {
  readonly person: string;
  readonly trainedAt: number | null;
}

export interface Cell {
  /** Cases. */
  readonly n: number;
  /** Mean over people of each one's own mean. */
  readonly value: number;
}

export interface Arm {
  readonly people: number;
  readonly before: Cell;
  readonly after: Cell;
}

export type TransferVerdict = "effect" | "worse" | "no_effect" | "not_enough_yet";

export interface Transfer {
  readonly verdict: TransferVerdict;
  /** null: fewer than five people; nothing about them is shown. */
  readonly trained: Arm | null;
  readonly peers: Arm | null;
  /** How much more the trained changed than their peers, with its 95 % interval; null where either is hidden. */
  readonly difference: Difference | null;
  /** Whether the change stands beside the other measures too: its interval leaves out 0 where all four are looked at at once. */
  readonly firm: boolean;
}

export interface TransferOptions {
  readonly now: number;
  readonly better: "up" | "down";
  /** Days looked at on either side of the day somebody was trained. */
  readonly windowDays?: number;
  /** Days that must have passed since then. */
  readonly leastDays?: number;
  /** Cases of one person on either side, before they count. */
  readonly leastCases?: number;
  /** The smallest improvement that would be worth a course. */
  readonly worthwhile?: number;
}

const DAY_MS = 86_400_000;
const USUAL = { windowDays: 90, leastDays: 28, leastCases: 3, worthwhile: 0.15 };

interface Change {
  readonly before: { readonly n: number; readonly mean: number };
  readonly after: { readonly n: number; readonly mean: number };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Facts by person, so that each window is one pass over one person's cases. */
function byPerson(facts: readonly Fact[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const fact of facts) {
    const known = found.get(fact.person);
    if (known === undefined) found.set(fact.person, [fact]);
    else known.push(fact);
  }
  return found;
}

/** One person's cases on either side of an instant; null where there are too few on one of them. */
function changeAround(facts: readonly Fact[], pivot: number, { windowDays, leastCases, now }: Required<TransferOptions>): Change | null {
  const [from, to] = [pivot - windowDays * DAY_MS, Math.min(now, pivot + windowDays * DAY_MS)];
  const before = facts.filter(({ at }) => at >= from && at < pivot).map(({ value }) => value);
  const after = facts.filter(({ at }) => at >= pivot && at < to).map(({ value }) => value);
  if (before.length < leastCases || after.length < leastCases) return null;
  return { before: { n: before.length, mean: meanOf(before) }, after: { n: after.length, mean: meanOf(after) } };
}

/** A peer's change around the days others were trained, averaged: what would have happened anyway. */
function averaged(changes: readonly Change[]): Change | null {
  if (changes.length === 0) return null;
  const side = (which: "before" | "after") => ({ n: Math.max(...changes.map((change) => change[which].n)), mean: meanOf(changes.map((change) => change[which].mean)) });
  return { before: side("before"), after: side("after") };
}

function armOf(changes: readonly Change[]): Arm | null {
  if (changes.length < LEAST_PEOPLE) return null;
  const cell = (which: "before" | "after"): Cell => ({ n: changes.reduce((sum, change) => sum + change[which].n, 0), value: meanOf(changes.map((change) => change[which].mean)) });
  return { people: changes.length, before: cell("before"), after: cell("after") };
}

function verdictOf(difference: Difference | null, better: "up" | "down", worthwhile: number): TransferVerdict {
  if (difference === null) return "not_enough_yet";
  if (excludesZero(difference)) return difference.value > 0 === (better === "up") ? "effect" : "worse";
  const best = better === "up" ? difference.high : -difference.low;
  return best < worthwhile ? "no_effect" : "not_enough_yet";
}

/**
 * What a course changed at work: the change of trained people around the day each was trained, less the change of peers
 * who are not trained yet around the same days. Each person counts once, by the difference of their own means before and
 * after (collapsing the time series to two points keeps the interval honest although cases of one person hang together:
 * Bertrand, Duflo and Mullainathan, Quarterly Journal of Economics 2004; 119:249–275, §4C); the two groups of differences
 * are compared by Welch's interval. Where nothing changed, it says so falsely in at most 5 of 100 comparisons.
 *
 * `effect` and `worse`: the interval leaves out 0. `no_effect`: it holds 0 and no improvement that would be worth a course.
 * `not_enough_yet`: anything else, and always with fewer than five people in a group, which is then hidden.
 * @param facts cases of one measure, of trained people and peers
 * @param learners everybody compared; whoever was trained too lately to tell, or is trained later than `now`, is left out
 */
export function transfer(facts: readonly Fact[], learners: readonly Learner[], options: TransferOptions): Transfer {
  const all = { ...USUAL, ...options };
  const cases = byPerson(facts);
  const factsOf = (person: string) => cases.get(person) ?? [];
  const dated = learners.filter((learner): learner is { person: string; trainedAt: number } => learner.trainedAt !== null && learner.trainedAt <= all.now - all.leastDays * DAY_MS);
  const trained = dated.flatMap(({ person, trainedAt }) => changeAround(factsOf(person), trainedAt, all) ?? []);
  const pivots = dated.map(({ trainedAt }) => trainedAt);
  const peers = learners
    .filter(({ trainedAt }) => trainedAt === null)
    .flatMap(({ person }) => averaged(pivots.flatMap((pivot) => changeAround(factsOf(person), pivot, all) ?? [])) ?? []);
  const arms = { trained: armOf(trained), peers: armOf(peers) };
  const changeOf = ({ before, after }: Change) => after.mean - before.mean;
  const shown = arms.trained !== null && arms.peers !== null;
  const [own, others] = [trained.map(changeOf), peers.map(changeOf)];
  const difference = shown ? meanDifference(own, others) : null;
  const wide = shown ? meanDifference(own, others, FOUR_AT_ONCE) : null;
  return { ...arms, difference, firm: wide !== null && excludesZero(wide), verdict: verdictOf(difference, all.better, all.worthwhile) };
}

/**
 * What a course's four measures say together: a firm effect on one is enough, so that noise makes a course look effective no
 * more often than one measure; one that is not firm leaves it open, and only a clear *no* on all is none.
 */
export function courseVerdict(found: readonly Pick<Transfer, "verdict" | "firm">[]): TransferVerdict {
  const firm = (wanted: TransferVerdict) => found.some((one) => one.firm && one.verdict === wanted);
  if (firm("effect")) return "effect";
  if (firm("worse")) return "worse";
  const verdicts = new Set(found.map(({ verdict }) => verdict));
  if (verdicts.has("effect") || verdicts.has("worse")) return "not_enough_yet";
  return verdicts.has("no_effect") && !verdicts.has("not_enough_yet") ? "no_effect" : "not_enough_yet";
}
