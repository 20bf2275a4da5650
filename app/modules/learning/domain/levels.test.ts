import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelReached, maySignOff } from "./levels.ts";

const facts = { completed: false, signedOff: false, named: false, observed: 0 };

describe("the level of a skill", () => {
  it("begins with a course, does with a sign-off, helps others when named or after observing what was signed off", () => {
    expect(levelReached(facts)).toEqual({ level: null, next: "begins" });
    expect(levelReached({ ...facts, completed: true })).toEqual({ level: "begins", next: "does" });
    expect(levelReached({ ...facts, completed: true, signedOff: true })).toEqual({ level: "does", next: "helps_others" });
    expect(levelReached({ ...facts, completed: true, signedOff: true, observed: 1 })).toEqual({ level: "helps_others", next: null });
    expect(levelReached({ ...facts, signedOff: true, named: true })).toEqual({ level: "helps_others", next: null });
    expect(levelReached({ ...facts, completed: true, observed: 3 })).toEqual({ level: "begins", next: "does" });
  });

  it("never falls when more is known", () => {
    const order = [null, "begins", "does", "helps_others"];
    const any = fc.record({ completed: fc.boolean(), signedOff: fc.boolean(), named: fc.boolean(), observed: fc.nat(3) });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const both = { completed: one.completed || other.completed, signedOff: one.signedOff || other.signedOff, named: one.named || other.named, observed: Math.max(one.observed, other.observed) };
        expect(order.indexOf(levelReached(both).level)).toBeGreaterThanOrEqual(order.indexOf(levelReached(one).level));
      }),
    );
  });
});

it("is signed off by somebody above or who helps others, and never by oneself", () => {
  const asked = { signerId: "a", learnerId: "b", lineAbove: ["m", "n"], level: null };
  expect(maySignOff(asked)).toBe(false);
  expect(maySignOff({ ...asked, signerId: "n" })).toBe(true);
  expect(maySignOff({ ...asked, level: "helps_others" })).toBe(true);
  expect(maySignOff({ ...asked, level: "does" })).toBe(false);
  expect(maySignOff({ ...asked, signerId: "b", lineAbove: ["b"], level: "helps_others" })).toBe(false);
});
