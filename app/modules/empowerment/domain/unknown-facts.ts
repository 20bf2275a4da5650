import type { Situation } from "./situation.ts";

/** Where the facts stand that may be unknown, sorted; bit n of a set of facts stands for the n-th. */
const paths = [
  "actor.department",
  "actor.level",
  "actor.site",
  "actor.tenureDays",
  "customer.lifetimeValue",
  "customer.ref",
  "customer.tier",
  "flags",
  "order.daysSincePurchase",
  "order.value",
];

/** The facts at some dotted paths as a set. */
export function factsAt(asked: Iterable<string>): number {
  const wanted = new Set(asked);
  return paths.reduce((bits, path, at) => (wanted.has(path) ? bits | (1 << at) : bits), 0);
}

/** The facts that are unknown in a situation, as a set; in the order of {@link paths}. */
export function unknownFacts(situation: Situation): number {
  return (
    (situation.department === undefined ? 1 : 0) |
    (situation.level === undefined ? 1 << 1 : 0) |
    (situation.site === undefined ? 1 << 2 : 0) |
    (situation.tenureDays === undefined ? 1 << 3 : 0) |
    (situation.lifetimeValue === undefined ? 1 << 4 : 0) |
    (situation.customerRef === undefined ? 1 << 5 : 0) |
    (situation.tier === undefined ? 1 << 6 : 0) |
    (situation.flags === undefined ? 1 << 7 : 0) |
    (situation.daysSincePurchase === undefined ? 1 << 8 : 0) |
    (situation.orderValue === undefined ? 1 << 9 : 0)
  );
}

/** The dotted paths of a set of facts, sorted. */
export function pathsOf(facts: number): string[] {
  return paths.filter((_, at) => (facts & (1 << at)) !== 0);
}
