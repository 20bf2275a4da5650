import { addBusinessDays, addBusinessMinutes, type BusinessCalendar, NeverOpenError } from "#kernel/business-time.ts";
import { localDay } from "#kernel/period.ts";
import { actorFacts, businessCalendar, colleaguesAtSite, findPerson, lineAbove, peopleWithRole, rolesHeld, standInFor } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { answerableBy } from "./domain/authority.ts";
import { type ApprovalKind, type Search, excludedFrom, findApprover, findSecondPeople, type People } from "./domain/approver-search.ts";
import { budgetPlaces } from "./domain/budget-places.ts";
import { usageNow } from "./budget-usage.server.ts";
import type { LoadedPolicy } from "./policy-store.server.ts";
import { caseGroupOf, type DecisionRequest, escalationFor, type EscalationPath, type Facts, type Verdict } from "./public.ts";

/** A request that needs somebody else, as far as finding them goes. */
export interface Question {
  readonly policy: LoadedPolicy;
  readonly request: DecisionRequest;
  /** The requester's own evaluation. */
  readonly verdict: Pick<Verdict, "outcome" | "rule" | "reason">;
  readonly requester: { readonly id: string; readonly managerId: string | null; readonly siteCode: string | null };
  readonly customerRef: string | null;
  readonly customerPersonId: string | null;
  readonly caseTotal: number;
  /** Everybody asked before on this decision. */
  readonly earlier: readonly string[];
}

/** Whom a question goes to, and until when. */
export interface Asking {
  readonly approverId: string;
  readonly onBehalfOfId: string | null;
  readonly kind: ApprovalKind;
  readonly dueAt: Date;
  /** Set on the last level: unanswered until then, the decision expires. */
  readonly expiresAt: Date | null;
  /** Everybody who may confirm as second person, the one asked first. */
  readonly colleagues: readonly string[];
}

/** One level of the climb. */
type Level = { readonly kind: "second_person"; readonly minutes: number } | { readonly kind: "role"; readonly role: string; readonly minutes: number };

const EXPIRY_BUSINESS_DAYS = 3;

function pathOf({ policy, verdict }: Pick<Question, "policy" | "verdict">): EscalationPath {
  const path = escalationFor(policy.document, verdict);
  if (path === null) throw new Error("a refused request goes to nobody");
  return path;
}

/** The levels a question passes: a colleague where a second person is all it needs, the escalation role, its fallback. */
export function levelsOf(question: Pick<Question, "policy" | "verdict">): Level[] {
  const { to, withinMinutes, fallback, fallbackAfterMinutes, lastResort, secondPersonFirst } = pathOf(question);
  return [
    ...(secondPersonFirst ? [{ kind: "second_person" as const, minutes: withinMinutes }] : []),
    { kind: "role", role: to, minutes: withinMinutes },
    { kind: "role", role: fallback ?? lastResort, minutes: fallbackAfterMinutes },
  ];
}

/** The facts of somebody's evaluation of this request; null for somebody unknown. `budgetsOf` is whose budgets count. */
export function factsOf(question: Question, personId: string, budgetsOf: "own" | "requester", now: Date): Facts | null {
  const actor = actorFacts(personId, now);
  if (actor === null || actor.roles.length === 0) return null;
  const { requester, policy, request, customerRef, caseTotal } = question;
  const own = budgetsOf === "requester" ? requester : { id: personId, managerId: findPerson(personId)?.managerId ?? null };
  const subjects = { personId: own.id, managerId: own.managerId, siteCode: requester.siteCode, customerRef };
  return { now: now.toISOString(), actor, caseTotal, usage: usageNow(budgetPlaces(policy.document, request, subjects, now), now) };
}

function peopleAt(question: Question, now: Date): People {
  const day = localDay(now, question.policy.document.timeZone);
  return {
    lineAbove,
    rolesOf: rolesHeld,
    standInFor: (personId) => standInFor(personId, day),
    colleagues: () => (question.requester.siteCode === null ? [] : colleaguesAtSite(question.requester.siteCode, question.requester.id)),
    holdersOf: (role) => peopleWithRole(role as Parameters<typeof peopleWithRole>[0]),
  };
}

/** The search for whoever may answer a question. */
export function searchFor(question: Question, now: Date, budgetsOf: "own" | "requester" = "own"): Search {
  const { byException } = pathOf(question);
  return {
    requesterId: question.requester.id,
    customerPersonId: question.customerPersonId,
    earlier: question.earlier,
    people: peopleAt(question, now),
    qualifies: (personId) => {
      const facts = factsOf(question, personId, budgetsOf, now);
      return facts === null ? null : answerableBy(question.policy.compiled, question.request, facts, byException).how;
    },
  };
}

/** Whether somebody may never answer this question, whoever asks them. */
export function isExcluded(question: Question, personId: string, now: Date): boolean {
  return excludedFrom(searchFor(question, now)).has(personId);
}

/** Colleagues of the requester's site who may confirm as second person, at the requester's budgets. */
export function secondPeople(question: Question, now: Date): string[] {
  return findSecondPeople(searchFor(question, now, "requester"));
}

/** An instant so many business minutes on; by the clock where the calendar never opens. */
function dueAfter(now: Date, minutes: number, calendar: BusinessCalendar): Date {
  try {
    return addBusinessMinutes(now, minutes, calendar);
  } catch (error) {
    if (error instanceof NeverOpenError) return new Date(now.getTime() + minutes * 60_000);
    throw error;
  }
}

/** When a question ends unanswered: three business days of the site after the time of its last level. */
export function expiryAfter(dueAt: Date, siteCode: string | null): Date {
  const calendar = businessCalendar(siteCode);
  try {
    return addBusinessDays(dueAt, EXPIRY_BUSINESS_DAYS, calendar);
  } catch (error) {
    if (error instanceof NeverOpenError) return new Date(dueAt.getTime() + EXPIRY_BUSINESS_DAYS * 86_400_000);
    throw error;
  }
}

/**
 * Whom to ask at a level (0 is the first), or at the next one where somebody is found; null when nobody is left.
 * Times are business minutes of the requester's site from `now`.
 */
export function askAt(question: Question, level: number, now: Date): (Asking & { readonly level: number }) | null {
  const levels = levelsOf(question);
  const calendar = businessCalendar(question.requester.siteCode);
  for (let index = level; index < levels.length; index += 1) {
    const step = levels[index];
    if (step === undefined) continue;
    const colleagues = step.kind === "second_person" ? secondPeople(question, now) : [];
    const found =
      step.kind === "role"
        ? findApprover(searchFor(question, now), step.role, question.policy.document.lastResort)
        : colleagues[0] === undefined
          ? null
          : { approverId: colleagues[0], onBehalfOfId: null, kind: "second_person" as const };
    if (found === null) continue;
    const dueAt = dueAfter(now, step.minutes, calendar);
    return { ...found, dueAt, expiresAt: index === levels.length - 1 ? expiryAfter(dueAt, question.requester.siteCode) : null, colleagues, level: index };
  }
  return null;
}

/** Minor units already granted or approved in the case of a request, as committed. */
export function caseTotalNow(policy: LoadedPolicy, request: DecisionRequest, refs: { caseRef: string | null; customerRef: string | null; orderRef: string | null }, now: Date): number {
  return Number(readHot("decision.caseTotal", caseTotalParams(policy, request, refs, now)) ?? 0n);
}

/** The parameters of the case total: the same case, or the same customer and order in (now − 24 h, now]. */
export function caseTotalParams(
  policy: LoadedPolicy,
  request: Pick<DecisionRequest, "gesture">,
  refs: { caseRef: string | null; customerRef: string | null; orderRef: string | null },
  now: Date,
) {
  return { ...refs, caseGroup: caseGroupOf(policy.document, request.gesture)[0] ?? request.gesture, after: new Date(now.getTime() - 86_400_000), upTo: now };
}
