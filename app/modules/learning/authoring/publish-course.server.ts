import { newId } from "#kernel/ids.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { publishable } from "../domain/findings.ts";
import { validateCourse } from "../domain/validate-course.ts";
import { putInUse } from "../publish-content.server.ts";
import { readDraft } from "./draft.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { storedContent } from "./stored-content.ts";

/** A version that was put into use, or taken out of it. */
export interface Published {
  readonly code: string;
  readonly number: number;
}

/**
 * Publishes the draft of a course: whoever begins from now on learns by it, whoever has begun keeps their version.
 * Refuses: `forbidden`; `not_found`; 412 `precondition_failed` for another revision than the one looked at; 422
 * `findings_open` with each finding at its path.
 */
export async function publishCourse(code: string, { revision, note }: { readonly revision: number | null; readonly note: string | null }, asked: Asked, remember?: (tx: Tx, published: Published) => Promise<void> | void): Promise<Published> {
  demand(asked, "courses.edit");
  return transaction(async (tx) => {
    const draft = await readDraft(tx, code);
    if (revision !== null && draft.revision !== revision) throw new Refusal("precondition_failed");
    const content = storedContent(draft.content);
    const skills = new Set((await tx.list("LearningSkill", { active: true })).map((skill) => skill.code));
    const findings = validateCourse(content, skills);
    if (!publishable(findings)) {
      const errors = findings.filter(({ severity }) => severity === "error").map((found) => ({ path: found.path, code: `course_${found.code}` }));
      throw new Refusal("findings_open", { params: { count: errors.length }, errors });
    }
    await tx.update("LearningCourseVersion", { course: code, number: draft.number, state: "draft" }, { note });
    await putInUse(tx, content, draft.number, asked);
    await recordEvent(tx, { kind: "course", id: code }, { type: "course.published", schema: 1, data: { code, number: draft.number, lessons: content.lessons.length } }, asked);
    const published = { code, number: draft.number };
    await remember?.(tx, published);
    return published;
  });
}

/** Takes a course out of use in the transaction it is given; history, certificates and who is in the middle of it stay. */
export async function retireIn(tx: Tx, code: string, reason: string, asked: Asked): Promise<number> {
  const course = await tx.find("LearningCourse", { code });
  if (course === null) throw notFound();
  if (course.published === null) throw new Refusal("state_changed");
  await tx.update("LearningCourseVersion", { course: code, number: course.published }, { state: "retired", retiredAt: asked.now });
  await tx.update("LearningCourse", { code }, { published: null, retiredAt: asked.now });
  const decided = { state: "retired", openKey: null, decidedAt: asked.now, decidedById: asked.actor?.personId ?? null, reason };
  if ((await tx.update("LearningRetirement", { course: code, state: "open" }, decided)) === 0) {
    await tx.insert("LearningRetirement", { id: newId(), course: code, version: course.published, found: "[]", proposedAt: asked.now, ...decided });
  }
  await recordEvent(tx, { kind: "course", id: code }, { type: "course.retired", schema: 1, data: { code, number: course.published } }, asked);
  return course.published;
}

/**
 * Retires a course: nobody begins it any more and nobody is reminded of it.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed` for one that is not in use.
 */
export async function retireCourse(code: string, reason: string, asked: Asked, remember?: (tx: Tx, retired: Published) => Promise<void> | void): Promise<Published> {
  demand(asked, "courses.edit");
  return transaction(async (tx) => {
    const retired = { code, number: await retireIn(tx, code, reason, asked) };
    await remember?.(tx, retired);
    return retired;
  });
}
