import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permissionFear, type PersonCases } from "./permission-fear.ts";

const person = (name: string, team: string | null, alone: number, asked: Record<string, number> = {}): PersonCases => ({ person: name, team, alone, asked });
const team = (name: string, size: number, alone: number, asked: Record<string, number> = {}) => Array.from({ length: size }, (_, index) => person(`${name}${index}`, name, alone, asked));

describe("permission fear", () => {
  it("is what was asked about of what lay inside authority, the most fearful team first", () => {
    const fear = permissionFear([...team("calm", 6, 19, { wanted_advice: 1 }), ...team("afraid", 5, 12, { feared_blame: 6, "": 2 })]);
    expect(fear?.teams.map(({ teams, people, asked }) => [teams, people, asked.hits, asked.n])).toEqual([
      [["afraid"], 5, 40, 100],
      [["calm"], 6, 6, 120],
    ]);
    expect(fear?.teams[0]?.reasons).toEqual([{ reason: "feared_blame", count: 30 }, { reason: null, count: 10 }]);
    expect(fear?.others).toBeNull();
    expect(fear?.total.asked).toMatchObject({ hits: 46, n: 220 });
  });

  it("holds the interval of the literature: 30 of 120 is 25 %, 18.1 to 33.4", () => {
    const fear = permissionFear(team("a", 6, 15, { feared_blame: 5 }));
    expect(fear?.total.asked).toMatchObject({ hits: 30, n: 120 });
    expect(Math.round((fear?.total.asked.low ?? 0) * 1000) / 10).toBe(18.1);
    expect(Math.round((fear?.total.asked.high ?? 0) * 1000) / 10).toBe(33.4);
  });

  it("gives no reasons where fewer than five people asked", () => {
    const fear = permissionFear([...team("a", 4, 5, { feared_blame: 1 }), person("quiet", "a", 9)]);
    expect(fear?.teams[0]?.asked.hits).toBe(4);
    expect(fear?.teams[0]?.reasons).toBeNull();
  });

  it("gives no reasons of all where those of a few could be computed from them", () => {
    const few = [...team("quiet", 5, 10), person("quiet0", "quiet", 0, { customer_asked: 2 })];
    const fear = permissionFear([...team("afraid", 6, 4, { feared_blame: 2 }), ...few]);
    expect(fear?.teams.map(({ reasons }) => reasons !== null)).toEqual([true, false]);
    expect(fear?.total.reasons).toBeNull();
    const more = permissionFear([...team("afraid", 6, 4, { feared_blame: 2 }), ...team("quiet", 5, 10)]);
    expect(more?.total.reasons).toEqual([{ reason: "feared_blame", count: 12 }]);
  });

  it("shows no team of four, alone or by subtraction", () => {
    const fear = permissionFear([...team("large", 8, 10), ...team("five", 5, 10), ...team("four", 4, 0, { feared_blame: 3 })]);
    expect(fear?.teams.map(({ teams }) => teams)).toEqual([["large"]]);
    expect(fear?.others).toMatchObject({ people: 9, asked: { hits: 12, n: 62 } });
  });

  it("shows nothing of four people", () => {
    expect(permissionFear(team("four", 4, 10))).toBeNull();
  });

  it("leaves out who had no case inside their authority", () => {
    expect(permissionFear([...team("a", 4, 3), person("idle", "a", 0)])).toBeNull();
  });

  it("loses no case: teams and others add up to the total, whatever the order", () => {
    const rows = fc.array(
      fc.record({ person: fc.constantFrom(..."abcdefghijklmnop"), team: fc.constantFrom("x", "y", "z", null), alone: fc.nat(9), asked: fc.record({ feared_blame: fc.nat(3), "": fc.nat(2) }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.func(fc.integer()), (drawn, order) => {
        const fear = permissionFear(drawn);
        if (fear === null) return;
        const parts = [...fear.teams, ...(fear.others === null ? [] : [fear.others])];
        expect(parts.reduce((total, { asked }) => total + asked.n, 0)).toBe(fear.total.asked.n);
        expect(parts.reduce((total, { asked }) => total + asked.hits, 0)).toBe(fear.total.asked.hits);
        for (const { people } of parts) expect(people).toBeGreaterThanOrEqual(5);
        const again = permissionFear([...drawn].sort((a, b) => order(a) - order(b)));
        expect(again?.total.asked).toEqual(fear.total.asked);
      }),
    );
  });
});
