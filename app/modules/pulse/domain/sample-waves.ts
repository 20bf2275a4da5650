import { type Company, drawFrame } from "./audience.ts";
import type { Disclosure, Wave } from "./disclose.ts";
import { plus, type Tally, tallyOf } from "./figures.ts";

/** How many answers a group needs in these waves, unless they say otherwise. */
export const K = 5;

/** A wave of a company in which `answers` says what each answered on five points; who is missing there stayed silent. */
export function waveOf(company: Company, answers: ReadonlyMap<string, number>, more: Partial<Wave> = {}, whom = new Set(company.people.map(({ id }) => id))): Wave {
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

/** People who report to one manager, named after them. */
export const team = (manager: string, size: number) => Array.from({ length: size }, (_each, index) => ({ id: `${manager}-${index}`, name: `${manager}-${index}`, managerId: manager, departmentCode: "D", siteCode: null }));
export const boss = (id: string, managerId: string | null) => ({ id, name: id, managerId, departmentCode: "D", siteCode: null });
export const companyOf = (people: Company["people"]): Company => ({ people, departments: [{ code: "D", name: { vi: "D", en: "D" }, parentCode: null }], sites: [] });
/** The groups of which a figure may be told. */
export const shown = ({ told: all }: Disclosure) => [...all].flatMap(([group, one]) => (one.state === "shown" ? [group] : []));
/** Everybody but the bosses. */
export const asked = (company: Company) => new Set(company.people.filter(({ id }) => id.includes("-")).map(({ id }) => id));
