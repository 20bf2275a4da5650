import { rolesAtOwnPlace, type Role } from "#access/roles.ts";
import { readHot } from "#platform/transaction.server.ts";
import { withAncestors } from "./domain/departments.ts";
import { lineAbove as climb } from "./domain/reporting-line.ts";
import { grantsOf } from "./load-actor.server.ts";

/** A person as others need to name, reach and place them. */
export interface PersonBrief {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly siteCode: string | null;
  readonly departmentCode: string | null;
  readonly managerId: string | null;
  readonly language: "vi" | "en";
  readonly active: boolean;
}

type Row = NonNullable<ReturnType<typeof findRow>>;
const findRow = (id: string) => readHot("person.find", { id });

function brief(row: Row): PersonBrief {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    siteCode: row.siteCode,
    departmentCode: row.departmentCode,
    managerId: row.managerId,
    language: row.language === "en" ? "en" : "vi",
    active: row.active,
  };
}

/** A person, active or not; null for somebody unknown. */
export function findPerson(id: string): PersonBrief | null {
  const row = findRow(id);
  return row === null ? null : brief(row);
}

/** A person by e-mail, active or not; null for an address nobody has. */
export function findPersonByEmail(email: string): PersonBrief | null {
  const row = readHot("person.by-email", { email: email.trim().toLowerCase() });
  return row === null ? null : brief(row);
}

/** Several people by id; unknown ids are left out. */
export function findPeople(ids: Iterable<string>): Map<string, PersonBrief> {
  const found = new Map<string, PersonBrief>();
  for (const id of new Set(ids)) {
    const person = findPerson(id);
    if (person !== null) found.set(id, person);
  }
  return found;
}

/** The managers above a person, nearest first, inactive ones included. A circle ends the line. */
export function lineAbove(personId: string): PersonBrief[] {
  return climb(personId, (id) => findRow(id)?.managerId ?? null)
    .map(findPerson)
    .filter((person) => person !== null);
}

/**
 * Active people who hold a role, in order of e-mail. With a place, only those whose scope of that role contains it:
 * everything, that site, or that department or one above it; a role over oneself or one's team holds at one's own place.
 */
export function peopleWithRole(role: Role, place: { site?: string | null; department?: string | null } = {}): PersonBrief[] {
  const { site = null, department = null } = place;
  const holders = readHot("person.with-role", { role });
  if (site === null && department === null) return holders.map(brief);
  const above = withAncestors(department, readHot("department.tree", {}));
  const holdsThere = (person: Row): boolean =>
    grantsOf(person.id).some(({ role: held, scope }) => {
      if (held !== role) return false;
      if (scope.kind === "all") return true;
      if (scope.kind === "site") return scope.code === site;
      if (scope.kind === "department") return above.includes(scope.code);
      return site === null ? person.departmentCode === department : person.siteCode === site;
    });
  return holders.filter(holdsThere).map(brief);
}

/** Roles of a person whose scope contains their own site and department. */
export function rolesHeld(personId: string): Role[] {
  const person = findRow(personId);
  if (person === null) return [];
  const departments = withAncestors(person.departmentCode, readHot("department.tree", {}));
  return rolesAtOwnPlace(grantsOf(personId), { site: person.siteCode, departments });
}

/** Active people of a site in order of e-mail, without `exceptId`. */
export function colleaguesAtSite(siteCode: string, exceptId: string): PersonBrief[] {
  return readHot("person.at-site", { siteCode })
    .filter((person) => person.id !== exceptId)
    .map(brief);
}

/**
 * Whether a person is away on a local day, and who stands in: an active person who is not away that day, else nobody.
 * Standing in does not pass on: the stand-in's own stand-in is never asked.
 */
export function standInFor(personId: string, day: string): { readonly absent: boolean; readonly standIn: PersonBrief | null } {
  const absence = readHot("person.absence", { personId, day });
  if (absence === null) return { absent: false, standIn: null };
  const standIn = absence.standInId === null ? null : findPerson(absence.standInId);
  const available = standIn !== null && standIn.active && readHot("person.absence", { personId: standIn.id, day }) === null;
  return { absent: true, standIn: available ? standIn : null };
}
