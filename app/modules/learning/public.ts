export type { CourseContent, Lesson, LessonKind, Scenario, Skill, SkillLevel } from "./domain/content.ts";
export { LESSON_KINDS as lessonKinds } from "./domain/content.ts";
export { reasonFields } from "./authoring/fields.ts";
