import { db } from "#platform/db.server.ts";
import type { CourseContent } from "../domain/content.ts";
import { levelReached, type LevelReached } from "../domain/levels.ts";
import { taughtCourses } from "../courses.server.ts";

interface Kept {
  /** Attempts of the person that are completed, by course. */
  readonly completed: readonly { readonly course: string }[];
  /** Sign-offs of their own practice. */
  readonly signedOff: readonly { readonly course: string; readonly level: string | null }[];
  /** Practice of colleagues that they observed and that somebody else signed off. */
  readonly observed: readonly { readonly course: string }[];
}

function levelFrom(kept: Kept, courses: ReadonlySet<string>): LevelReached {
  const own = kept.signedOff.filter(({ course }) => courses.has(course));
  return levelReached({
    completed: kept.completed.some(({ course }) => courses.has(course)),
    signedOff: own.length > 0,
    named: own.some(({ level }) => level === "helps_others"),
    observed: kept.observed.filter(({ course }) => courses.has(course)).length,
  });
}

/** Codes of the courses that train each skill. */
function coursesBySkill(courses: Iterable<readonly [string, CourseContent]>): Map<string, Set<string>> {
  const bySkill = new Map<string, Set<string>>();
  for (const [code, { skill }] of courses) bySkill.set(skill, (bySkill.get(skill) ?? new Set()).add(code));
  return bySkill;
}

/** The level somebody reached in each skill that a taught course trains, by its code. */
export async function levelsOf(personId: string): Promise<Map<string, LevelReached>> {
  const [courses, completed, signedOff, observed] = await Promise.all([
    taughtCourses(),
    db.learningAttempt.findMany({ where: { personId, completedAt: { not: null } }, select: { course: true } }),
    db.learningObservation.findMany({ where: { verdict: "signed_off", report: { personId } }, select: { level: true, report: { select: { course: true } } } }),
    db.learningReport.findMany({ where: { state: "signed_off", personId: { not: personId }, observations: { some: { byId: personId, verdict: "observed" } } }, select: { course: true } }),
  ]);
  const kept = { completed, signedOff: signedOff.map(({ level, report }) => ({ course: report.course, level })), observed };
  return new Map([...coursesBySkill([...courses].map(([code, { content }]) => [code, content] as const))].map(([skill, codes]) => [skill, levelFrom(kept, codes)]));
}

/** Courses of the skills in which somebody helps others. */
export async function helpedCourses(personId: string): Promise<string[]> {
  const levels = await levelsOf(personId);
  const courses = await taughtCourses();
  return [...courses].filter(([, { content }]) => levels.get(content.skill)?.level === "helps_others").map(([code]) => code);
}
