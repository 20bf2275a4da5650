import type { CourseContent, Lesson } from "./content.ts";

/** What is kept of one lesson of an attempt. */
export interface LessonRecord {
  readonly lesson: string;
  readonly finished: boolean;
  /** null: nothing to pass */
  readonly passed: boolean | null;
}

/** What is kept of field practice in an attempt. */
export interface PracticeRecord {
  readonly lesson: string;
  readonly state: "waiting" | "signed_off" | "again";
}

export interface Progress {
  readonly done: readonly string[];
  /** The first lesson that is not done yet; null: all are. */
  readonly next: string | null;
  readonly completed: boolean;
  /** Practice lessons that nobody has signed off yet. */
  readonly unverified: readonly string[];
  /** Whether a certificate is earned: completed, and signed off where the course asks for it. */
  readonly earned: boolean;
}

/**
 * Whether a lesson is done: reading, reflection and a scenario once finished; a quiz once passed; practice once it was told
 * as often as the lesson asks, told again not counting until it is told anew.
 */
export function isDone(lesson: Lesson, records: readonly LessonRecord[], reports: readonly PracticeRecord[]): boolean {
  if (lesson.kind === "practice") return reports.filter((report) => report.lesson === lesson.code && report.state !== "again").length >= lesson.times;
  const record = records.find((one) => one.lesson === lesson.code);
  return record?.finished === true && (lesson.kind !== "quiz" || record.passed === true);
}

/** How far an attempt is. An attempt without a record has done nothing, whatever the course is. */
export function progressOf(course: CourseContent, records: readonly LessonRecord[], reports: readonly PracticeRecord[]): Progress {
  const done = course.lessons.filter((lesson) => isDone(lesson, records, reports)).map(({ code }) => code);
  const completed = course.lessons.length > 0 && done.length === course.lessons.length;
  const unverified = course.lessons.filter(({ kind, code }) => kind === "practice" && !reports.some((report) => report.lesson === code && report.state === "signed_off")).map(({ code }) => code);
  return {
    done,
    next: course.lessons.find(({ code }) => !done.includes(code))?.code ?? null,
    completed,
    unverified,
    earned: completed && (!course.verified || unverified.length === 0),
  };
}
