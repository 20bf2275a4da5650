import type { PersonActor } from "#access/actor.ts";
import { newId } from "#kernel/ids.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { lineAbove } from "#modules/people/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row } from "#platform/transaction.server.ts";
import { recordEvent } from "../command.server.ts";
import { lessonOf, versionIn } from "../courses.server.ts";
import { maySignOff } from "../domain/levels.ts";
import type { ObservationFields } from "../schemas.ts";
import { settleAttempt } from "../taking/attempt-state.server.ts";
import { helpedCourses } from "./skill-level.server.ts";

export interface Observed {
  readonly id: string;
  readonly certificate: string | null;
}

const STATES = { signed_off: "signed_off", again: "again", observed: null } as const;

/** Whether somebody may observe this report at all, and whether they may sign it off. */
function rightsOn(person: PersonActor, report: Row<"LearningReport">, helped: readonly string[]): { readonly observes: boolean; readonly signs: boolean } {
  const line = lineAbove(report.personId).map(({ id }) => id);
  const signs = maySignOff({ signerId: person.personId, learnerId: report.personId, lineAbove: line, level: helped.includes(report.course) ? "helps_others" : null });
  return { observes: person.personId !== report.personId && (signs || report.observerId === person.personId), signs };
}

/**
 * Says what was seen of a colleague's practice. Observing is for the colleague who was asked, somebody above the learner
 * and who helps others in that skill; signing off and asking to try again for the latter two: it makes *completed* into
 * *verified*, and gives the certificate that waits for it. Never one's own. Refuses `forbidden`; `not_found`; 409
 * `state_changed` once it is signed off; 422 at `seen`.
 */
export async function observePractice(reportId: string, fields: ObservationFields, asked: Asked, remember?: RememberMade): Promise<Observed> {
  const person = demandPerson(asked, "learning.observe");
  const helped = await helpedCourses(person.personId);
  return transaction(async (tx) => {
    const report = await tx.find("LearningReport", { id: reportId });
    if (report === null || report.erasedAt !== null) throw notFound();
    const { observes, signs } = rightsOn(person, report, helped);
    if (!observes) throw notFound();
    if (fields.verdict !== "observed" && !signs) throw new Refusal("forbidden");
    const content = await versionIn(tx, report.course, report.version);
    const lesson = content === null ? null : lessonOf(content, report.lesson, "practice");
    if (content === null || lesson === null) throw notFound();
    if (fields.seen.some((position) => position >= lesson.observe.length)) throw invalidInput({ path: "seen", code: "unknown_choice" });
    if (report.state === "signed_off") throw new Refusal("state_changed");
    const { verdict, words } = fields;
    const level = verdict === "signed_off" ? (fields.level ?? "does") : null;
    const at = asked.now;
    const id = newId();
    await tx.insert("LearningObservation", { id, reportId, byId: person.personId, seen: JSON.stringify([...new Set(fields.seen)].sort((a, b) => a - b)), words, verdict, level, at });
    const state = STATES[verdict];
    if (state !== null) await tx.update("LearningReport", { id: reportId, state: report.state }, { state });
    await recordEvent(tx, asked, { kind: "practice", id: reportId }, { type: "practice.observed", schema: 1, data: { verdict, level, personId: report.personId } });
    await notify(tx, { personId: report.personId, kind: `practice.${verdict === "signed_off" ? "signed-off" : verdict}`, params: { name: person.name, course: content.title }, href: `/learn/practice/${reportId}`, at });
    const { certificate } = state === "signed_off" ? await settleAttempt(tx, report.attemptId, content, asked, person.personId) : { certificate: null };
    await remember?.(tx, id);
    return { id, certificate };
  });
}
