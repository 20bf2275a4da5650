import { describe, expect, it } from "vitest";
import { later, randomCompany } from "./arbitraries.ts";
import { careless, learns, peopleOf } from "./attacker.ts";
import { ALL, type Company } from "./audience.ts";
import { drawCircle, seatsAround } from "./circle.ts";
import { type Disclosure, disclose, type Wave } from "./disclose.ts";
import { plus, type Tally, tallyOf } from "./figures.ts";
import { numbersFrom } from "./invent.ts";
import { boss, companyOf, shown, team } from "./sample-waves.ts";

const told = (wave: Wave, group: string) => disclose([wave], "agree")[0]?.told.get(group);

/** The circle around a person; who stands in which cell is what was drawn, and `answers` says who answered. */
function circleOf(company: Company, subject: string, answers: ReadonlyMap<string, number>, more: Partial<Wave> = {}): Wave | null {
  const drawn = drawCircle(seatsAround(company.people, subject, new Set(company.people.map(({ id }) => id))), more.k ?? 3);
  if (drawn === null) return null;
  const tallies = new Map<string, Tally>();
  const members = new Map<string, string[]>();
  for (const [person, cell] of drawn.cellOf) {
    members.set(cell, [...(members.get(cell) ?? []), person]);
    const value = answers.get(person);
    if (value !== undefined) tallies.set(cell, plus(tallies.get(cell) ?? { n: 0, good: 0, bad: 0 }, tallyOf("agree", value)));
  }
  return { id: "c", open: false, mode: "confidential", k: 3, frame: drawn.frame, members, tallies, ...more };
}

describe("the circle around a person", () => {
  const company = (reports: number, peers: number) => companyOf([boss("top", null), boss("A", "top"), ...team("A", reports), ...team("top", peers)]);
  const all = (of: Company, value = 4) => new Map(of.people.map(({ id }) => [id, value]));
  const states = (wave: Wave | null) => (wave === null ? null : Object.fromEntries([...(disclose([wave], "agree")[0]?.told ?? [])].map(([group, { state }]) => [group, state])));

  it("reports and peers of three each are told apart, fewer only together, and fewer than four altogether are not asked", () => {
    expect(states(circleOf(company(3, 3), "A", all(company(3, 3))))).toEqual({ all: "shown", reports: "shown", peers: "shown", manager: "named", self: "named" });
    expect(states(circleOf(company(3, 2), "A", all(company(3, 2))))).toEqual({ all: "shown", manager: "named", self: "named" });
    expect(circleOf(company(2, 1), "A", all(company(2, 1)))).toBeNull();
    expect(circleOf(company(3, 0), "A", all(company(3, 0)))).toBeNull();
  });

  it("the answers of the manager and of the person are in no figure of the others, and fewer than four answers tell nothing", () => {
    const four = company(3, 3);
    const calm = circleOf(four, "A", new Map([...all(four), ["A", 1], ["top", 1]]))!;
    expect(told(calm, ALL)).toEqual(told(circleOf(four, "A", all(four, 4))!, ALL));
    const three = circleOf(four, "A", new Map([["A-0", 4], ["A-1", 4], ["A-2", 4], ["A", 4], ["top", 4]]))!;
    expect(states(three)).toMatchObject({ all: "hidden", reports: "hidden", peers: "hidden", manager: "named" });
  });

  it("an attacker with all figures of a circle that answered twice learns of no fewer than three in 400 companies; without the rule they do", () => {
    const tried = { circles: 0, told: 0, bare: 0 };
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = numbersFrom(seed);
      const random = randomCompany(12 + Math.floor(next() * 60), next);
      const changed = later(random, Math.floor(next() * 5), next);
      const answersOf = (of: Company) => new Map(of.people.flatMap(({ id }) => (next() < 0.8 ? [[id, 1 + Math.floor(next() * 5)] as const] : [])));
      const leaders = [...new Set(random.people.flatMap(({ managerId }) => managerId ?? []))];
      const subject = leaders[Math.floor(next() * leaders.length)]!;
      const [answers, again] = [answersOf(random), answersOf(changed)];
      const [first, second] = [circleOf(random, subject, answers, { id: "c1" }), circleOf(changed, subject, again, { id: "c2" })];
      if (first === null || second === null) continue;
      tried.circles += 1;
      const [one, two] = disclose([first, second], "agree") as [Disclosure, Disclosure];
      const figures = (disclosed: Disclosure, wave: Wave, who: (person: string) => boolean = () => true) => shown(disclosed).map((group) => peopleOf(wave, group, who));
      // who answered is known, one circle at a time; then both, for somebody who takes everybody to have answered
      for (const groups of [
        figures(one, first, (person) => answers.has(person)),
        figures(two, second, (person) => again.has(person)),
        [...figures(one, first), ...figures(two, second)],
      ]) {
        tried.told += groups.length;
        expect(learns(groups, 3).exposed, `company ${seed}, ${subject}`).toBeNull();
      }
      const bare = [...careless(first).map((group) => peopleOf(first, group)), ...careless(second).map((group) => peopleOf(second, group))];
      if (learns(bare, 3).exposed !== null) tried.bare += 1;
    }
    expect(tried.circles).toBeGreaterThan(150);
    expect(tried.told).toBeGreaterThan(400);
    expect(tried.bare).toBeGreaterThan(20);
  }, 120_000);
});
