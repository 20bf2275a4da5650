import { createHash } from "node:crypto";
import { findPerson } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import type { CourseContent } from "../domain/content.ts";
import { courseContent } from "../schemas.ts";
import { recordEvent } from "./record-event.server.ts";
import { storedContent } from "./stored-content.ts";

export type StoredVersion = Row<"LearningCourseVersion">;

/** The draft of a course as read in the transaction that changes it. Refuses 404. */
export async function readDraft(tx: Tx, course: string): Promise<StoredVersion> {
  const draft = await tx.find("LearningCourseVersion", { course, state: "draft" });
  if (draft === null) throw notFound();
  return draft;
}

/** What a form opened of a course, told apart from what is there now: 16 hex digits. */
export function markOf(part: unknown): string {
  return createHash("sha256").update(JSON.stringify(part ?? null)).digest("hex").slice(0, 16);
}

/** The part of a course that one form changes. */
export interface Part {
  /** As the audit names it: `head`, `lessons`, `lesson l2`, `node l2/t1`. */
  readonly name: string;
  readonly read: (course: CourseContent) => unknown;
  /** The mark of what the form was opened with; null: whatever is there is replaced. */
  readonly opened: string | null;
}

function changedMeanwhile(draft: StoredVersion): Refusal {
  const by = draft.authorId === null ? null : findPerson(draft.authorId);
  return new Refusal("draft_changed", { status: 409, params: { name: by?.name ?? "—", at: draft.updatedAt.toISOString() } });
}

async function write(tx: Tx, draft: StoredVersion, content: CourseContent, part: string, asked: Asked): Promise<number> {
  const revision = draft.revision + 1;
  const set = { content: JSON.stringify(content), revision, updatedAt: asked.now, authorId: asked.actor?.personId ?? draft.authorId };
  const changed = await tx.update("LearningCourseVersion", { course: draft.course, number: draft.number, state: "draft", revision: draft.revision }, set);
  if (changed !== 1) throw new Refusal("state_changed");
  await recordEvent(tx, { kind: "course", id: draft.course }, { type: "course.draft-saved", schema: 1, data: { code: draft.course, number: draft.number, revision, part } }, asked);
  return revision;
}

/**
 * Changes one part of a draft; others may meanwhile have changed other parts, never this one unseen.
 * @param edit answers the course after the change; null where what it changes is gone
 * @returns the new revision, the same one where nothing changed
 * Refuses: `forbidden`; `not_found`; 409 `draft_changed` with who saved the part meanwhile and when; 422 with the fields.
 */
export async function editDraft(course: string, part: Part, edit: (content: CourseContent) => CourseContent | null, asked: Asked): Promise<number> {
  demand(asked, "courses.edit");
  return transaction(async (tx) => {
    const draft = await readDraft(tx, course);
    const before = storedContent(draft.content);
    if (part.opened !== null && markOf(part.read(before)) !== part.opened) throw changedMeanwhile(draft);
    const after = edit(before);
    if (after === null) throw notFound();
    const content = parseInput(courseContent, after);
    return markOf(content) === markOf(before) ? draft.revision : write(tx, draft, content, part.name, asked);
  });
}

/**
 * Replaces a whole draft, as a file or another system has it. The code stays.
 * Refuses: `forbidden`; `not_found`; 412 `precondition_failed` for another revision; 422 `code_differs`.
 */
export async function replaceDraft(content: CourseContent, revision: number | null, asked: Asked): Promise<number> {
  demand(asked, "courses.edit");
  return transaction(async (tx) => {
    const draft = await readDraft(tx, content.code);
    if (revision !== null && draft.revision !== revision) throw new Refusal("precondition_failed");
    return write(tx, draft, content, "whole", asked);
  });
}
