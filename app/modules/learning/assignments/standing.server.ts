import { localDay } from "#kernel/period.ts";
import { businessCalendar, organisation, type Worker, worker, workforce } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot, type Row } from "#platform/transaction.server.ts";
import { dueFor, type DueState, type Held, isAimedAt } from "../domain/due-days.ts";
import { aimedOf, aimOf } from "./aim.ts";

export type StoredAssignment = Row<"LearningAssignment">;

/** Where somebody stands with an assignment. */
export interface Standing {
  readonly assignment: StoredAssignment;
  readonly person: Worker;
  readonly state: DueState;
  /** The last local day to finish on; null without one, and when nothing is left to do. */
  readonly dueOn: string | null;
}

interface Known {
  readonly today: string;
  readonly held: ReadonlyMap<string, readonly Held[]>;
  /** `person course` of those who hold it today in whatever way. */
  readonly qualified: ReadonlySet<string>;
}

const key = (personId: string, course: string) => `${personId} ${course}`;

/** Certificates and qualifications that count for these courses. */
async function known(courses: readonly string[], personId: string | null, now: Date): Promise<Known> {
  const today = localDay(now, organisation().timeZone);
  const rows = await db.learningCertificate.findMany({
    where: { course: { in: [...new Set(courses)] }, revokedAt: null, ...(personId === null ? {} : { personId }) },
    select: { personId: true, course: true, validFrom: true, validTo: true },
  });
  const held = new Map<string, Held[]>();
  for (const { personId: person, course, validFrom, validTo } of rows) {
    const place = key(person, course);
    held.set(place, [...(held.get(place) ?? []), { from: validFrom, to: validTo }]);
  }
  const own = personId === null ? readHot("person.all-courses", { day: today }) : readHot("person.courses", { personId, day: today }).map((course) => ({ personId, course }));
  return { today, held, qualified: new Set(own.map(({ personId: person, course }) => key(person, course))) };
}

function standingOf(assignment: StoredAssignment, person: Worker, { today, held, qualified }: Known): Standing | null {
  if (assignment.assignedOn > today || !isAimedAt(aimOf(assignment), aimedOf(person))) return null;
  const place = key(person.id, assignment.course);
  const certificates = held.get(place) ?? [];
  // Somebody may hold a course from before it was taught here: that counts as long as it lasts.
  if (certificates.length === 0 && qualified.has(place)) return { assignment, person, state: "done", dueOn: null };
  const timing = { assignedOn: assignment.assignedOn, dueDays: assignment.dueDays, everyMonths: assignment.everyMonths };
  return { assignment, person, ...dueFor(timing, person.startedOn, certificates, today, businessCalendar(person.siteCode)) };
}

const OPEN = { endedAt: null } as const;

/** Everybody meant by these assignments, with where they stand, in order of assignment and e-mail. */
export async function standings(assignments: readonly StoredAssignment[], now: Date): Promise<Standing[]> {
  const facts = await known(assignments.map(({ course }) => course), null, now);
  const people = workforce(facts.today);
  return assignments.flatMap((assignment) => people.flatMap((person) => standingOf(assignment, person, facts) ?? []));
}

/** Assignments in force, of courses that are taught now. */
export async function openAssignments(course?: string): Promise<StoredAssignment[]> {
  const taught = await db.learningCourse.findMany({ where: { published: { not: null }, ...(course === undefined ? {} : { code: course }) }, select: { code: true } });
  return db.learningAssignment.findMany({ where: { ...OPEN, course: { in: taught.map(({ code }) => code) } }, orderBy: [{ course: "asc" }, { at: "asc" }, { id: "asc" }] });
}

/** What is asked of one person now, by course; of several assignments of one course the one that is due first. */
export async function assignedTo(personId: string, now: Date): Promise<Map<string, Pick<Standing, "state" | "dueOn">>> {
  const open = await openAssignments();
  const facts = await known(open.map(({ course }) => course), personId, now);
  const person = worker(personId, facts.today);
  const found = new Map<string, Pick<Standing, "state" | "dueOn">>();
  for (const assignment of person === null ? [] : open) {
    const standing = person === null ? null : standingOf(assignment, person, facts);
    if (standing === null) continue;
    const before = found.get(assignment.course);
    const earlier = before === undefined || before.state === "done" || (standing.state !== "done" && (standing.dueOn ?? "9999") < (before.dueOn ?? "9999"));
    if (earlier) found.set(assignment.course, { state: standing.state, dueOn: standing.dueOn });
  }
  return found;
}
