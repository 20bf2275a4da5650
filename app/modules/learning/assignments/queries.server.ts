import type { Actor } from "#access/actor.ts";
import { reach, within } from "#access/permissions.ts";
import { vietnameseNameKey } from "#kernel/text.ts";
import { departments, findPeople, sites } from "#modules/people/public.server.ts";
import { taughtCourses } from "../courses.server.ts";
import { aimOf } from "./aim.ts";
import { openAssignments, type Standing, standings } from "./standing.server.ts";
import type { AssignmentsView, AssignmentView, PlaceName, StandingCounts, StandingRow } from "./view-models.ts";

/** Rows of people that a page shows; the counts are of all. */
const SHOWN = 200;
const RANK = { overdue: 0, open: 1, done: 2 } as const;

function countsOf(list: readonly Standing[]): StandingCounts {
  const having = (state: Standing["state"]) => list.filter((one) => one.state === state).length;
  return { meant: list.length, done: having("done"), open: having("open"), overdue: having("overdue"), away: list.filter(({ person }) => person.absent).length };
}

/** Standings of people the actor may see: their own team, site, departments, or everybody; never their own. */
export async function readableStandings(actor: Actor, course: string | null, now: Date): Promise<Standing[]> {
  const scope = reach(actor, "assignments.read");
  if (scope === null) return [];
  const all = await standings(await openAssignments(course ?? undefined), now);
  return all.filter(({ person }) => within(scope, { managerId: person.managerId, siteCode: person.siteCode, departmentCode: person.departmentCode }));
}

const namesBy = (rows: readonly { readonly code: string; readonly nameVi: string; readonly nameEn: string }[]) => {
  const known = new Map(rows.map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }]));
  return (codes: readonly string[]): PlaceName[] => codes.map((code) => ({ code, name: known.get(code) ?? { vi: code, en: code } }));
};

/** Assignments in force (of one course, or of all) and the people they mean, as far as the actor reaches. */
export async function assignmentsView(actor: Actor, course: string | null, now: Date): Promise<AssignmentsView> {
  const [open, found, taught, allDepartments, allSites] = await Promise.all([openAssignments(course ?? undefined), readableStandings(actor, course, now), taughtCourses(), departments(), sites()]);
  const titleOf = (code: string) => taught.get(code)?.content.title ?? { vi: code, en: code };
  const [departmentNames, siteNames] = [namesBy(allDepartments), namesBy(allSites)];
  const everything = reach(actor, "assignments.read")?.all === true;
  const assignments = open.map((row): AssignmentView => {
    const aim = aimOf(row);
    const named = findPeople(aim.people);
    return {
      ...{ id: row.id, course: row.course, title: titleOf(row.course), roles: aim.roles, departments: departmentNames(aim.departments), sites: siteNames(aim.sites) },
      people: aim.people.flatMap((id) => named.get(id)?.name ?? []),
      ...{ startedFrom: row.startedFrom, assignedOn: row.assignedOn, dueDays: row.dueDays, everyMonths: row.everyMonths },
      counts: countsOf(found.filter(({ assignment }) => assignment.id === row.id)),
    };
  });
  const rows = found
    .map(({ assignment, person, state, dueOn }): StandingRow => ({ assignmentId: assignment.id, course: assignment.course, title: titleOf(assignment.course), person: { id: person.id, name: person.name }, state, dueOn, away: person.absent }))
    .map((row) => [row, `${RANK[row.state]} ${row.dueOn ?? "9999"} ${vietnameseNameKey(row.person.name)} ${row.person.id}`] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([row]) => row);
  // Whom somebody does not lead they may not know of: an assignment that means none of theirs is left out.
  return { assignments: everything ? assignments : assignments.filter(({ counts }) => counts.meant > 0), people: rows.slice(0, SHOWN), peopleCount: rows.length };
}
