import { describe, expect, it } from "vitest";
import { randomCompany } from "./arbitraries.ts";
import { learns, peopleOf } from "./attacker.ts";
import { ALL, type Company, type Group } from "./audience.ts";
import { type Disclosure, disclose, discloseThemes, type ThemeTold, type Wave } from "./disclose.ts";
import { numbersFrom } from "./invent.ts";
import { asked, boss, companyOf, shown, team, waveOf } from "./sample-waves.ts";
import { sightOf } from "./sight.ts";
import { type Theme, THEMES } from "./themes.ts";

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
