import type { CourseContent, Lesson } from "./content.ts";

export type LessonChange = "added" | "removed" | "changed";

/** What one version of a course has that another has not. */
export interface VersionChanges {
  /** Parts of the course itself that read otherwise, by their names. */
  readonly head: readonly (keyof Omit<CourseContent, "lessons" | "code">)[];
  readonly lessons: readonly { readonly code: string; readonly title: Lesson["title"]; readonly change: LessonChange }[];
  /** Lessons that both have stand in another order. */
  readonly reordered: boolean;
}

const HEAD = ["title", "summary", "why", "serves", "skill", "validMonths", "verified"] as const;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What changed from one version to the next; from null everything is new and nothing is told. */
export function versionChanges(before: CourseContent | null, after: CourseContent): VersionChanges {
  if (before === null) return { head: [], lessons: [], reordered: false };
  const was = new Map(before.lessons.map((lesson) => [lesson.code, lesson]));
  const is = new Map(after.lessons.map((lesson) => [lesson.code, lesson]));
  const common = (lessons: readonly Lesson[]) => lessons.map(({ code }) => code).filter((code) => was.has(code) && is.has(code));
  return {
    head: HEAD.filter((part) => !same(before[part], after[part])),
    lessons: [
      ...after.lessons.filter(({ code }) => !was.has(code)).map(({ code, title }) => ({ code, title, change: "added" as const })),
      ...after.lessons.filter((lesson) => was.has(lesson.code) && !same(was.get(lesson.code), lesson)).map(({ code, title }) => ({ code, title, change: "changed" as const })),
      ...before.lessons.filter(({ code }) => !is.has(code)).map(({ code, title }) => ({ code, title, change: "removed" as const })),
    ],
    reordered: !same(common(before.lessons), common(after.lessons)),
  };
}
