import { rolesAtOwnPlace, type Role } from "#access/roles.ts";
import { readHot } from "#platform/transaction.server.ts";
import { withAncestors } from "./domain/departments.ts";
import { grantsOf } from "./load-actor.server.ts";

/** Somebody active, with what choosing people by their work asks about. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly managerId: string | null;
  readonly departmentCode: string | null;
  readonly siteCode: string | null;
  /** Those whose scope contains the person's own site and department. */
  readonly roles: readonly Role[];
  /** Their department and all above it, nearest first. */
  readonly departments: readonly string[];
  readonly startedOn: string | null;
  /** Away on the day. */
  readonly absent: boolean;
}

/** Everybody active, as they stand on a local day, in order of e-mail. */
export function workforce(day: string): Worker[] {
  const tree = readHot("department.tree", {});
  const away = new Set(readHot("person.all-absences", { day }).map(({ personId }) => personId));
  return readHot("person.all-active", {}).map(({ id, name, managerId, departmentCode, siteCode, startedOn }) => {
    const departments = withAncestors(departmentCode, tree);
    return { id, name, managerId, departmentCode, siteCode, startedOn, departments, roles: rolesAtOwnPlace(grantsOf(id), { site: siteCode, departments }), absent: away.has(id) };
  });
}

/** One of them; null for somebody unknown or no longer active. */
export function worker(personId: string, day: string): Worker | null {
  const person = readHot("person.find", { id: personId });
  if (person === null || !person.active) return null;
  const { id, name, managerId, departmentCode, siteCode, startedOn } = person;
  const departments = withAncestors(departmentCode, readHot("department.tree", {}));
  const absent = readHot("person.absence", { personId, day }) !== null;
  return { id, name, managerId, departmentCode, siteCode, startedOn, departments, roles: rolesAtOwnPlace(grantsOf(id), { site: siteCode, departments }), absent };
}
