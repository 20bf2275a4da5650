import type { Company } from "./audience.ts";

const name = (code: string) => ({ vi: code, en: code });
const DEPARTMENTS = [{ code: "D", name: name("D"), parentCode: null }, { code: "D1", name: name("D1"), parentCode: "D" }, { code: "D2", name: name("D2"), parentCode: "D" }];
const SITES = ["S1", "S2", "S3"].map((code) => ({ code, name: name(code), parentCode: null }));

/** A company of so many people in random teams, departments and shops. */
export function randomCompany(size: number, next: () => number): Company {
  const people: Company["people"][number][] = [];
  for (let index = 0; index < size; index += 1) {
    // The first few lead the rest, as in shops: most teams are small.
    const leads = Math.max(1, Math.ceil(size / (4 + Math.floor(next() * 6))));
    const managerId = index === 0 ? null : `p${Math.floor(next() * Math.min(index, leads))}`;
    const manager = people.find(({ id }) => id === managerId);
    const stays = next() < 0.8;
    people.push({
      id: `p${index}`,
      managerId,
      departmentCode: (stays ? manager?.departmentCode : null) ?? DEPARTMENTS[Math.floor(next() * 3)]?.code ?? null,
      siteCode: (stays ? manager?.siteCode : null) ?? SITES[Math.floor(next() * 3)]?.code ?? null,
    });
  }
  return { people, departments: DEPARTMENTS, sites: SITES };
}

/** The same company some months later: some have left, come or moved. */
export function later(company: Company, changes: number, next: () => number): Company {
  let people = [...company.people];
  for (let change = 0; change < changes; change += 1) {
    const index = 1 + Math.floor(next() * (people.length - 1));
    const person = people[index];
    const boss = people[Math.floor(next() * people.length)];
    if (person === undefined || boss === undefined) continue;
    const kind = next();
    if (kind < 0.35 && !people.some(({ managerId }) => managerId === person.id)) people = people.filter(({ id }) => id !== person.id);
    else if (kind < 0.7) people.push({ ...person, id: `n${change}-${people.length}`, managerId: person.managerId ?? person.id });
    else if (boss.id !== person.id && boss.managerId !== person.id) people = people.map((each) => (each.id === person.id ? { ...each, managerId: boss.id, siteCode: boss.siteCode } : each));
  }
  return { ...company, people };
}
