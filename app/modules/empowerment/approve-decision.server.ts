import type { PersonActor } from "#access/actor.ts";
import { findPerson } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { BudgetMoved, chargeBudgets, placed } from "./budget-usage.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { answerableBy } from "./domain/authority.ts";
import type { BudgetSubjects } from "./domain/budget-places.ts";
import { closeApproval, closeDecision, factsIn, type OpenApproval, openApprovalIn } from "./open-approval.server.ts";
import { budgetsCharged, type DecisionRequest, escalationFor, type MoneyValue, type Verdict } from "./public.ts";
import { recordEvent } from "./record-event.server.ts";

/** What became of a question. */
export interface Answered {
  readonly id: string;
  readonly state: "approved" | "declined" | "returned";
  readonly decisionId: string;
  readonly number: string;
  /** What may be given: null for a gesture without amount, or where nothing was approved. */
  readonly amount: MoneyValue | null;
}

/** The answer to an approver who does not qualify for this amount, with the most they could approve. */
function notWithin(verdict: Verdict, most: number | null, currency: string): Refusal {
  const room = most === null ? null : { minor: most, currency };
  return new Refusal("verdict_changed", { params: { room }, members: { verdict: { ...verdict, room, limit: verdict.limit === null ? null : { minor: verdict.limit, currency } } } });
}

/** The request with what the approver gives: as asked for, or less. */
function requestFor({ question: { request } }: OpenApproval, amount: MoneyValue | null): DecisionRequest {
  if (amount === null) return request;
  const asked = request.amount;
  if (asked === undefined || asked === null) throw invalidInput({ path: "amount", code: "amount_not_allowed" });
  if (amount.currency !== asked.currency) throw invalidInput({ path: "amount.currency", code: "currency_mismatch", params: { currency: asked.currency } });
  if (!Number.isSafeInteger(amount.minor) || amount.minor < 1) throw invalidInput({ path: "amount.minor", code: "too_small", params: { min: "1" } });
  if (amount.minor > asked.minor) throw invalidInput({ path: "amount", code: "above_requested", params: { amount: asked } });
  return { ...request, amount };
}

/** Evaluates the answer and says whose budgets it takes: the approver's, or the requester's beside a second person. */
async function authorise(tx: Tx, actor: PersonActor, open: OpenApproval, request: DecisionRequest, now: Date) {
  const { approval, question } = open;
  const { policy, requester } = question;
  const secondPerson = approval.kind === "second_person";
  const payer: BudgetSubjects = secondPerson
    ? { personId: requester.id, managerId: requester.managerId, siteCode: requester.siteCode, customerRef: question.customerRef }
    : { personId: actor.personId, managerId: findPerson(actor.personId)?.managerId ?? null, siteCode: requester.siteCode, customerRef: question.customerRef };
  const byException = approval.kind === "exception" || escalationFor(policy.document, question.verdict)?.byException === true;
  const own = await factsIn(tx, question, request, actor.personId, payer, now);
  if (own === null) throw new Refusal("forbidden");
  const answer = answerableBy(policy.compiled, request, own.facts, byException && !secondPerson);
  if (answer.how === null || answer.role === null) throw notWithin(answer.verdict, answer.most, policy.document.currency);
  if (!secondPerson) return { ...answer, places: own.places, role: answer.role };

  const asker = await factsIn(tx, question, request, requester.id, payer, now);
  const confirmed = asker === null ? null : answerableBy(policy.compiled, request, asker.facts, false);
  if (asker === null || confirmed === null || confirmed.how === null || confirmed.role === null) throw notWithin(confirmed?.verdict ?? answer.verdict, confirmed?.most ?? 0, policy.document.currency);
  return { ...confirmed, places: asker.places, role: confirmed.role };
}

async function approveIn(tx: Tx, actor: PersonActor, approvalId: string, input: ApproveInput, now: Date): Promise<Answered> {
  const open = await openApprovalIn(tx, actor, approvalId, now);
  const { approval, decision, question } = open;
  const request = requestFor(open, input.amount ?? null);
  const authority = await authorise(tx, actor, open, request, now);
  const payer = { role: authority.role, site: decision.siteCode, byException: authority.how === "exception" };
  const amount = request.amount ?? null;

  await chargeBudgets(tx, decision.id, placed(budgetsCharged(question.policy.document, request, payer), authority.places), now);
  await closeApproval(tx, approval.id, {
    state: "approved",
    answeredAt: now,
    approverId: actor.personId,
    amount: amount === null ? null : BigInt(amount.minor),
    note: textOrNull(input.note),
    kind: approval.kind === "second_person" ? "second_person" : (authority.how ?? "person"),
    explanation: JSON.stringify({ verdict: authority.verdict, policyVersion: question.policy.version }),
  });
  await closeDecision(tx, decision.id, { state: "approved", approvedAmount: amount === null ? null : BigInt(amount.minor), approvedById: actor.personId, closedAt: now });
  await recordEvent(tx, { kind: "approval", id: approval.id }, actor, now, {
    type: "approval.approved",
    schema: 1,
    data: {
      decisionId: decision.id,
      number: decision.number,
      kind: approval.kind,
      level: approval.level,
      amount: amount?.minor ?? null,
      rule: authority.verdict.rule,
      policyVersion: question.policy.version,
    },
  });
  const less = amount !== null && decision.amount !== null && BigInt(amount.minor) < decision.amount;
  await notify(tx, {
    personId: decision.personId,
    kind: less ? "decision.approved-less" : "decision.approved",
    params: { approver: actor.name, number: decision.number, amount },
    href: `/decisions/${decision.id}`,
    at: now,
  });
  return { id: approval.id, state: "approved", decisionId: decision.id, number: decision.number, amount };
}

export interface ApproveInput {
  readonly note?: string | null | undefined;
  /** Less than was asked for; absent: all of it. */
  readonly amount?: MoneyValue | null | undefined;
}

const ATTEMPTS = 3;

/**
 * Approves what waits on somebody, by the version in force, evaluated again as theirs. It takes their budgets (beside a
 * second person the requester's) and always the customer's and the site's; an exception is counted without the guard.
 * Customer and order count as they stood when it was asked; who the customer is, roles and what is used are read here.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`; 409 `verdict_changed` with the approver's own verdict when
 * they do not qualify for this amount; 422 for more than was asked for.
 */
export async function approveDecision(actor: PersonActor, approvalId: string, input: ApproveInput, options: CommandOptions<Answered> = {}): Promise<Answered> {
  demand(actor, "approvals.answer");
  for (let attempt = 1; ; attempt += 1) {
    const now = instantOf(options);
    try {
      return await transaction(async (tx) => {
        const answered = await approveIn(tx, actor, approvalId, input, now);
        await options.remember?.(tx, answered);
        return answered;
      });
    } catch (error) {
      if (!(error instanceof BudgetMoved)) throw error;
      if (attempt >= ATTEMPTS) throw new Refusal("busy", { retryAfter: 1 });
    }
  }
}
