import type { CourseContent, Skill } from "../domain/content.ts";
import { courseContent, skillShape } from "../schemas.ts";

/** A version's content as it is stored. */
export function storedContent(text: string): CourseContent {
  return courseContent.parse(JSON.parse(text));
}

/** A skill as it is stored. */
export function storedSkill({ code, nameVi, nameEn, levels }: { readonly code: string; readonly nameVi: string; readonly nameEn: string; readonly levels: string }): Skill {
  return skillShape.parse({ code, name: { vi: nameVi, en: nameEn }, levels: JSON.parse(levels) as unknown });
}
