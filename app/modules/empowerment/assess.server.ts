import type { PersonActor } from "#access/actor.ts";
import { actorFacts } from "#modules/people/public.server.ts";
import { readHot, type Tx } from "#platform/transaction.server.ts";
import { type Asking, askAt, caseTotalNow, caseTotalParams, type Question } from "./ask-approver.server.ts";
import { ALL_COMMITTED, type Usage, usageIn, usageNow } from "./budget-usage.server.ts";
import { type BudgetPlace, budgetPlaces, type BudgetSubjects } from "./domain/budget-places.ts";
import { type InformedRequest, NEW_CUSTOMER } from "./known-facts.server.ts";
import type { LoadedPolicy } from "./policy-store.server.ts";
import { budgetsCharged, caseGroupOf, type Charge, type Explanation, type Facts, type Offer, type Outcome, whatMayBeGiven } from "./public.ts";
import { Refusal } from "#platform/http/refusal.ts";

/** Who asks for what, under which version. */
export interface Situation {
  readonly actor: PersonActor;
  readonly policy: LoadedPolicy;
  readonly informed: InformedRequest;
  readonly now: Date;
}

/** A request evaluated: what `check` answers and recording writes. */
export interface Assessment extends Situation {
  readonly facts: Facts;
  readonly explanation: Explanation;
  /** The verdict's, except that a granted request goes up by choice. */
  readonly outcome: Outcome;
  readonly byChoice: boolean;
  readonly places: readonly BudgetPlace[];
  /** What a granted request takes; empty otherwise. */
  readonly charges: readonly Charge[];
}

/** References by which a case is recognised; null where there is none. */
export function caseRefs({ request, customer }: InformedRequest): { caseRef: string | null; customerRef: string | null; orderRef: string | null } {
  const order = typeof request.order === "object" && request.order !== null ? (request.order.ref ?? null) : null;
  return { caseRef: request.case ?? null, customerRef: customer?.ref ?? null, orderRef: order };
}

/** Whose budgets a request draws on; a customer whom recording will add has used nothing yet. */
export function subjectsOf({ actor, informed }: Pick<Situation, "actor" | "informed">): BudgetSubjects {
  const { customer } = informed;
  const customerRef = customer === null ? null : (customer.ref ?? NEW_CUSTOMER);
  return { personId: actor.personId, managerId: actor.managerId, siteCode: actor.siteCode, customerRef };
}

function assess(situation: Situation, usage: Usage, caseTotal: number, places: readonly BudgetPlace[]): Assessment {
  const { actor, policy, informed, now } = situation;
  const held = actorFacts(actor.personId, now);
  if (held === null || held.roles.length === 0) throw new Refusal("forbidden");
  const facts: Facts = { now: now.toISOString(), actor: held, caseTotal, usage };
  const explanation = policy.compiled.explain(informed.request, facts);
  const { verdict } = explanation;
  const byChoice = informed.request.escalate === true && verdict.outcome === "granted";
  const outcome = byChoice ? "escalated" : verdict.outcome;
  const charges =
    outcome === "granted" && verdict.role !== null
      ? budgetsCharged(policy.document, informed.request, { role: verdict.role, site: actor.siteCode })
      : [];
  return { ...situation, facts, explanation, outcome, byChoice, places, charges };
}

/** Evaluates a request on what is committed: for a check, and to prepare recording. */
export function assessNow(situation: Situation): Assessment {
  const { policy, informed, now } = situation;
  const places = budgetPlaces(policy.document, informed.request, subjectsOf(situation), now);
  return assess(situation, usageNow(places, now), caseTotalNow(policy, informed.request, caseRefs(informed), now), places);
}

/** Evaluates a request inside the transaction that records it. */
export async function assessIn(tx: Tx, situation: Situation): Promise<Assessment> {
  const { policy, informed, now } = situation;
  const places = budgetPlaces(policy.document, informed.request, subjectsOf(situation), now);
  const usage = await usageIn(tx, places);
  const caseTotal = await tx.statement("decision.caseTotal", { ...caseTotalParams(policy, informed.request, caseRefs(informed), now), upTo: ALL_COMMITTED });
  return assess(situation, usage, Number(caseTotal ?? 0n), places);
}

/** The question an escalated request puts to others. */
export function questionOf({ actor, policy, informed, explanation, outcome, facts }: Assessment, earlier: readonly string[] = []): Question {
  const { verdict } = explanation;
  return {
    policy,
    request: informed.request,
    verdict: { outcome, reason: verdict.reason, rule: verdict.rule },
    requester: { id: actor.personId, managerId: actor.managerId, siteCode: actor.siteCode },
    customerRef: informed.customer?.ref ?? null,
    customerPersonId: informed.customer?.personId ?? null,
    caseTotal: facts.caseTotal ?? 0,
    earlier,
  };
}

/** Whom an escalated request goes to first; null for any other, and where nobody is left to ask. */
export function askFirst(assessment: Assessment): (Asking & { readonly level: number }) | null {
  return assessment.outcome === "escalated" ? askAt(questionOf(assessment), 0, assessment.now) : null;
}

export interface Alternative {
  readonly gesture: string;
  readonly rule: string | null;
  /** What may be given of it now, in minor units; null for a gesture without amount. */
  readonly limit: number | null;
}

/** Every gesture of the policy with the verdict on the least of it, for this person in this situation, now. */
export function offersNow(situation: Situation): Offer[] {
  const { actor, policy, informed, now } = situation;
  const held = actorFacts(actor.personId, now);
  if (held === null || held.roles.length === 0) return [];
  const usage = usageNow(budgetPlaces(policy.document, null, subjectsOf(situation), now), now);
  const refs = caseRefs(informed);
  const totals = new Map<string, number>();
  const caseTotalOf = (gesture: string): number => {
    const group = caseGroupOf(policy.document, gesture)[0] ?? gesture;
    let total = totals.get(group);
    if (total === undefined) {
      const known = refs.caseRef !== null || (refs.customerRef !== null && refs.orderRef !== null);
      total = known ? Number(readHot("decision.caseTotal", caseTotalParams(policy, { gesture }, refs, now)) ?? 0n) : 0;
      totals.set(group, total);
    }
    return total;
  };
  return whatMayBeGiven(policy.compiled, informed.request, { now: now.toISOString(), actor: held, usage }, caseTotalOf);
}

/** Other gestures this person may give in this situation now, alone, with what may be given. */
export function alternativesNow(situation: Situation): Alternative[] {
  return offersNow(situation)
    .filter(({ gesture, verdict }) => gesture !== situation.informed.request.gesture && verdict.outcome === "granted")
    .map(({ gesture, verdict }) => ({ gesture, rule: verdict.rule, limit: verdict.room }));
}
