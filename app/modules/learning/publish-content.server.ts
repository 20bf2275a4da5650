import { keepCourse } from "#modules/people/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { minutesOf } from "./courses.server.ts";
import type { CourseContent } from "./domain/content.ts";

/** What stands in the name of a course where the organisation keeps it. */
const LONGEST_NAME = 120;

/**
 * Puts a version in use: the one before is retired, and the organisation's course of that code is kept in step, so that
 * rules and qualifications may name it. Whether it may be published was asked before. A draft of that number becomes the
 * published version; without one it is added.
 */
export async function putInUse(tx: Tx, content: CourseContent, number: number, asked: Asked): Promise<void> {
  const { code, title } = content;
  const at = asked.now;
  const by = asked.actor?.personId ?? null;
  const course = await tx.find("LearningCourse", { code });
  if (course === null) await tx.insert("LearningCourse", { code, createdAt: at });
  const published = { state: "published", publishedAt: at, publishedById: by, updatedAt: at };
  if ((await tx.update("LearningCourseVersion", { course: code, number, state: "draft" }, published)) === 0) {
    await tx.insert("LearningCourseVersion", { course: code, number, content: JSON.stringify(content), authorId: by, createdAt: at, ...published });
  }
  if (course?.published != null && course.published !== number) await tx.update("LearningCourseVersion", { course: code, number: course.published }, { state: "retired", retiredAt: at });
  await tx.update("LearningCourse", { code }, { published: number, retiredAt: null });
  await keepCourse(tx, { code, nameVi: title.vi.slice(0, LONGEST_NAME), nameEn: title.en.slice(0, LONGEST_NAME), minutes: Math.max(1, minutesOf(content)) }, asked);
}
