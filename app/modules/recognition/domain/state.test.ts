import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVIDENCE_OUTCOMES, stateOf } from "./state.ts";

const outcomes = fc.array(fc.constantFrom(...EVIDENCE_OUTCOMES), { maxLength: 8 });

describe("the state of a recognition", () => {
  it.each([
    [[], "thanks"],
    [["pending"], "awaiting"],
    [["pending", "none"], "awaiting"],
    [["good", "pending"], "substantiated"],
    [["good", "none"], "substantiated"],
    [["good", "bad"], "not_substantiated"],
    [["bad", "pending"], "not_substantiated"],
    [["none", "none"], "not_measurable"],
  ] as const)("%j is %s", (given, state) => {
    expect(stateOf(given)).toBe(state);
  });

  it("does not depend on the order or on saying the same twice", () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        expect(stateOf([...given].reverse())).toBe(stateOf(given));
        expect(stateOf([...given, ...given])).toBe(stateOf(given));
      }),
    );
  });

  it("is thanks exactly without evidence, and never waits once nothing is pending", () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        expect(stateOf(given) === "thanks").toBe(given.length === 0);
        if (!given.includes("pending")) expect(stateOf(given)).not.toBe("awaiting");
      }),
    );
  });

  it("is substantiated only by something good and nothing bad", () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        expect(stateOf(given) === "substantiated").toBe(given.includes("good") && !given.includes("bad"));
      }),
    );
  });
});
