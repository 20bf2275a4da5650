import { rolesAtOwnPlace, type RoleGrant } from "#access/roles.ts";
import { daysBetween, localDay } from "#kernel/period.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { ActorFacts } from "./actor-facts.server.ts";
import { withAncestors } from "./domain/departments.ts";
import { grantOfRow } from "./domain/role-text.ts";
import { organisation } from "./organisation.server.ts";
import type { PersonBrief } from "./reporting-line.server.ts";

/** Somebody who might be asked to approve, with what the rules ask about them. */
export interface Approver extends PersonBrief {
  readonly roles: readonly RoleGrant[];
  readonly facts: ActorFacts;
}

function grouped<R extends { personId: string }, V>(rows: readonly R[], value: (row: R) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const group = groups.get(row.personId);
    if (group) group.push(value(row));
    else groups.set(row.personId, [value(row)]);
  }
  return groups;
}

/** Everybody active with roles and facts, in order of e-mail, and who is away on the local day of `at`, once each. */
export function approvers(at: Date): {
  readonly people: readonly Approver[];
  readonly absences: readonly { readonly personId: string; readonly standInId: string | null }[];
} {
  const day = localDay(at, organisation().timeZone);
  const tree = readHot("department.tree", {});
  const roles = grouped(readHot("person.all-roles", {}), grantOfRow);
  const courses = grouped(readHot("person.all-courses", { day }), (row) => row.course);
  const people = readHot("person.all-active", {}).map((person): Approver => {
    const grants = (roles.get(person.id) ?? []).filter((grant) => grant !== null);
    const { id, email, name, siteCode, departmentCode, managerId, active } = person;
    return {
      ...{ id, email, name, siteCode, departmentCode, managerId, active },
      language: person.language === "en" ? "en" : "vi",
      roles: grants,
      facts: {
        roles: rolesAtOwnPlace(grants, { site: siteCode, departments: withAncestors(departmentCode, tree) }),
        department: departmentCode ?? "none",
        site: siteCode ?? "none",
        ...(person.level === null ? {} : { level: person.level }),
        ...(person.startedOn === null ? {} : { tenureDays: Math.max(0, daysBetween(person.startedOn, day)) }),
        courses: courses.get(id) ?? [],
      },
    };
  });
  const absences = new Map<string, { personId: string; standInId: string | null }>();
  for (const absence of readHot("person.all-absences", { day })) if (!absences.has(absence.personId)) absences.set(absence.personId, absence);
  return { people, absences: [...absences.values()] };
}
