import { expect, it } from "vitest";
import { randomCompany } from "./arbitraries.ts";
import { drawFrame } from "./audience.ts";
import { keptTogether } from "./blocks.ts";
import { disclose, type Wave } from "./disclose.ts";
import { type Tally, tallyOf, plus, NOTHING } from "./figures.ts";
import { numbersFrom } from "./invent.ts";

it("in 400 random companies each kept part holds the answers of five or more, and tells what its cells told", () => {
  let joined = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const next = numbersFrom(seed);
    const company = randomCompany(8 + Math.floor(next() * 90), next);
    const drawn = drawFrame(company, new Set(company.people.map(({ id }) => id)), 5);
    if (drawn === null) continue;
    const share = 0.1 + next() * 0.9;
    const [answered, tallies, members] = [new Map<string, number>(), new Map<string, Tally>(), new Map<string, string[]>()];
    for (const [person, cell] of drawn.cellOf) {
      members.set(cell, [...(members.get(cell) ?? []), person]);
      if (next() >= share) continue;
      answered.set(cell, (answered.get(cell) ?? 0) + 1);
      tallies.set(cell, plus(tallies.get(cell) ?? NOTHING, tallyOf("agree", 1 + Math.floor(next() * 5))));
    }
    const kept = keptTogether(drawn.frame, answered, { k: 5, overall: 5 });
    const of = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (answered.get(cell) ?? 0), 0);
    for (const cells of kept) expect(of(cells), `company ${seed}`).toBeGreaterThanOrEqual(5);
    const everybody = drawn.frame.cells.map(({ id }) => id).sort();
    expect(kept.flat().sort(), `company ${seed}`).toEqual(of(everybody) < 5 ? [] : everybody);
    joined += Number(drawn.frame.cells.some(({ id }) => of([id]) > 0 && of([id]) < 5) && kept.length > 0);
    const wave: Wave = { id: "w", open: false, mode: "anonymous", k: 5, frame: drawn.frame, members, tallies };
    const together = new Map(kept.map((cells) => [cells[0] ?? "", cells.reduce((sum, cell) => plus(sum, tallies.get(cell) ?? NOTHING), NOTHING)]));
    const after = disclose([{ ...wave, frame: { ...drawn.frame, kept }, tallies: together }], "agree")[0]?.told;
    expect(after, `company ${seed}`).toEqual(disclose([wave], "agree")[0]?.told);
  }
  // By cells alone, in most companies somebody would have stood among fewer.
  expect(joined).toBeGreaterThan(200);
});
