import { localDay } from "#kernel/period.ts";
import { ZONE } from "../company/places.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import type { Asked } from "./evaluation.ts";
import type { DecisionRequest, Explanation, Facts, Verdict } from "#modules/empowerment/public.ts";
import type { Insert } from "#platform/transaction.server.ts";
import type { Random } from "../random.ts";
import type { Intent } from "./intent.ts";
import type { PlacedCharge } from "./ledger.ts";
import type { Outcome } from "./outcomes.ts";

export type DecisionRow = Insert<"Decision">;
export type ApprovalRow = Insert<"Approval">;

interface Recorded {
  readonly intent: Intent;
  readonly request: DecisionRequest;
  readonly facts: Facts;
  readonly explanation: Explanation;
  readonly byChoice: boolean;
  readonly policyVersion: number;
  readonly keys: { readonly id: string; readonly caseRef: string | null; readonly customerRef: string | null; readonly orderRef: string | null; readonly caseGroup: string };
}

interface Answered {
  readonly state: "declined" | "returned";
  readonly at: Date;
  readonly note: string | null;
  readonly say: { readonly vi: string; readonly en: string } | null;
}

interface Approved {
  readonly at: Date;
  readonly verdict: Verdict;
  readonly byException: boolean;
  readonly note: string | null;
  readonly amount: number | null;
  readonly policyVersion: number;
}

const big = (value: number | null) => (value === null ? null : BigInt(value));

/** Where each fact of a request comes from, as recording notes it. */
function sourcesOf(request: DecisionRequest, intent: Intent): Record<string, "known" | "stated"> {
  const sources: Record<string, "known" | "stated"> = {};
  const { customer, order } = request;
  if (customer === "none") sources["customer"] = "stated";
  else if (customer) for (const key of Object.keys(customer)) sources[`customer.${key}`] = "known";
  if (order === "none") sources["order"] = "stated";
  else if (order) for (const key of Object.keys(order)) sources[`order.${key}`] = intent.order !== "none" && intent.order.ref !== null ? "known" : "stated";
  sources["flags"] = "stated";
  return sources;
}

/** The rows and audit events that recording and answering would have written, in the order in which they happened. */
export class History {
  readonly decisions: DecisionRow[] = [];
  readonly approvals: ApprovalRow[] = [];
  readonly links: Insert<"ThreadLink">[] = [];
  readonly events: AuditEventInput[] = [];
  private readonly numbers = new Map<string, number>();
  private photos = 0;

  constructor(private readonly random: Random) {}

  /** The last number taken of each year, "2026". */
  get lastNumbers(): ReadonlyMap<string, number> {
    return this.numbers;
  }

  decision({ intent, request, facts, explanation, byChoice, policyVersion, keys }: Recorded): DecisionRow {
    const { at, person, customer } = intent;
    const { verdict } = explanation;
    const evidence = verdict.duties.evidence ? Array.from({ length: this.random.int(1, 2) }, () => this.photo()) : [];
    const noted = verdict.duties.note || byChoice || verdict.outcome !== "granted" || this.random.chance(0.5) ? intent.note : null;
    const stored = { ...request, ...(noted === null ? {} : { note: noted }), ...(evidence.length === 0 ? {} : { evidence }) };
    const pending = byChoice || verdict.outcome === "escalated";
    const granted = !pending && verdict.outcome === "granted";
    const year = localDay(at, ZONE).slice(0, 4);
    const inYear = (this.numbers.get(year) ?? 0) + 1;
    this.numbers.set(year, inYear);
    const sequence = this.decisions.length + 1;
    const row: DecisionRow = {
      ...keys,
      number: `D-${year}-${String(inYear).padStart(6, "0")}`,
      sequence,
      personId: person.id,
      managerId: person.managerId,
      siteCode: person.siteCode,
      departmentCode: person.departmentCode,
      gesture: intent.gesture,
      reason: intent.reason,
      channel: intent.channel,
      proactive: intent.proactive,
      amount: big(intent.amount),
      currency: intent.amount === null ? null : "VND",
      customerId: customer?.id ?? null,
      facts: JSON.stringify({ request: stored, facts, sources: sourcesOf(request, intent) }),
      policyVersion,
      rule: verdict.rule,
      role: verdict.role,
      outcome: pending ? "escalated" : verdict.outcome,
      state: pending ? "pending" : granted ? "granted" : "refused",
      reasonCode: byChoice ? "escalated_by_choice" : verdict.reason,
      byChoice,
      escalateReason: byChoice ? (intent.ask?.reason ?? null) : null,
      limit: big(verdict.limit),
      room: big(verdict.room),
      binding: verdict.binding,
      explanation: JSON.stringify(explanation),
      note: noted,
      evidence: JSON.stringify(evidence),
      felt: intent.felt,
      address: null,
      decidedAt: at,
      closedAt: pending ? null : at,
      approvedAmount: granted ? big(intent.amount) : null,
    };
    this.decisions.push(row);
    return row;
  }

  private photo(): string {
    this.photos += 1;
    return `anh-${String(10_000 + this.photos)}.jpg`;
  }

  private link(from: { kind: string; id: string }, to: { kind: string; id: string }, relation: string, byId: string, at: Date, automatic = true): void {
    this.links.push({ id: this.random.idAt(at), fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id, relation, byId, at, automatic });
  }

  linkDecision(decision: DecisionRow, byId: string, earlier: DecisionRow | undefined): void {
    const from = { kind: "decision", id: decision.id };
    const at = decision.decidedAt;
    if (decision.rule != null) this.link(from, { kind: "rule", id: decision.rule }, "under", byId, at);
    if (decision.customerId != null) this.link(from, { kind: "customer", id: decision.customerId }, "about", byId, at);
    if (earlier) this.link(from, { kind: "decision", id: earlier.id }, "follows", byId, at);
  }

  recorded(decision: DecisionRow, charges: readonly PlacedCharge[], approval: ApprovalRow | null): void {
    this.event("decision.recorded", "decision", decision.id, decision.personId, decision.decidedAt, {
      number: decision.number,
      gesture: decision.gesture,
      reason: decision.reason,
      amount: decision.amount == null ? null : Number(decision.amount),
      currency: decision.currency ?? null,
      outcome: decision.outcome,
      state: decision.state,
      reasonCode: decision.reasonCode,
      byChoice: decision.byChoice ?? false,
      policyVersion: decision.policyVersion,
      rule: decision.rule ?? null,
      customerId: decision.customerId ?? null,
      budgets: charges.map(({ place, delta }) => ({ code: place.code, subject: place.subject, delta })),
      approval: approval && { id: approval.id, approverId: approval.approverId, kind: approval.kind, dueAt: approval.dueAt.toISOString() },
    });
  }

  approval(decision: DecisionRow, asked: Asked, askedAt: Date, dueAt: Date, expiresAt: Date | null): ApprovalRow {
    const row: ApprovalRow = {
      id: this.random.idAt(askedAt),
      decisionId: decision.id,
      level: asked.level + 1,
      approverId: asked.approver.id,
      onBehalfOfId: asked.onBehalfOfId,
      kind: asked.kind,
      state: "pending",
      askedAt,
      dueAt,
      expiresAt,
    };
    this.approvals.push(row);
    return row;
  }

  close(approval: ApprovalRow, state: string, at: Date, note: string | null): void {
    Object.assign(approval, { state, answeredAt: at, note } satisfies Partial<ApprovalRow>);
  }

  climbed(decision: DecisionRow, approval: ApprovalRow, fromId: string, at: Date): void {
    this.event("approval.climbed", "approval", approval.id, null, at, {
      decisionId: decision.id,
      number: decision.number,
      fromId,
      toId: approval.approverId,
      level: approval.level,
    });
  }

  approved(decision: DecisionRow, approval: ApprovalRow, { at, note, amount, verdict, byException, policyVersion }: Approved): void {
    this.close(approval, "approved", at, note);
    approval.amount = big(amount);
    approval.explanation = JSON.stringify({ verdict, policyVersion });
    if (byException) approval.kind = "exception";
    Object.assign(decision, { state: "approved", closedAt: at, approvedAmount: big(amount), approvedById: approval.approverId } satisfies Partial<DecisionRow>);
    this.event("approval.approved", "approval", approval.id, approval.approverId, at, { ...this.answerData(decision, approval), amount, rule: verdict.rule, policyVersion });
  }

  answered(decision: DecisionRow, approval: ApprovalRow, { state, at, note, say }: Answered): void {
    this.close(approval, state, at, note);
    if (say !== null) approval.say = JSON.stringify(say);
    Object.assign(decision, { state, closedAt: at } satisfies Partial<DecisionRow>);
    this.event(`approval.${state}`, "approval", approval.id, approval.approverId, at, this.answerData(decision, approval));
  }

  private answerData(decision: DecisionRow, approval: ApprovalRow) {
    return { decisionId: decision.id, number: decision.number, kind: approval.kind, level: approval.level };
  }

  expired(decision: DecisionRow, approval: ApprovalRow | null, at: Date): void {
    if (approval) this.close(approval, "expired", at, null);
    Object.assign(decision, { state: "expired", closedAt: at } satisfies Partial<DecisionRow>);
    this.event("decision.expired", "decision", decision.id, null, at, { number: decision.number, approvalId: approval?.id ?? "" });
  }

  cancelled(decision: DecisionRow, byId: string, at: Date): void {
    const from = decision.state;
    Object.assign(decision, { state: "cancelled", closedAt: at } satisfies Partial<DecisionRow>);
    this.event("decision.cancelled", "decision", decision.id, byId, at, { number: decision.number, from });
  }

  outcome(decision: DecisionRow, byId: string, { givenAt, result, resultAt, csat, note, repeatAt }: Outcome, boughtAgainAt: Date | null): void {
    Object.assign(decision, {
      givenAt,
      givenById: givenAt === null ? null : byId,
      result,
      resultAt,
      csat,
      resultNote: note,
      ...(repeatAt === null ? {} : { repeatContactAt: repeatAt }),
      boughtAgainAt,
    } satisfies Partial<DecisionRow>);
    if (givenAt !== null) this.event("decision.given", "decision", decision.id, byId, givenAt, { number: decision.number });
    if (resultAt !== null) this.event("decision.followed-up", "decision", decision.id, byId, resultAt, { number: decision.number, result, csat });
  }

  event(type: string, kind: string, id: string, personId: string | null, at: Date, data: object, personal?: AuditEventInput["personal"]): void {
    this.events.push({ type, subject: { kind, id }, actor: personId === null ? null : { personId }, data, at, ...(personal ? { personal } : {}) });
  }
}
