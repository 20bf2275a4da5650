import { type Role, rolesAtOwnPlace } from "#access/roles.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { withAncestors } from "./domain/departments.ts";
import { grantsOf } from "./load-actor.server.ts";

/** How many active people hold the same roles at the same place. */
export interface PeopleGroup {
  /** Those that count for their own decisions, in order of name. */
  readonly roles: readonly Role[];
  readonly site: string | null;
  readonly department: string | null;
  readonly count: number;
}

/** The active people of the organisation, counted by roles, site and department. */
export async function peopleGroups(): Promise<PeopleGroup[]> {
  const people = await db.person.findMany({ where: { active: true }, select: { id: true, siteCode: true, departmentCode: true } });
  const tree = readHot("department.tree", {});
  const groups = new Map<string, PeopleGroup>();
  for (const { id, siteCode: site, departmentCode: department } of people) {
    const roles = rolesAtOwnPlace(grantsOf(id), { site, departments: withAncestors(department, tree) }).sort();
    const key = JSON.stringify([roles, site, department]);
    groups.set(key, { roles, site, department, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
