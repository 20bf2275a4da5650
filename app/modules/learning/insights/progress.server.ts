import { LEAST_PEOPLE, showable } from "#kernel/small-groups.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { TeamFigures } from "./view-models.ts";

/** One person's way through a course, with whose team they were in when they began it last. */
interface Way {
  readonly person: string;
  readonly manager: string | null;
  readonly completed: boolean;
  readonly verified: boolean;
  readonly reports: number;
}

async function ways(course: string): Promise<Way[]> {
  const [attempts, certificates, reports] = await Promise.all([
    db.learningAttempt.findMany({ where: { course }, select: { personId: true, managerId: true, completedAt: true }, orderBy: { startedAt: "asc" } }),
    db.learningCertificate.findMany({ where: { course, verified: true }, select: { personId: true } }),
    db.learningReport.groupBy({ by: ["personId"], where: { course }, _count: { _all: true } }),
  ]);
  const verified = new Set(certificates.map(({ personId }) => personId));
  const told = new Map(reports.map(({ personId, _count }) => [personId, _count._all]));
  const found = new Map<string, Way>();
  for (const { personId, managerId, completedAt } of attempts) {
    const completed = completedAt !== null || found.get(personId)?.completed === true;
    found.set(personId, { person: personId, manager: managerId, completed, verified: verified.has(personId), reports: told.get(personId) ?? 0 });
  }
  return [...found.values()];
}

function figures(list: readonly Way[], manager: string | null): TeamFigures {
  return {
    manager,
    teams: new Set(list.map((way) => way.manager)).size,
    began: list.length,
    completed: list.filter(({ completed }) => completed).length,
    verified: list.filter(({ verified }) => verified).length,
    reports: list.reduce((sum, { reports }) => sum + reports, 0),
  };
}

export interface Progress {
  readonly total: TeamFigures | null;
  readonly teams: readonly TeamFigures[];
  readonly others: TeamFigures | null;
}

/** Who began, completed and was signed off, by team; teams of fewer than five go together, and fewer than five in all show nothing. */
export async function courseProgress(course: string): Promise<Progress> {
  const all = await ways(course);
  const byTeam = new Map<string | null, Way[]>();
  for (const way of all) byTeam.set(way.manager, [...(byTeam.get(way.manager) ?? []), way]);
  const shown = showable([...byTeam.values()].map((list) => ({ list, people: new Set(list.map(({ person }) => person)) })));
  if (shown === null) return { total: null, teams: [], others: null };
  const managers = findPeople(all.flatMap(({ manager }) => manager ?? []));
  const together = shown.together.flatMap(({ list }) => list);
  const nameOf = (id: string | null | undefined) => (id == null ? null : (managers.get(id)?.name ?? null));
  return {
    total: figures(all, null),
    teams: shown.alone.map(({ list }) => figures(list, nameOf(list[0]?.manager))).sort((a, b) => b.completed / b.began - a.completed / a.began || b.began - a.began),
    others: together.length === 0 ? null : figures(together, null),
  };
}

/** People by how many took part in something; those of fewer than five people are left out. */
export function enough(people: Iterable<string>): boolean {
  return new Set(people).size >= LEAST_PEOPLE;
}
