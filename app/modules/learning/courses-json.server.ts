import { minutesOf, taughtCourses, type TaughtCourse } from "./courses.server.ts";

function courseJson({ version, content }: TaughtCourse) {
  const { code, title, summary, why, serves, skill, validMonths, verified, lessons } = content;
  return { code, version, title, summary, why, serves, skill, minutes: minutesOf(content), validMonths, verified, lessons: lessons.map((lesson) => ({ code: lesson.code, title: lesson.title, kind: lesson.kind, minutes: lesson.minutes })) };
}

/** Courses that are taught, by code, without what is inside their lessons. */
export async function coursesJson() {
  return [...(await taughtCourses()).values()].map(courseJson);
}
