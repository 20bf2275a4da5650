import { newId } from "#kernel/ids.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { decrypt, encrypt } from "#platform/secrets.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { ownAttempt } from "../command.server.ts";
import { lessonOf, versionIn } from "../courses.server.ts";
import { finishInAttempt, settleAttempt } from "./attempt-state.server.ts";
import type { Moved } from "./finish-lesson.server.ts";

const contextOf = (id: string) => `reflection.text:${id}`;

/** The words of a reflection; for its writer alone. */
export function openReflection({ id, sealed }: { readonly id: string; readonly sealed: string }): string {
  return decrypt(sealed, contextOf(id));
}

/**
 * Keeps what somebody writes for themselves, encrypted; again changes it. It finishes the lesson, and leaves no trace in
 * the trail, in search or in any file. Refuses `forbidden`; `not_found`.
 */
export async function writeReflection(attemptId: string, lesson: string, text: string, asked: Asked): Promise<Moved> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    const attempt = await ownAttempt(tx, person.personId, attemptId);
    const content = await versionIn(tx, attempt.course, attempt.version);
    const reflection = content === null ? null : lessonOf(content, lesson, "reflection");
    if (content === null || reflection === null) throw notFound();
    const before = await tx.find("LearningReflection", { attemptId, lesson });
    const id = before?.id ?? newId();
    const words = { sealed: encrypt(text, contextOf(id)), updatedAt: asked.now };
    if (before === null) await tx.insert("LearningReflection", { id, personId: person.personId, attemptId, course: attempt.course, lesson, writtenAt: asked.now, ...words });
    else await tx.update("LearningReflection", { id }, words);
    await finishInAttempt(tx, attempt, reflection, asked);
    return settleAttempt(tx, attemptId, content, asked);
  });
}

/**
 * Shares a copy of a reflection, in words that may differ, with whoever takes the course; the reflection itself stays
 * private. Answers the copy's id. Refuses `forbidden`; `not_found` where nothing was written.
 */
export async function shareReflection(attemptId: string, lesson: string, text: string, asked: Asked): Promise<string> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    const written = await tx.find("LearningReflection", { attemptId, lesson, personId: person.personId });
    if (written === null) throw notFound();
    const id = newId();
    await tx.insert("LearningShare", { id, personId: person.personId, course: written.course, lesson, text, at: asked.now });
    return id;
  });
}

/** Takes a shared copy back. Refuses `forbidden`; `not_found`. */
export async function withdrawShare(id: string, asked: Asked): Promise<void> {
  const person = demandPerson(asked, "learning.take");
  await transaction(async (tx) => {
    const changed = await tx.update("LearningShare", { id, personId: person.personId, withdrawnAt: null }, { withdrawnAt: asked.now });
    if (changed === 0) throw notFound();
  });
}
