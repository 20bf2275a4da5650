import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_PEOPLE, showable } from "./small-groups.ts";

interface Named {
  readonly name: string;
  readonly people: ReadonlySet<string>;
}
const team = (name: string, ...people: string[]): Named => ({ name, people: new Set(people) });
const names = (groups: readonly Named[]) => groups.map(({ name }) => name);
const people = (from: number, count: number) => Array.from({ length: count }, (_, index) => `p${from + index}`);

describe("which groups may be shown", () => {
  it("shows a team of five and puts two smaller ones together where they are five as one", () => {
    const shown = showable([team("a", ...people(0, 5)), team("b", ...people(5, 2)), team("c", ...people(7, 3))]);
    expect(names(shown?.alone ?? [])).toEqual(["a"]);
    expect(names(shown?.together ?? [])).toEqual(["b", "c"]);
  });

  it("never leaves one small team to be found by subtraction: the smallest of the others joins it", () => {
    const shown = showable([team("large", ...people(0, 9)), team("five", ...people(20, 5)), team("small", ...people(30, 3))]);
    expect(names(shown?.alone ?? [])).toEqual(["large"]);
    expect(names(shown?.together ?? [])).toEqual(["five", "small"]);
  });

  it("counts somebody of two small teams once", () => {
    const shown = showable([team("a", ...people(0, 3)), team("b", "p0", "p1", "p3"), team("c", ...people(10, 6))]);
    expect(shown?.alone).toEqual([]);
    expect(names(shown?.together ?? [])).toEqual(["a", "b", "c"]);
  });

  it("shows nothing, not even a total, of fewer than five people", () => {
    expect(showable([team("a", ...people(0, 4))])).toBeNull();
    expect(showable([])).toBeNull();
  });

  const groups = fc.uniqueArray(
    fc.record({ name: fc.uuid(), size: fc.integer({ min: 1, max: 9 }), from: fc.integer({ min: 0, max: 40 }) }),
    { selector: ({ name }) => name, maxLength: 9 },
  );

  it("keeps every part, and the parts without any one of them, at five people or more", () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const all = drawn.map(({ name, size, from }) => team(name, ...people(from, size)));
        const shown = showable(all);
        const count = (some: readonly Named[]) => new Set(some.flatMap((group) => [...group.people])).size;
        if (shown === null) {
          expect(count(all)).toBeLessThan(LEAST_PEOPLE);
          return;
        }
        expect([...shown.alone, ...shown.together].map(({ name }) => name).sort()).toEqual(names(all).sort());
        for (const group of shown.alone) expect(group.people.size).toBeGreaterThanOrEqual(LEAST_PEOPLE);
        // what is left of the total when everything shown by itself is taken away
        if (shown.together.length > 0) expect(count(shown.together)).toBeGreaterThanOrEqual(LEAST_PEOPLE);
      }),
    );
  });
});
