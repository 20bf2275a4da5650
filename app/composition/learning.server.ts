import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { decisionPlace, findPolicyInForce, homeView } from "#modules/empowerment/public.server.ts";
import {
  answerInput, answerQuestion, choiceInput, chooseInScenario, finishReading, lessonView, nextStepOf, type Openings, playAgain, reflectionInput, replayInput, reportInput, reportPractice, shareReflection, startAttempt, withdrawShare,
  writeReflection,
} from "#modules/learning/public.server.ts";
import type { Opening } from "#modules/learning/view-models.ts";
import { actorFacts } from "#modules/people/public.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const among = (wanted: readonly string[] | null | undefined, held: readonly string[]): boolean => !wanted?.length || wanted.some((one) => held.includes(one));

/** Rules in force on the day that ask for a course and are meant for this person's role, department and shop, by course. */
export function openingsFor(actor: PersonActor, now: Date): Openings {
  const document = findPolicyInForce(now)?.document;
  const facts = actorFacts(actor.personId, now);
  const found = new Map<string, Opening[]>();
  if (document === undefined || facts === null) return found;
  const today = localDay(now, document.timeZone);
  for (const rule of document.rules) {
    const who = rule.who;
    const inForce = (rule.validFrom ?? "") <= today && (rule.validTo == null || today < rule.validTo);
    if (rule.effect !== "grant" || !inForce || !among(who?.roles, facts.roles) || !among(who?.departments, [facts.department]) || !among(who?.sites, [facts.site])) continue;
    const name = { vi: rule.name?.vi || rule.name?.en || rule.code, en: rule.name?.en || rule.name?.vi || rule.code };
    for (const course of who?.courses ?? []) found.set(course, [...(found.get(course) ?? []), { rule: rule.code, name }]);
  }
  return found;
}

/** The one thing worth doing now, for the home page; null where nothing is taught. */
export async function homeStep(actor: PersonActor) {
  if (!can(actor, "learning.take")) return null;
  const now = systemClock.now();
  const next = await nextStepOf(actor, now, openingsFor(actor, now));
  return next === null || ["rest", "done", "choose"].includes(next.step.kind) ? null : next;
}

/** Whether a decision is the person's own. */
export async function isOwnDecision(actor: PersonActor, id: string): Promise<boolean> {
  const decision = can(actor, "decisions.read") ? await decisionPlace(actor, id) : null;
  return decision !== null && decision.personId === actor.personId;
}

/** The latest decisions of one's own, to name one in a practice. */
export async function ownDecisions(actor: PersonActor): Promise<readonly { readonly id: string; readonly number: string; readonly name: { readonly vi: string; readonly en: string }; readonly at: string }[]> {
  if (!can(actor, "decisions.record")) return [];
  const { recent } = await homeView(actor);
  return recent.map(({ id, number, gesture, at }) => ({ id, number, name: gesture.name, at }));
}

/** The attempt a lesson is taken in: the one that counts now, else a new one. */
async function attemptFor(actor: PersonActor, course: string, lesson: string): Promise<string> {
  const view = await lessonView(actor, course, lesson, { play: null, again: false });
  if (view === null) throw notFound();
  return view.attempt ?? (await startAttempt(course, { actor, source: "screen", now: systemClock.now() })).id;
}

export interface LessonDone {
  readonly href: string;
  /** Message to show; null: the page says it itself. */
  readonly toast: string | null;
}

/** Does what a form of a lesson asks, and says where to go on. Refuses as the commands do. */
export async function doInLesson(actor: PersonActor, course: string, lesson: string, form: FormData, remember: Remember | null): Promise<LessonDone> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/learn/${encodeURIComponent(course)}/${encodeURIComponent(lesson)}`;
  const attempt = await attemptFor(actor, course, lesson);
  const settled = ({ completed, certificate }: { completed: boolean; certificate: string | null }, otherwise: LessonDone): LessonDone =>
    certificate !== null ? { href: `/learn/${encodeURIComponent(course)}`, toast: "learning:course.earned" } : completed ? { href: `/learn/${encodeURIComponent(course)}`, toast: "learning:course.finished" } : otherwise;
  switch (form.get("intent")) {
    case "finish": {
      const { after } = (await lessonView(actor, course, lesson, { play: null, again: false })) ?? { after: null };
      const moved = await finishReading(attempt, lesson, asked);
      return settled(moved, { href: after === null ? `/learn/${encodeURIComponent(course)}` : `/learn/${encodeURIComponent(course)}/${encodeURIComponent(after)}`, toast: null });
    }
    case "choose": {
      const { play } = await chooseInScenario(attempt, choiceInput(form, lesson), asked);
      return { href: `${here}?play=${play}`, toast: null };
    }
    case "replay":
      return { href: `${here}?play=${await playAgain(attempt, replayInput(form, lesson), asked)}`, toast: null };
    case "answer":
      await answerQuestion(attempt, answerInput(form, lesson), asked);
      return { href: here, toast: null };
    case "report": {
      await reportPractice(reportInput(form, course, lesson), asked, isOwnDecision, (tx) => remember?.(tx, { status: 303, location: here }));
      return { href: here, toast: "learning:practice.sent" };
    }
    case "reflect":
      return settled(await writeReflection(attempt, lesson, reflectionInput(form), asked), { href: here, toast: "learning:reflection.saved" });
    case "share":
      await shareReflection(attempt, lesson, reflectionInput(form), asked);
      return { href: here, toast: "learning:reflection.shared" };
    case "withdraw": {
      const id = form.get("share");
      await withdrawShare(typeof id === "string" ? id : "", asked);
      return { href: here, toast: "learning:reflection.withdrawn" };
    }
    default:
      throw notFound();
  }
}
