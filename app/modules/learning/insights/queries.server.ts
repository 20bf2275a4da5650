import { db } from "#platform/db.server.ts";
import { taughtCourses } from "../courses.server.ts";
import { choiceFigures, questionFigures } from "./answers.server.ts";
import { courseEffects, type WorkFactsReader } from "./effect.server.ts";
import { courseProgress } from "./progress.server.ts";
import type { CourseFigures, CourseInsights, RetirementView } from "./view-models.ts";

async function openProposals(): Promise<Map<string, RetirementView>> {
  const rows = await db.learningRetirement.findMany({ where: { state: "open" }, select: { id: true, course: true, proposedAt: true } });
  return new Map(rows.map(({ id, course, proposedAt }) => [course, { id, proposedAt: proposedAt.toISOString() }]));
}

/** Every course in use: who took it, and what it changed at work. */
export async function coursesFigures(readFacts: WorkFactsReader, now: Date): Promise<CourseFigures[]> {
  const [effects, proposals] = await Promise.all([courseEffects(readFacts, now), openProposals()]);
  return Promise.all(effects.map(async (effect) => ({ ...effect, people: (await courseProgress(effect.code)).total, proposal: proposals.get(effect.code) ?? null })));
}

/** Everything about one course in use; null for one that is not. */
export async function courseInsights(code: string, readFacts: WorkFactsReader, now: Date): Promise<CourseInsights | null> {
  const course = (await taughtCourses()).get(code);
  if (course === undefined) return null;
  const [effects, proposals, { total, teams, others }, choices, questions] = await Promise.all([
    courseEffects(readFacts, now),
    openProposals(),
    courseProgress(code),
    choiceFigures(course.content, course.version),
    questionFigures(course.content, course.version),
  ]);
  const effect = effects.find((one) => one.code === code);
  return effect === undefined ? null : { ...effect, people: total, teams, others, choices, questions, proposal: proposals.get(code) ?? null };
}
