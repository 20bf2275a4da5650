import { localDay } from "#kernel/period.ts";
import { ensureCustomer } from "#modules/customers/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { Asking } from "./ask-approver.server.ts";
import { type Assessment, caseRefs } from "./assess.server.ts";
import { chargeBudgets, placed } from "./budget-usage.server.ts";
import { textOrNull } from "./command.server.ts";
import type { VerdictAnswer } from "./decision-answer.server.ts";
import { budgetPlaces } from "./domain/budget-places.ts";
import { NEW_CUSTOMER } from "./known-facts.server.ts";
import { nameIn } from "./vocabulary.ts";
import { caseGroupOf, type DecisionRequest } from "./public.ts";
import { recordEvent } from "./record-event.server.ts";

export type DecisionState = "granted" | "pending" | "approved" | "declined" | "returned" | "expired" | "cancelled" | "refused";

export interface Recorded {
  readonly id: string;
  /** `D-2026-004812`, by the organisation's calendar year. */
  readonly number: string;
  readonly state: DecisionState;
}

interface Writing {
  readonly id: string;
  readonly approvalId: string | null;
  readonly asking: (Asking & { readonly level: number }) | null;
  readonly answer: VerdictAnswer;
  readonly serviceName: string | null;
}

const DAY_MS = 86_400_000;
const REPEAT_DAYS = 7;

const big = (minor: number | null | undefined): bigint | null => (minor === null || minor === undefined ? null : BigInt(minor));
const record = (value: unknown) => JSON.stringify(value);

async function nextNumber(tx: Tx, { now, policy }: Assessment): Promise<{ number: string; sequence: number }> {
  const year = localDay(now, policy.document.timeZone).slice(0, 4);
  const inYear = (await tx.statement("sequence.next", { name: `decision:${year}` })) ?? 0;
  const sequence = (await tx.statement("sequence.next", { name: "decision" })) ?? 0;
  return { number: `D-${year}-${String(inYear).padStart(6, "0")}`, sequence };
}

/**
 * The request as stored for good: the customer by reference, never by phone number, and without free words, which have
 * columns of their own and can be erased.
 */
function storedRequest({ note: _note, evidence: _evidence, felt: _felt, ...request }: DecisionRequest, ref: string | null): DecisionRequest {
  const { customer } = request;
  if (typeof customer !== "object" || customer === null || ref === null || customer.ref !== NEW_CUSTOMER) return request;
  return { ...request, customer: { ...customer, ref } };
}

/** The charges with their places, a new customer's under the reference they have now. */
function placedCharges({ charges, policy, informed, actor, now }: Assessment, customerRef: string | null) {
  const subjects = { personId: actor.personId, managerId: actor.managerId, siteCode: actor.siteCode, customerRef };
  return charges.length === 0 ? [] : placed(charges, budgetPlaces(policy.document, informed.request, subjects, now));
}

async function writeRow(tx: Tx, assessment: Assessment, writing: Writing, customer: { id: string; ref: string } | null, state: DecisionState): Promise<Recorded> {
  const { actor, policy, informed, facts, explanation, outcome, byChoice, now } = assessment;
  const { verdict } = explanation;
  const { request, sources } = informed;
  const { number, sequence } = await nextNumber(tx, assessment);
  const granted = outcome === "granted";
  await tx.insert("Decision", {
    id: writing.id,
    number,
    personId: actor.personId,
    managerId: actor.managerId,
    siteCode: actor.siteCode,
    departmentCode: actor.departmentCode,
    serviceName: writing.serviceName,
    gesture: request.gesture,
    reason: request.reason,
    channel: request.channel,
    proactive: request.proactive ?? false,
    amount: big(request.amount?.minor),
    currency: request.amount?.currency ?? null,
    caseRef: request.case ?? null,
    customerId: customer?.id ?? null,
    customerRef: customer?.ref ?? null,
    orderRef: caseRefs(informed).orderRef,
    caseGroup: caseGroupOf(policy.document, request.gesture)[0] ?? request.gesture,
    facts: record({ request: storedRequest(request, customer?.ref ?? null), facts, sources }),
    policyVersion: policy.version,
    rule: verdict.rule,
    role: verdict.role,
    outcome,
    state,
    reasonCode: byChoice ? "escalated_by_choice" : verdict.reason,
    byChoice,
    escalateReason: byChoice ? (request.escalateReason ?? null) : null,
    limit: big(verdict.limit),
    room: big(verdict.room),
    binding: verdict.binding,
    explanation: record({ ...explanation, answer: writing.answer }),
    note: textOrNull(request.note),
    evidence: record(request.evidence ?? []),
    felt: request.felt ?? null,
    address: request.address === undefined || request.address === null ? null : record(request.address),
    externalRef: request.externalRef ?? null,
    decidedAt: now,
    closedAt: outcome === "escalated" ? null : now,
    approvedAmount: granted ? big(request.amount?.minor) : null,
    sequence,
  });
  return { id: writing.id, number, state };
}

async function writeApproval(tx: Tx, { actor, policy, informed: { request }, now }: Assessment, { number }: Recorded, { id, approvalId, asking }: Writing): Promise<void> {
  if (approvalId === null || asking === null) return;
  await tx.insert("Approval", {
    id: approvalId,
    decisionId: id,
    level: asking.level + 1,
    approverId: asking.approverId,
    onBehalfOfId: asking.onBehalfOfId,
    kind: asking.kind,
    state: "pending",
    askedAt: now,
    dueAt: asking.dueAt,
    expiresAt: asking.expiresAt,
  });
  const kind = asking.kind === "second_person" ? "approval.second-person" : "approval.waiting";
  const { name: gesture } = nameIn(policy.document.gestures, request.gesture);
  const params = { requester: actor.name, number, gesture, dueAt: asking.dueAt.toISOString() };
  for (const personId of new Set([asking.approverId, ...asking.colleagues])) {
    await notify(tx, { personId, kind, params, href: `/approvals/${approvalId}`, at: now });
  }
}

async function writeLinks(tx: Tx, { actor, explanation: { verdict }, informed: { request }, now }: Assessment, id: string, customerId: string | null): Promise<void> {
  const about = { by: actor.personId, at: now, automatic: true };
  if (verdict.rule !== null) await link(tx, { from: { kind: "decision", id }, to: { kind: "rule", id: verdict.rule }, relation: "under", ...about });
  if (customerId !== null) await link(tx, { from: { kind: "decision", id }, to: { kind: "customer", id: customerId }, relation: "about", ...about });
  if (request.case === undefined || request.case === null) return;
  const [, before] = await tx.list("Decision", { caseRef: request.case }, { orderBy: [["sequence", "desc"]], limit: 2 });
  if (before !== undefined) await link(tx, { from: { kind: "decision", id }, to: { kind: "decision", id: before.id }, relation: "follows", ...about });
}

/** Writes an assessed request with everything that belongs to it, inside the transaction that assessed it. */
export async function writeDecision(tx: Tx, assessment: Assessment, writing: Writing): Promise<Recorded> {
  const { actor, policy, informed, explanation, outcome, byChoice, now } = assessment;
  const { request } = informed;
  const named = informed.customer;
  const customer =
    named === null ? null : await ensureCustomer(tx, { ...(named.ref === null ? {} : { ref: named.ref }), ...(named.phone === null ? {} : { phone: named.phone }) }, { at: now });
  const state: DecisionState = outcome === "escalated" ? "pending" : outcome;
  const charges = placedCharges(assessment, customer?.ref ?? null);

  const recorded = await writeRow(tx, assessment, writing, customer, state);
  await chargeBudgets(tx, writing.id, charges, now);
  await writeApproval(tx, assessment, recorded, writing);
  if (customer !== null) {
    const upTo = new Date(now.getTime() - DAY_MS);
    await tx.statement("decision.mark-repeat-contact", { at: now, customerRef: customer.ref, reason: request.reason, after: new Date(now.getTime() - REPEAT_DAYS * DAY_MS), upTo });
  }
  await writeLinks(tx, assessment, writing.id, customer?.id ?? null);
  await recordEvent(tx, { kind: "decision", id: writing.id }, actor, now, {
    type: "decision.recorded",
    schema: 1,
    data: {
      number: recorded.number,
      gesture: request.gesture,
      reason: request.reason,
      amount: request.amount?.minor ?? null,
      currency: request.amount?.currency ?? null,
      outcome,
      state,
      reasonCode: byChoice ? "escalated_by_choice" : explanation.verdict.reason,
      byChoice,
      policyVersion: policy.version,
      rule: explanation.verdict.rule,
      customerId: customer?.id ?? null,
      budgets: charges.map(({ charge, place }) => ({ code: charge.code, subject: place.subject, delta: charge.delta })),
      approval:
        writing.asking === null || writing.approvalId === null
          ? null
          : { id: writing.approvalId, approverId: writing.asking.approverId, kind: writing.asking.kind, dueAt: writing.asking.dueAt.toISOString() },
    },
  });
  return recorded;
}
