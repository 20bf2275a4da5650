import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { findCustomer } from "#modules/customers/public.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { caseTotalParams, factsOf, isExcluded, type Question, secondPeople } from "./ask-approver.server.ts";
import { ALL_COMMITTED, usageIn } from "./budget-usage.server.ts";
import { budgetPlaces, type BudgetPlace, type BudgetSubjects } from "./domain/budget-places.ts";
import { findPolicy, findPolicyInForce, type LoadedPolicy } from "./policy-store.server.ts";
import type { DecisionRequest, Facts } from "./public.ts";
import { storedExplanation, storedFacts } from "./stored-decision.server.ts";

/** A question that waits, with what answering it needs. */
export interface OpenApproval {
  readonly approval: Row<"Approval">;
  readonly decision: Row<"Decision">;
  readonly question: Question;
}

/** The version that answers go by: the one in force, since nothing is approved against an old limit. */
function answeringPolicy(decision: Row<"Decision">, now: Date): LoadedPolicy {
  const policy = findPolicyInForce(now) ?? findPolicy(decision.policyVersion);
  if (policy === null) throw new Refusal("no_policy_in_force");
  return policy;
}

/** The question a pending decision puts to others, as it stands now; `earlier` is everybody asked before. */
export async function questionIn(tx: Tx, decision: Row<"Decision">, earlier: readonly string[], now: Date): Promise<Question> {
  const policy = answeringPolicy(decision, now);
  const { request } = storedFacts(decision.facts);
  const { verdict } = storedExplanation(decision.explanation);
  const refs = { caseRef: decision.caseRef, customerRef: decision.customerRef, orderRef: decision.orderRef };
  const caseTotal = await tx.statement("decision.caseTotal", { ...caseTotalParams(policy, request, refs, now), upTo: ALL_COMMITTED });
  return {
    policy,
    request,
    verdict: { outcome: "escalated", reason: verdict.reason, rule: verdict.rule },
    requester: { id: decision.personId, managerId: decision.managerId, siteCode: decision.siteCode },
    customerRef: decision.customerRef,
    customerPersonId: decision.customerRef === null ? null : (findCustomer({ ref: decision.customerRef })?.personId ?? null),
    caseTotal: Number(caseTotal ?? 0n),
    earlier,
  };
}

/** Everybody asked on a decision before a question (or altogether), in order. */
export async function askedBefore(tx: Tx, decisionId: string, exceptApprovalId: string | null): Promise<string[]> {
  const approvals = await tx.list("Approval", { decisionId }, { orderBy: [["level", "asc"], ["askedAt", "asc"]] });
  return approvals.filter(({ id }) => id !== exceptApprovalId).map(({ approverId }) => approverId);
}

/**
 * A question that waits for this person's answer, inside the transaction that answers it. Refuses: 404 for what is not
 * there or not theirs to know of; `forbidden` for what others are asked; `state_changed` for what is answered already.
 */
export async function openApprovalIn(tx: Tx, actor: PersonActor, approvalId: string, now: Date): Promise<OpenApproval> {
  const approval = await tx.find("Approval", { id: approvalId });
  const decision = approval === null ? null : await tx.find("Decision", { id: approval.decisionId });
  if (approval === null || decision === null) throw notFound();
  const question = await questionIn(tx, decision, await askedBefore(tx, decision.id, approval.id), now);
  const asked = approval.approverId === actor.personId;
  const colleague = !asked && approval.kind === "second_person" && approval.state === "pending" && secondPeople(question, now).includes(actor.personId);
  if (!asked && !colleague) {
    const place = { personId: decision.personId, managerId: decision.managerId, siteCode: decision.siteCode, departmentCode: decision.departmentCode };
    throw can(actor, "approvals.read", place) ? new Refusal("forbidden") : notFound();
  }
  if (approval.state !== "pending" || decision.state !== "pending") throw new Refusal("state_changed");
  if (isExcluded(question, actor.personId, now)) throw new Refusal("forbidden");
  return { approval, decision, question };
}

/** Closes a question, once: whoever comes second gets `state_changed`. */
export async function closeApproval(tx: Tx, approvalId: string, set: Partial<Row<"Approval">> & { readonly state: string }): Promise<void> {
  if ((await tx.update("Approval", { id: approvalId, state: "pending" }, set)) !== 1) throw new Refusal("state_changed");
}

/** Moves a pending decision on, once. */
export async function closeDecision(tx: Tx, decisionId: string, set: Partial<Row<"Decision">> & { readonly state: string }): Promise<void> {
  if ((await tx.update("Decision", { id: decisionId, state: "pending" }, set)) !== 1) throw new Refusal("state_changed");
}

/** The facts of somebody's evaluation, with usage as the transaction sees it, and where their budgets are counted. */
export async function factsIn(
  tx: Tx,
  question: Question,
  request: DecisionRequest,
  personId: string,
  payer: BudgetSubjects,
  now: Date,
): Promise<{ facts: Facts; places: readonly BudgetPlace[] } | null> {
  const known = factsOf(question, personId, "own", now);
  if (known === null) return null;
  const places = budgetPlaces(question.policy.document, request, payer, now);
  return { facts: { ...known, usage: await usageIn(tx, places) }, places };
}
