import { describe, expect, it } from "vitest";
import { later, randomCompany } from "./arbitraries.ts";
import { ALL, type Company, drawFrame, type Group } from "./audience.ts";
import { drawCircle, seatsAround } from "./circle.ts";
import { type Disclosure, disclose, discloseThemes, nextLarger, type ThemeTold, type Told, type Wave } from "./disclose.ts";
import { plus, type Tally, tallyOf } from "./figures.ts";
import { numbersFrom } from "./invent.ts";
import { sightOf } from "./sight.ts";
import { type Theme, THEMES } from "./themes.ts";

const K = 5;

/** A wave of a company in which `answers` says what each answered on five points; who is missing there stayed silent. */
function waveOf(company: Company, answers: ReadonlyMap<string, number>, more: Partial<Wave> = {}, whom = new Set(company.people.map(({ id }) => id))): Wave {
  const drawn = drawFrame(company, whom, more.k ?? K);
  if (drawn === null) throw new Error("too few people");
  const tallies = new Map<string, Tally>();
  const members = new Map<string, string[]>();
  for (const [person, cell] of drawn.cellOf) {
    members.set(cell, [...(members.get(cell) ?? []), person]);
    const value = answers.get(person);
    if (value !== undefined) tallies.set(cell, plus(tallies.get(cell) ?? { n: 0, good: 0, bad: 0 }, tallyOf("agree", value)));
  }
  return { id: "w", open: false, mode: "anonymous", k: K, frame: drawn.frame, members, tallies, ...more };
}

const team = (manager: string, size: number) => Array.from({ length: size }, (_each, index) => ({ id: `${manager}-${index}`, name: `${manager}-${index}`, managerId: manager, departmentCode: "D", siteCode: null }));
const boss = (id: string, managerId: string | null) => ({ id, name: id, managerId, departmentCode: "D", siteCode: null });
const companyOf = (people: Company["people"]): Company => ({ people, departments: [{ code: "D", name: { vi: "D", en: "D" }, parentCode: null }], sites: [] });
const told = (wave: Wave, group: string) => disclose([wave], "agree")[0]?.told.get(group);
const shown = ({ told: all }: Disclosure) => [...all].flatMap(([group, one]) => (one.state === "shown" ? [group] : []));

/** Twelve people: eight in A, four in B; their manager's manager is not asked. */
const twelve = companyOf([boss("top", null), boss("A", "top"), boss("B", "top"), ...team("A", 8), ...team("B", 4)]);
const asked = (company: Company) => new Set(company.people.filter(({ id }) => id.includes("-")).map(({ id }) => id));

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

/** A row of what is told: whose answers are summed in it. */
type Row = readonly number[];

function rankOf(rows: readonly Row[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  const width = left[0]?.length ?? 0;
  for (let column = 0; column < width && rank < left.length; column += 1) {
    const pivot = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    const top = left[rank]!;
    for (let other = rank + 1; other < left.length; other += 1) {
      const factor = left[other]![column]! / top[column]!;
      if (Math.abs(factor) > 1e-12) left[other] = left[other]!.map((value, index) => value - factor * top[index]!);
    }
    rank += 1;
  }
  return rank;
}

/**
 * Everything an attacker can work out who asks for every group and knows who belongs to it: whether some combination of the
 * told sums, with any coefficients, leaves over the answers of fewer than `k` people. Exact: people who stand in the same
 * groups always come with the same coefficient, so what is left over is a union of such sets; and a combination lives on a
 * set alone exactly when leaving out the set's columns lowers the rank.
 */
function learns(groups: readonly (readonly string[])[], k: number): { exposed: readonly string[] | null; tests: number } {
  const people = [...new Set(groups.flat())].sort();
  const sets = groups.map((group) => new Set(group));
  const alike = new Map<string, string[]>();
  for (const person of people) {
    const key = sets.map((set) => (set.has(person) ? "1" : "0")).join("");
    alike.set(key, [...(alike.get(key) ?? []), person]);
  }
  const classes = [...alike].map(([key, members]) => ({ members, column: [...key].map(Number) }));
  const small = classes.flatMap(({ members }, index) => (members.length < k ? [index] : []));
  const rows = groups.map((_group, row) => classes.map(({ column }) => column[row] ?? 0));
  const rank = rankOf(rows);
  let tests = 0;
  const search = (from: number, chosen: readonly number[], size: number): readonly string[] | null => {
    for (let at = from; at < small.length; at += 1) {
      const index = small[at]!;
      const grown = size + classes[index]!.members.length;
      if (grown >= k) continue;
      const set = [...chosen, index];
      tests += 1;
      if (rankOf(rows.map((row) => row.filter((_value, column) => !set.includes(column)))) < rank) return set.flatMap((each) => classes[each]!.members);
      const deeper = search(at + 1, set, grown);
      if (deeper !== null) return deeper;
    }
    return null;
  };
  return { exposed: rows.length === 0 ? null : search(0, [], 0), tests };
}

const peopleOf = (wave: Wave, group: string, only: (person: string) => boolean = () => true): string[] =>
  (wave.frame.groups.find(({ id }) => id === group)?.cells ?? []).flatMap((cell) => wave.members.get(cell) ?? []).filter(only);

/** Without the complement rule: every group of k answers or more is told. */
function careless(wave: Wave): string[] {
  return wave.frame.groups.filter(({ cells }) => cells.reduce((sum, cell) => sum + (wave.tallies.get(cell)?.n ?? 0), 0) >= wave.k).map(({ id }) => id);
}

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

const COMMENTS = 8;

/** A wave of comments: what the comment of each who wrote is about; null: about nothing known. */
function commentsOf(company: Company, about: ReadonlyMap<string, Theme | null>, more: Partial<Wave> = {}, whom?: Set<string>) {
  const wave = waveOf(company, new Map([...about.keys()].map((person) => [person, 3])), { k: COMMENTS, ...more }, whom);
  const counts = new Map<Theme, Map<string, number>>();
  const wrote = (group: string, theme: Theme | "any") => peopleOf(wave, group, (person) => (theme === "any" ? about.has(person) : about.get(person) === theme));
  for (const theme of THEMES) counts.set(theme, new Map(wave.frame.cells.map(({ id }) => [id, (wave.members.get(id) ?? []).filter((person) => about.get(person) === theme).length])));
  const [comments] = disclose([wave], "text") as [Disclosure];
  return { wave, comments, wrote, themes: discloseThemes(wave, comments, counts) };
}

describe("themes of comments", () => {
  const company = companyOf([boss("top", null), boss("A", "top"), boss("B", "top"), ...team("A", 20), ...team("B", 20)]);
  const about = (inA: number, inB: number) => new Map<string, Theme | null>([...team("A", 20).map(({ id }, index) => [id, index < inA ? "load" : null] as const), ...team("B", 20).map(({ id }, index) => [id, index < inB ? "load" : null] as const)]);
  const told = (inA: number, inB: number, more: Partial<Wave> = {}) => {
    const { themes } = commentsOf(company, about(inA, inB), more, asked(company));
    return [ALL, "line:A", "line:B"].map((group) => themes.get(group)?.map(({ theme, atLeast }) => `${theme} ${atLeast}`));
  };

  it("a theme told of the company and of a group exposes no remainder below eight", () => {
    expect(told(10, 9)).toEqual([["load 16"], ["load 8"], ["load 8"]]);
    // two of B would be what A leaves of everybody
    expect(told(12, 2)).toEqual([[], [], []]);
    expect(told(7, 0)).toEqual([[], [], []]);
  });

  it("what is about no told theme is eight comments or none, and nothing is told while people answer", () => {
    expect(told(20, 20)).toEqual([["load 40"], ["load 16"], ["load 16"]]);
    expect(told(15, 15)).toEqual([["load 24"], [], []]);
    expect(told(20, 20, { open: true })).toEqual([undefined, undefined, undefined]);
    expect(told(10, 9, { mode: "confidential", k: 3 })[0]).toEqual(["load 16"]);
  });

  const COMPANIES = 300;
  it(`an attacker with all themes of all groups learns of no fewer than eight comments in ${COMPANIES} companies, a manager who reads their own line's neither; without the rule both do`, () => {
    const tried = { told: 0, lines: 0, bare: 0, bareLines: 0 };
    for (let seed = 1; seed <= COMPANIES; seed += 1) {
      const next = numbersFrom(seed);
      const random = randomCompany(60 + Math.floor(next() * 140), next);
      const themes = THEMES.slice(0, 1 + Math.floor(next() * 3));
      const written = new Map(random.people.flatMap(({ id }) => (next() < 0.8 ? [[id, next() < 0.2 ? null : (themes[Math.floor(next() * themes.length)] ?? null)] as const] : [])));
      const { wave, comments, wrote, themes: disclosed } = commentsOf(random, written);
      const rows = (each: ReadonlyMap<string, readonly ThemeTold[]>, groups: readonly Group[]) => groups.flatMap(({ id }) => (each.get(id) ?? []).map(({ theme }) => wrote(id, theme)));
      const careful = rows(disclosed, wave.frame.groups);
      const bareThemes = new Map(shown(comments).map((group) => [group, THEMES.filter((theme) => wrote(group, theme).length >= COMMENTS).map((theme) => ({ theme, atLeast: COMMENTS }))]));
      tried.told += careful.length;
      expect(learns(careful, COMMENTS).exposed, `company ${seed}`).toBeNull();
      if (learns(rows(bareThemes, wave.frame.groups), COMMENTS).exposed !== null) tried.bare += 1;
      for (const [group, those] of disclosed) {
        const rest = wrote(group, "any").length - those.reduce((all, { theme }) => all + wrote(group, theme).length, 0);
        expect(those.length === 0 || rest === 0 || rest >= COMMENTS).toBe(true);
      }
      for (const manager of Object.keys(wave.frame.leaders)) {
        const sight = sightOf(wave.frame, { personId: manager, readsGroups: false });
        const read = new Set(sight.groups.filter((group) => sight.texts(group) && comments.told.get(group.id)?.state === "shown").flatMap(({ id }) => wrote(id, "any")));
        if (read.size === 0) continue;
        const beyond = (each: ReadonlyMap<string, readonly ThemeTold[]>) => rows(each, sight.groups).map((people) => people.filter((person) => !read.has(person))).filter((people) => people.length > 0);
        tried.lines += 1;
        expect(learns(beyond(disclosed), COMMENTS).exposed, `company ${seed}, ${manager}`).toBeNull();
        if (learns(beyond(bareThemes), COMMENTS).exposed !== null) tried.bareLines += 1;
      }
    }
    expect(tried.told).toBeGreaterThan(COMPANIES / 2);
    expect(tried.lines).toBeGreaterThan(COMPANIES);
    expect(tried.bare).toBeGreaterThan(COMPANIES / 10);
    expect(tried.bareLines).toBeGreaterThan(10);
  }, 120_000);
});
