import type { ThreadEnd } from "#modules/thread/public.ts";
import { link } from "#modules/thread/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { CourseContent } from "../domain/content.ts";
import type { DraftOrigin } from "./events.ts";
import { recordEvent } from "./record-event.server.ts";

export interface MadeDraft {
  readonly code: string;
  readonly number: number;
}

export interface DraftOptions {
  readonly from: DraftOrigin;
  /** Only a course that is not there yet; else a further version of one that is. */
  readonly isNew: boolean;
  /** The decision or story it was made from. */
  readonly tellsOf?: ThreadEnd;
  /** Stores the answer in the same transaction, so that a form or a request sent twice answers the same. */
  readonly remember?: (tx: Tx, made: MadeDraft) => Promise<void> | void;
}

/** Words that stand in addresses where a course's code would. */
const RESERVED: ReadonlySet<string> = new Set(["new", "insights", "team", "images", "review", "practice", "certificates", "export"]);

async function insertVersion(tx: Tx, content: CourseContent, from: DraftOrigin, asked: Asked): Promise<MadeDraft> {
  const [last] = await tx.list("LearningCourseVersion", { course: content.code }, { orderBy: [["number", "desc"]], limit: 1 });
  const made = { code: content.code, number: (last?.number ?? 0) + 1 };
  await tx.insert("LearningCourseVersion", { course: made.code, number: made.number, content: JSON.stringify(content), authorId: asked.actor?.personId ?? null, createdAt: asked.now, updatedAt: asked.now });
  await recordEvent(tx, { kind: "course", id: made.code }, { type: "course.draft-created", schema: 1, data: { ...made, from } }, asked);
  return made;
}

/** As createDraft, inside the transaction it is given. */
export async function createDraftIn(tx: Tx, content: CourseContent, options: DraftOptions, asked: Asked): Promise<MadeDraft> {
  demand(asked, "courses.edit");
  const { code } = content;
  if (RESERVED.has(code)) throw invalidInput({ path: "code", code: "reserved_code" });
  const course = await tx.find("LearningCourse", { code });
  if (course !== null && options.isNew) throw invalidInput({ path: "code", code: "course_exists", params: { code } });
  if ((await tx.find("LearningCourseVersion", { course: code, state: "draft" })) !== null) throw new Refusal("draft_exists", { status: 409, params: { code } });
  if (course === null) await tx.insert("LearningCourse", { code, createdAt: asked.now });
  const made = await insertVersion(tx, content, options.from, asked);
  if (options.tellsOf !== undefined) {
    await link(tx, { from: { kind: "course", id: code }, to: options.tellsOf, relation: "tells_of", by: asked.actor?.personId ?? null, at: asked.now, automatic: true });
  }
  await options.remember?.(tx, made);
  return made;
}

/**
 * Makes a course with its first draft, or a further draft of a course.
 * Refuses: `forbidden`; 422 at `code`: `course_exists` where it should be new, `reserved_code`; 409 `draft_exists` where one is open.
 */
export async function createDraft(content: CourseContent, options: DraftOptions, asked: Asked): Promise<MadeDraft> {
  return transaction((tx) => createDraftIn(tx, content, options, asked));
}

/** A new draft that begins as the newest version is. Refuses: `forbidden`; `not_found`; 409 `draft_exists`. */
export async function reviseCourse(code: string, asked: Asked): Promise<MadeDraft> {
  demand(asked, "courses.edit");
  return transaction(async (tx) => {
    const [newest] = await tx.list("LearningCourseVersion", { course: code }, { orderBy: [["number", "desc"]], limit: 1 });
    if (newest === undefined) throw notFound();
    if (newest.state === "draft") throw new Refusal("draft_exists", { status: 409, params: { code } });
    const number = newest.number + 1;
    await tx.insert("LearningCourseVersion", { course: code, number, content: newest.content, authorId: asked.actor?.personId ?? null, createdAt: asked.now, updatedAt: asked.now });
    await recordEvent(tx, { kind: "course", id: code }, { type: "course.draft-created", schema: 1, data: { code, number, from: "version" } }, asked);
    return { code, number };
  });
}

/** Throws a draft away; a course that never was published goes with it. Refuses: `forbidden`; `not_found`. */
export async function discardDraft(code: string, asked: Asked): Promise<{ readonly courseIsGone: boolean }> {
  demand(asked, "courses.edit");
  return transaction(async (tx) => {
    const draft = await tx.find("LearningCourseVersion", { course: code, state: "draft" });
    if (draft === null) throw notFound();
    await tx.remove("LearningCourseVersion", { course: code, number: draft.number, state: "draft" });
    await recordEvent(tx, { kind: "course", id: code }, { type: "course.draft-discarded", schema: 1, data: { code, number: draft.number } }, asked);
    const courseIsGone = (await tx.count("LearningCourseVersion", { course: code })) === 0 && (await tx.count("LearningAssignment", { course: code })) === 0;
    if (courseIsGone) {
      await tx.remove("LearningCourseImage", { course: code });
      await tx.remove("LearningCourse", { code });
    }
    return { courseIsGone };
  });
}
