import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { findPeople, lineAbove } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { versionsOf } from "./courses.server.ts";
import type { Text } from "./domain/content.ts";

/** One thing that somebody did to learn or to let others learn; what they wrote in it is no part of it. */
export interface LearningAct {
  readonly personId: string;
  readonly at: Date;
  /** lesson: read, answered or reflected on · scenario: played to its end · field: reported of a real customer · observed: looked at a colleague's practice */
  readonly what: "lesson" | "scenario" | "field" | "observed";
  /** lesson and scenario: `<attempt>/<lesson>`; field and observed: the report. */
  readonly id: string;
}

/** What these people finished, practised and observed in [from, to). A practice counts by its report, not by its lesson. */
export async function learningActs(personIds: readonly string[], from: Date, to: Date): Promise<LearningAct[]> {
  const [ids, span] = [{ in: [...personIds] }, { gte: from, lt: to }];
  const [finished, reports, observations] = await Promise.all([
    db.learningLessonResult.findMany({ where: { finishedAt: span, attempt: { personId: ids } }, select: { attemptId: true, lesson: true, finishedAt: true, attempt: { select: { personId: true, course: true, version: true } } } }),
    db.learningReport.findMany({ where: { personId: ids, at: span, erasedAt: null }, select: { id: true, personId: true, at: true } }),
    db.learningObservation.findMany({ where: { byId: ids, at: span, report: { erasedAt: null } }, select: { byId: true, at: true, reportId: true } }),
  ]);
  const versions = await versionsOf(finished.map(({ attempt }) => attempt));
  const lessons = finished.flatMap(({ attemptId, lesson, finishedAt, attempt: { personId, course, version } }): LearningAct[] => {
    const kind = versions.get(`${course}/${version}`)?.lessons.find(({ code }) => code === lesson)?.kind;
    if (finishedAt === null || kind === "practice") return [];
    return [{ personId, at: finishedAt, what: kind === "scenario" ? "scenario" : "lesson", id: `${attemptId}/${lesson}` }];
  });
  return [
    ...lessons,
    ...reports.map((row): LearningAct => ({ ...row, what: "field" })),
    ...observations.map(({ byId, at, reportId }): LearningAct => ({ personId: byId, at, what: "observed", id: reportId })),
  ];
}

/** A lesson that somebody finished, as one who leads them reads it. */
interface FinishedLesson {
  readonly id: string;
  readonly course: Text;
  readonly lesson: Text;
  readonly at: string;
  readonly href: string;
}

/** Of finished lessons (`<attempt>/<lesson>`), those the actor may know of: their own, those of people below them; HR's and internal audit's all. Which lesson it was and when, never what was written. */
export async function finishedLessons(actor: Actor, ids: readonly string[]): Promise<FinishedLesson[]> {
  if (actor.kind !== "person" || !can(actor, "learning.read") || ids.length === 0) return [];
  const rows = await db.learningLessonResult.findMany({
    where: { attemptId: { in: [...new Set(ids.map((id) => id.split("/")[0] ?? ""))] }, finishedAt: { not: null } },
    select: { attemptId: true, lesson: true, finishedAt: true, attempt: { select: { personId: true, course: true, version: true } } },
  });
  const office = can(actor, "learning.statements");
  const known = findPeople(rows.map(({ attempt }) => attempt.personId));
  const reads = (personId: string) => personId === actor.personId || (known.has(personId) && (office || lineAbove(personId).some(({ id }) => id === actor.personId)));
  const versions = await versionsOf(rows.map(({ attempt }) => attempt));
  const wanted = new Set(ids);
  return rows.flatMap(({ attemptId, lesson, finishedAt, attempt: { personId, course, version } }): FinishedLesson[] => {
    const id = `${attemptId}/${lesson}`;
    const content = versions.get(`${course}/${version}`);
    if (!wanted.has(id) || finishedAt === null || content === undefined || !reads(personId)) return [];
    const title = content.lessons.find(({ code }) => code === lesson)?.title ?? { vi: lesson, en: lesson };
    return [{ id, course: content.title, lesson: title, at: finishedAt.toISOString(), href: `/learn/${encodeURIComponent(course)}` }];
  });
}
