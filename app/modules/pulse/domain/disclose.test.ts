import { describe, expect, it } from "vitest";
import { later, randomCompany } from "./arbitraries.ts";
import { careless, learns, peopleOf } from "./attacker.ts";
import { ALL, type Company, type Group } from "./audience.ts";
import { type Disclosure, disclose, nextLarger, type Told, type Wave } from "./disclose.ts";
import { numbersFrom } from "./invent.ts";
import { asked, boss, companyOf, K, shown, team, waveOf } from "./sample-waves.ts";

const told = (wave: Wave, group: string) => disclose([wave], "agree")[0]?.told.get(group);

/** Twelve people: eight in A, four in B; their manager's manager is not asked. */
const twelve = companyOf([boss("top", null), boss("A", "top"), boss("B", "top"), ...team("A", 8), ...team("B", 4)]);
describe("one wave", () => {
  it("twelve people at 4.0 with eight at 4.25 do not expose the four at 3.5", () => {
    const values = [...[5, 5, 4, 4, 4, 4, 4, 4], ...[4, 4, 3, 3]];
    expect(values.reduce((a, b) => a + b) / 12).toBe(4);
    const wave = waveOf(twelve, new Map([...asked(twelve)].map((person, index) => [person, values[index] ?? 0])), {}, asked(twelve));
    const all = disclose([wave], "agree")[0]?.told;
    expect(all?.get(ALL)).toMatchObject({ state: "shown", figure: { value: 83, atLeast: 10 } });
    expect(all?.get("line:A")?.state ?? "hidden").toBe("hidden");
    expect(all?.get("line:B")?.state ?? "hidden").toBe("hidden");
  });

  it("a team whose colleagues mostly kept silent is told only with the next larger group", () => {
    const company = companyOf([boss("top", null), boss("A", "top"), boss("B", "top"), ...team("A", 8), ...team("B", 6)]);
    const answers = new Map(company.people.filter(({ id }) => id.startsWith("A-") || id === "B-0").map(({ id }) => [id, 4]));
    const wave = waveOf(company, answers, {}, asked(company));
    const all = disclose([wave], "agree")[0]?.told ?? new Map<string, Told>();
    expect(wave.frame.groups.map(({ id }) => id)).toEqual(expect.arrayContaining(["line:A", "line:B"]));
    expect([all.get("line:A")?.state, all.get("line:B")?.state, all.get(ALL)?.state]).toEqual(["hidden", "hidden", "shown"]);
    const group = wave.frame.groups.find(({ id }) => id === "line:B") as Group;
    expect(nextLarger(wave.frame, group, all)?.cells).toEqual(wave.frame.groups.find(({ id }) => id === ALL)?.cells);
  });

  it("nothing is told while people answer, nor with fewer than k answers, and low figures stand in a band", () => {
    const company = companyOf([boss("top", null), ...team("top", 9)]);
    const answers = (count: number, value: number) => new Map(team("top", count).map(({ id }) => [id, value]));
    expect(told(waveOf(company, answers(9, 4), { open: true }), ALL)).toEqual({ state: "open" });
    expect(told(waveOf(company, answers(4, 4)), ALL)).toEqual({ state: "hidden" });
    expect(told(waveOf(company, answers(8, 1)), ALL)).toMatchObject({ state: "shown", figure: { value: 20, banded: true, good: null, interval: null, atLeast: 5 } });
    expect(told(waveOf(company, answers(9, 4), { k: 10 }), ALL)).toEqual({ state: "hidden" });
  });
});

describe("two waves", () => {
  const five = companyOf([boss("top", null), ...team("top", 5)]);
  const six = companyOf([boss("top", null), ...team("top", 6)]);
  const all = (company: Company, value: number) => new Map(company.people.map(({ id }) => [id, value]));

  it("five at 4.2 and then six at 3.667 do not expose the one: only the direction is told", () => {
    const first = waveOf(five, new Map([...all(five, 4), ["top-0", 5]]), { id: "w1" });
    const second = waveOf(six, new Map([...all(six, 4), ["top-0", 5], ["top-5", 1]]), { id: "w2" });
    const [one, two] = disclose([first, second], "agree");
    expect(one?.told.get(ALL)?.state).toBe("shown");
    expect(two?.told.get(ALL)).toEqual({ state: "trend", trend: "steady" });
  });

  it("the same people in both waves are told with both figures, and so are those of whom k changed", () => {
    const ten = companyOf([boss("top", null), ...team("top", 5), ...team("top", 10).slice(5).map((person) => ({ ...person, id: `new-${person.id}` }))]);
    const states = (second: Company) => disclose([waveOf(five, all(five, 4), { id: "w1" }), waveOf(second, all(second, 4), { id: "w2" })], "agree")[1]?.told.get(ALL)?.state;
    expect([states(five), states(ten)]).toEqual(["shown", "shown"]);
  });

  it("a wave that closes later changes nothing of what was told before", () => {
    const next = numbersFrom(3);
    const company = randomCompany(60, next);
    const first = waveOf(company, all(company, 4), { id: "w1" });
    const changed = later(company, 4, next);
    const [alone] = disclose([first], "agree");
    const [before] = disclose([first, waveOf(changed, all(changed, 2), { id: "w2" })], "agree");
    expect(before).toEqual(alone);
  });
});

describe("an attacker with every permitted query over random companies", () => {
  const COMPANIES = 400;
  const tried = { queries: 0, tests: 0, exposed: 0, bare: 0, told: 0 };

  it(`learns nothing about fewer than k people in ${COMPANIES} companies, over all groups and both waves; without the complement rule they do`, () => {
    for (let seed = 1; seed <= COMPANIES; seed += 1) {
      const next = numbersFrom(seed);
      const company = randomCompany(8 + Math.floor(next() * 90), next);
      const share = 0.35 + next() * 0.65;
      const answersOf = (of: Company) => new Map(of.people.flatMap(({ id }) => (next() < share ? [[id, 1 + Math.floor(next() * 5)] as const] : [])));
      const changed = later(company, Math.floor(next() * 9), next);
      const [answers, again] = [answersOf(company), answersOf(changed)];
      const [first, second] = [waveOf(company, answers, { id: "w1" }), waveOf(changed, again, { id: "w2" })];
      const [one, two] = disclose([first, second], "agree") as [Disclosure, Disclosure];
      const singles = [
        shown(one).map((group) => peopleOf(first, group, (person) => answers.has(person))),
        shown(two).map((group) => peopleOf(second, group, (person) => again.has(person))),
        // both waves at once, for somebody who takes everybody to have answered, and the same each time
        [...shown(one).map((group) => peopleOf(first, group)), ...shown(two).map((group) => peopleOf(second, group))],
      ];
      for (const groups of singles) {
        const found = learns(groups, K);
        tried.queries += groups.length;
        tried.tests += found.tests;
        expect(found.exposed, `company ${seed}`).toBeNull();
      }
      tried.told += Number(shown(one).length > 1);
      const bare = [...careless(first).map((group) => peopleOf(first, group)), ...careless(second).map((group) => peopleOf(second, group))];
      const within = careless(first).map((group) => peopleOf(first, group, (person) => answers.has(person)));
      if (learns(within, K).exposed !== null) tried.bare += 1;
      if (learns(bare, K).exposed !== null) tried.exposed += 1;
    }
    // The rule is no wall: most companies are told more than one figure.
    expect(tried.told).toBeGreaterThan(COMPANIES / 2);
    expect(tried.queries).toBeGreaterThan(4_000);
    // Without it the same attacker does learn, within one wave and between two.
    expect(tried.bare).toBeGreaterThan(COMPANIES / 5);
    expect(tried.exposed).toBeGreaterThan(COMPANIES / 2);
  }, 120_000);
});
