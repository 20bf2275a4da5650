import type { Asked } from "#platform/acting.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { CourseContent } from "../domain/content.ts";
import { createDraftIn, type MadeDraft } from "./create-draft.server.ts";
import { storedContent } from "./stored-content.ts";

interface ImportedCourse extends MadeDraft {
  /** False where the open draft, or without one the version in use, already says the same. */
  readonly added: boolean;
}

/** Members in the order of their shape, so that equal courses are equal texts. */
const ordered = (text: string): string => JSON.stringify(storedContent(text));

async function sameAlready(tx: Tx, content: CourseContent): Promise<MadeDraft | null> {
  const draft = await tx.find("LearningCourseVersion", { course: content.code, state: "draft" });
  const held = draft ?? (await tx.find("LearningCourseVersion", { course: content.code, state: "published" }));
  if (held === null || ordered(held.content) !== ordered(JSON.stringify(content))) return null;
  return { code: content.code, number: held.number };
}

/**
 * Reads a course in as a draft, of a new course or of one that is there; the same again has no effect, and with `dryRun`
 * nothing is written. Refuses as createDraft does.
 */
export async function importCourse(content: CourseContent, { dryRun }: { readonly dryRun: boolean }, asked: Asked): Promise<ImportedCourse> {
  return transaction(
    async (tx) => {
      const same = await sameAlready(tx, content);
      return same === null ? { ...(await createDraftIn(tx, content, { from: "file", isNew: false }, asked)), added: true } : { ...same, added: false };
    },
    { keep: () => !dryRun },
  );
}
