import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import type { CourseContent } from "../domain/content.ts";
import { courseContent } from "../schemas.ts";

/** The largest course file that is read, in bytes. */
const MOST_BYTES = 2 * 1024 * 1024;

/** A course out of a JSON text. Refuses 400 `malformed_json`; 422 with every fault at its path. */
export function courseFromText(text: string): CourseContent {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    throw new Refusal("malformed_json");
  }
  return parseInput(courseContent, given);
}

/** The course file of a form. Refuses 422 at `file`: `required`, `file_too_large`, `not_json`; else as courseFromText. */
export async function uploadedCourse(form: FormData): Promise<CourseContent> {
  const file = form.get("file");
  if (file === null || typeof file === "string" || file.size === 0) throw invalidInput({ path: "file", code: "required" });
  if (file.size > MOST_BYTES) throw invalidInput({ path: "file", code: "file_too_large", params: { limit: MOST_BYTES / 1024 / 1024 } });
  const text = await file.text();
  try {
    return courseFromText(text);
  } catch (error) {
    // As a form's fault: the page stays, and what is wrong stands at the file.
    if (error instanceof Refusal && error.code === "malformed_json") throw invalidInput({ path: "file", code: "not_json" });
    throw error;
  }
}

/** A course as a file: two blanks deep, so that versions can be compared line by line. */
export function courseText(content: CourseContent): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
