export type { CourseContent, Lesson, LessonKind, Scenario, Skill, SkillLevel } from "./domain/content.ts";
