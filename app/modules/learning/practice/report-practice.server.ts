import type { PersonActor } from "#access/actor.ts";
import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { findPerson, organisation, standInFor } from "#modules/people/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "../command.server.ts";
import { lessonOf, versionIn } from "../courses.server.ts";
import type { ReportFields } from "../schemas.ts";
import { openLesson, settleAttempt } from "../taking/attempt-state.server.ts";
import { attemptIn } from "../taking/start-attempt.server.ts";

/** Whether a decision is the person's own, so that their practice may name it. */
export type OwnDecision = (actor: PersonActor, id: string) => Promise<boolean>;

export interface Reported {
  readonly id: string;
  readonly attemptId: string;
  readonly certificate: string | null;
}

/** The attempt the practice belongs to: the one that runs, else the last one, which may still be signed off; else a new one. */
async function attemptFor(tx: Tx, person: PersonActor, course: string, asked: Asked): Promise<Row<"LearningAttempt">> {
  const past = await tx.list("LearningAttempt", { personId: person.personId, course }, { orderBy: [["startedAt", "desc"]] });
  const last = past.find(({ openKey }) => openKey !== null) ?? past.find(({ state }) => state === "completed");
  return last ?? (await attemptIn(tx, person, course, asked)).attempt;
}

/** Who is asked to look: the colleague named, else the direct manager. Nobody is asked while they are away. */
function lookers(person: PersonActor, observerId: string | null, now: Date): string[] {
  const today = localDay(now, organisation().timeZone);
  const asked = observerId ?? person.managerId;
  if (asked === null) return [];
  const { absent, standIn } = standInFor(asked, today);
  if (!absent) return [asked];
  return standIn === null || standIn.id === person.personId ? [] : [standIn.id];
}

/**
 * Tells of a practice with a real customer in three lines: what they said, felt and left unsaid. Refuses `forbidden`;
 * `not_found` for a course or lesson without practice; 422 at `decisionId` (`unknown_decision`) and `observerId`
 * (`unknown_person`, `observer_self`).
 */
export async function reportPractice(fields: ReportFields, asked: Asked, isOwn: OwnDecision, remember?: RememberMade): Promise<Reported> {
  const person = demandPerson(asked, "learning.take");
  const { course, lesson, said, felt, unsaid, decisionId, observerId } = fields;
  if (decisionId !== null && !(await isOwn(person, decisionId))) throw invalidInput({ path: "decisionId", code: "unknown_decision" });
  if (observerId === person.personId) throw invalidInput({ path: "observerId", code: "observer_self" });
  if (observerId !== null && findPerson(observerId)?.active !== true) throw invalidInput({ path: "observerId", code: "unknown_person" });
  return transaction(async (tx) => {
    const attempt = await attemptFor(tx, person, course, asked);
    const content = await versionIn(tx, course, attempt.version);
    if (content === null || lessonOf(content, lesson, "practice") === null) throw notFound();
    const id = newId();
    const at = asked.now;
    const { personId, managerId, departmentCode, siteCode } = person;
    await openLesson(tx, attempt, lesson, at);
    await tx.insert("LearningReport", { id, attemptId: attempt.id, personId, course, version: attempt.version, lesson, said, felt, unsaid, decisionId, observerId, managerId, departmentCode, siteCode, at });
    const drawn = { by: personId, at, automatic: true, from: { kind: "practice", id } } as const;
    await link(tx, { ...drawn, to: { kind: "course", id: course }, relation: "about" });
    if (decisionId !== null) await link(tx, { ...drawn, to: { kind: "decision", id: decisionId }, relation: "tells_of" });
    await recordEvent(tx, asked, { kind: "practice", id }, { type: "practice.reported", schema: 1, data: { course, lesson, personId } });
    for (const looker of lookers(person, observerId, at)) await notify(tx, { personId: looker, kind: "practice.waiting", params: { name: person.name, course: content.title }, href: `/learn/practice/${id}`, at });
    const { certificate } = await settleAttempt(tx, attempt.id, content, asked);
    await remember?.(tx, id);
    return { id, attemptId: attempt.id, certificate };
  });
}
