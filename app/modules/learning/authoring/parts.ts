import type { CourseContent } from "../domain/content.ts";

/** Parts of a course that one form each changes, by how the audit names them. */
interface PartReader {
  readonly name: string;
  readonly read: (course: CourseContent) => unknown;
}

export const HEAD_PART: PartReader = {
  name: "head",
  read: ({ title, summary, why, serves, skill, validMonths, verified }) => ({ title, summary, why, serves, skill, validMonths, verified }),
};

/** Which lessons there are, and in which order. */
export const LESSONS_PART: PartReader = { name: "lessons", read: ({ lessons }) => lessons.map(({ code }) => code) };

const lessonIn = (course: CourseContent, code: string) => course.lessons.find((lesson) => lesson.code === code);
const scenarioIn = (course: CourseContent, code: string) => {
  const lesson = lessonIn(course, code);
  return lesson?.kind === "scenario" ? lesson.scenario : undefined;
};

/** A lesson with everything in it; of a scenario all but its nodes, which have forms of their own. */
export const lessonPart = (code: string): PartReader => ({
  name: `lesson ${code}`,
  read: (course) => {
    const lesson = lessonIn(course, code);
    return lesson?.kind === "scenario" ? { ...lesson, scenario: { ...lesson.scenario, nodes: null } } : (lesson ?? null);
  },
});

/** Which nodes a scenario has. */
export const nodesPart = (lesson: string): PartReader => ({ name: `nodes ${lesson}`, read: (course) => scenarioIn(course, lesson)?.nodes.map(({ code }) => code) ?? null });

export const nodePart = (lesson: string, node: string): PartReader => ({ name: `node ${lesson}/${node}`, read: (course) => scenarioIn(course, lesson)?.nodes.find(({ code }) => code === node) ?? null });
