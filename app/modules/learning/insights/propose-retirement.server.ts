import { newId } from "#kernel/ids.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { peopleWithRole } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { retireIn } from "../authoring/publish-course.server.ts";
import { recordEvent } from "../authoring/record-event.server.ts";
import { courseEffects, type WorkFactsReader } from "./effect.server.ts";
import type { CourseEffect } from "./view-models.ts";

/** Days after HR kept a course before it may be proposed again. */
const KEPT_DAYS = 180;

async function propose(tx: Tx, { code, title, number, measures }: CourseEffect, now: Date): Promise<void> {
  const course = await tx.find("LearningCourse", { code });
  if (course?.published !== number || (await tx.find("LearningRetirement", { openKey: code })) !== null) return;
  const [last] = await tx.list("LearningRetirement", { course: code, state: "kept" }, { orderBy: [["decidedAt", "desc"]], limit: 1 });
  if (last?.decidedAt != null && now.getTime() - last.decidedAt.getTime() < KEPT_DAYS * 86_400_000) return;
  const id = newId();
  await tx.insert("LearningRetirement", { id, course: code, version: number, found: JSON.stringify(measures), openKey: code, proposedAt: now });
  await recordEvent(tx, { kind: "course", id: code }, { type: "course.retirement-proposed", schema: 1, data: { code, number, proposalId: id } }, { actor: "system", now });
  for (const person of peopleWithRole("hr")) await notify(tx, { personId: person.id, kind: "course.no-effect", params: { title }, href: `/courses/${encodeURIComponent(code)}/insights`, at: now });
}

/** Proposes each of these courses for retirement that nothing at work shows an effect of; one open proposal a course. */
export async function proposeRetirements(effects: readonly CourseEffect[], now: Date): Promise<void> {
  for (const effect of effects) if (effect.verdict === "no_effect") await transaction((tx) => propose(tx, effect, now));
}

/** Looks at what courses changed, and proposes those without effect for retirement. */
export async function lookAtCourses(readFacts: WorkFactsReader, now: Date): Promise<void> {
  await proposeRetirements(await courseEffects(readFacts, now), now);
}

/** Looks at courses each Monday morning. */
export const proposeRetirementsJob = (readFacts: WorkFactsReader): JobDefinition => ({ kind: "learning.propose-retirements", every: "10 1 * * 1", run: ({ now }) => lookAtCourses(readFacts, now) });

/**
 * Answers a proposal about a course: it is retired, or kept with a reason.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed` for one that is answered.
 */
export async function answerRetirement(course: string, id: string, { keep, reason }: { readonly keep: boolean; readonly reason: string }, asked: Asked, remember?: (tx: Tx) => Promise<void> | void): Promise<void> {
  demand(asked, "courses.edit");
  await transaction(async (tx) => {
    const row = await tx.find("LearningRetirement", { id, course });
    if (row === null) throw notFound();
    if (row.state !== "open") throw new Refusal("state_changed");
    if (keep) {
      const set = { state: "kept", openKey: null, decidedAt: asked.now, decidedById: asked.actor?.personId ?? null, reason };
      if ((await tx.update("LearningRetirement", { id, state: "open" }, set)) !== 1) throw new Refusal("state_changed");
      await recordEvent(tx, { kind: "course", id: row.course }, { type: "course.retirement-declined", schema: 1, data: { code: row.course, number: row.version, proposalId: id } }, asked);
    } else await retireIn(tx, row.course, reason, asked);
    await remember?.(tx);
  });
}
