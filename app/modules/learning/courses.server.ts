import { db } from "#platform/db.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { CourseContent, Lesson, LessonKind } from "./domain/content.ts";

/** A published version as people take it. */
export interface TaughtCourse {
  readonly version: number;
  readonly content: CourseContent;
}

const MOST_KEPT = 200;
/** Published versions never change, so that what was read once is right for ever; keyed by the text as well, for a database put in its place. */
const read = new Map<string, { readonly text: string; readonly content: CourseContent }>();

/** The stored text of a version; what is written was parsed by schemas.ts. */
export function contentOf(course: string, version: number, text: string): CourseContent {
  const key = `${course}/${version}`;
  const known = read.get(key);
  if (known?.text === text) return known.content;
  if (read.size >= MOST_KEPT) read.clear();
  const content = JSON.parse(text) as CourseContent;
  read.set(key, { text, content });
  return content;
}

/** One version, inside a transaction; null where there is none. */
export async function versionIn(tx: Tx, course: string, number: number): Promise<CourseContent | null> {
  const row = await tx.find("LearningCourseVersion", { course, number });
  return row === null ? null : contentOf(course, number, row.content);
}

/** The version in use, inside a transaction; null for a course that is not taught. */
export async function taughtIn(tx: Tx, code: string): Promise<TaughtCourse | null> {
  const course = await tx.find("LearningCourse", { code });
  if (course?.published == null) return null;
  const content = await versionIn(tx, code, course.published);
  return content === null ? null : { version: course.published, content };
}

/** The version in use of each course that is taught, by code. */
export async function taughtCourses(): Promise<Map<string, TaughtCourse>> {
  const courses = await db.learningCourse.findMany({ where: { published: { not: null } }, select: { code: true, published: true }, orderBy: { code: "asc" } });
  const rows = await db.learningCourseVersion.findMany({ where: { OR: courses.map(({ code, published }) => ({ course: code, number: published ?? 0 })) }, select: { course: true, number: true, content: true } });
  const byCode = new Map(rows.map(({ course, number, content }) => [course, { version: number, content: contentOf(course, number, content) }]));
  return new Map(courses.flatMap(({ code }) => (byCode.has(code) ? [[code, byCode.get(code) as TaughtCourse] as const] : [])));
}

/** Any versions, by `course/number`: what an attempt began with may be out of use. */
export async function versionsOf(wanted: readonly { readonly course: string; readonly version: number }[]): Promise<Map<string, CourseContent>> {
  const once = [...new Map(wanted.map((one) => [`${one.course}/${one.version}`, one])).values()];
  if (once.length === 0) return new Map();
  const rows = await db.learningCourseVersion.findMany({ where: { OR: once.map(({ course, version }) => ({ course, number: version })) }, select: { course: true, number: true, content: true } });
  return new Map(rows.map(({ course, number, content }) => [`${course}/${number}`, contentOf(course, number, content)]));
}

/** A lesson by its code and kind; null where the version has no such lesson. */
export function lessonOf<K extends LessonKind>(content: CourseContent, code: string, kind: K): Extract<Lesson, { kind: K }> | null {
  const lesson = content.lessons.find((one) => one.code === code);
  return lesson?.kind === kind ? (lesson as Extract<Lesson, { kind: K }>) : null;
}

/** Minutes of all lessons. */
export function minutesOf({ lessons }: CourseContent): number {
  return lessons.reduce((sum, { minutes }) => sum + minutes, 0);
}
