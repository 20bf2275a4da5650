import { addBusinessDays, addBusinessMinutes, businessMinutesBetween } from "#kernel/business-time.ts";
import { localDay } from "#kernel/period.ts";
import { caseGroupOf, type CompiledPolicy, type DecisionRequest, type Explanation } from "#modules/empowerment/public.ts";
import { ZONE } from "../company/places.ts";
import type { PersonPlan } from "../company.ts";
import type { Random } from "../random.ts";
import { planAnswer, type PlannedAnswer } from "./answers.ts";
import type { Market } from "./draw-intents.ts";
import { Evaluation, type Asked, type Question } from "./evaluation.ts";
import { History, type ApprovalRow, type DecisionRow } from "./history.ts";
import type { Intent } from "./intent.ts";
import { Ledger } from "./ledger.ts";
import { drawOutcome } from "./outcomes.ts";
import type { ReturnVisits } from "./return-visits.ts";
import type { Staff } from "./staff.ts";
import { TimelineQueue } from "./timeline-queue.ts";

export interface PolicyAt {
  readonly version: number;
  readonly compiled: CompiledPolicy;
}

/** Business days after the last level's time until a decision expires. */
const EXPIRY_DAYS = 3;
const DAY_MS = 86_400_000;

interface Open {
  readonly intent: Intent;
  readonly decision: DecisionRow;
  readonly question: Question;
  readonly explanation: Explanation;
  readonly policy: PolicyAt;
  readonly earlier: string[];
}

const vnd = (minor: number) => ({ minor, currency: "VND" });

/** Plays intents through the engine, the budgets and the approvers, and keeps what recording would have written. */
export class Simulation {
  readonly ledger = new Ledger();
  readonly history: History;
  private readonly evaluation: Evaluation;
  private readonly queue = new TimelineQueue();
  private readonly byCase = new Map<string, DecisionRow[]>();
  private readonly byReason = new Map<string, DecisionRow[]>();

  constructor(
    private readonly staff: Staff,
    private readonly market: Market,
    private readonly returns: ReturnVisits,
    private readonly policyAt: (at: Date) => PolicyAt,
    private readonly now: Date,
    private readonly random: Random,
  ) {
    this.evaluation = new Evaluation(staff, this.ledger);
    this.history = new History(random);
  }

  /** What somebody will do; nothing after now happens. */
  expect(intent: Intent): void {
    this.queue.add(intent.at, () => this.record(intent));
  }

  play(until: Date): void {
    this.queue.playUntil(until < this.now ? until : this.now);
  }

  private requestOf(intent: Intent): DecisionRequest {
    const { customer, order, amount } = intent;
    return {
      gesture: intent.gesture,
      reason: intent.reason,
      channel: intent.channel,
      proactive: intent.proactive,
      ...(amount === null ? {} : { amount: vnd(amount) }),
      ...(intent.caseRef === null ? {} : { case: intent.caseRef }),
      customer: customer === null ? "none" : { ref: customer.ref, tier: customer.tier, lifetimeValue: vnd(customer.lifetimeValue) },
      order: order === "none" ? "none" : { ...(order.ref === null ? {} : { ref: order.ref }), value: vnd(order.value), daysSincePurchase: order.daysSincePurchase },
      flags: [...intent.flags],
      ...(intent.ask === null ? {} : { escalate: true, ...(intent.ask.reason === null ? {} : { escalateReason: intent.ask.reason }) }),
      ...(intent.felt === null ? {} : { felt: intent.felt }),
    };
  }

  private caseTotal(row: Pick<DecisionRow, "id" | "caseRef" | "customerRef" | "orderRef" | "caseGroup">, at: Date): number {
    const since = new Date(at.getTime() - 86_400_000);
    const keys = [row.caseRef && `case:${row.caseRef}`, row.customerRef && row.orderRef && `order:${row.customerRef}\n${row.orderRef}`];
    const same = new Set(
      keys.flatMap((key) => {
        if (!key) return [];
        const found = this.byCase.get(key) ?? [];
        return key.startsWith("case:") ? found : found.filter(({ decidedAt }) => decidedAt > since && decidedAt <= at);
      }),
    );
    let total = 0;
    for (const { id, caseGroup, state, approvedAmount } of same) {
      if (id !== row.id && caseGroup === row.caseGroup && (state === "granted" || state === "approved")) total += Number(approvedAmount ?? 0n);
    }
    return total;
  }

  private record(intent: Intent): void {
    const { at, person, customer, order } = intent;
    const policy = this.policyAt(at);
    const request = this.requestOf(intent);
    const orderRef = order === "none" ? null : order.ref;
    const keys = {
      id: this.random.idAt(at),
      caseRef: intent.caseRef,
      customerRef: customer?.ref ?? null,
      orderRef,
      caseGroup: caseGroupOf(policy.compiled.document, intent.gesture)[0] ?? intent.gesture,
    };
    const base = {
      policy: policy.compiled,
      request,
      requester: person,
      customerRef: keys.customerRef,
      customerPersonId: customer?.personId ?? null,
      caseTotal: () => this.caseTotal(keys, at),
    };
    const facts = this.evaluation.facts(base, person, person, at);
    const explanation = policy.compiled.explain(request, facts);
    const { verdict } = explanation;
    if (verdict.reason === "invalid_request") throw new Error(`An intent that is no request: ${JSON.stringify(request)}`);
    const byChoice = intent.ask !== null && verdict.outcome === "granted";
    const question: Question = { ...base, verdict };
    const decision = this.history.decision({ intent, request, facts, explanation, byChoice, policyVersion: policy.version, keys });
    for (const key of [keys.caseRef && `case:${keys.caseRef}`, keys.customerRef && orderRef && `order:${keys.customerRef}\n${orderRef}`]) {
      if (key) this.byCase.set(key, [...(this.byCase.get(key) ?? []), decision]);
    }
    this.history.linkDecision(decision, person.id, this.earlierInCase(decision));
    this.markRepeat(decision);
    const open: Open = { intent, decision, question, explanation, policy, earlier: [] };

    if (verdict.outcome === "granted" && !byChoice) {
      const charges = this.evaluation.charges(question, person, { role: verdict.role ?? "frontline" }, intent.amount, at);
      this.ledger.charge(decision.id, charges, at, () => this.random.idAt(at));
      this.history.recorded(decision, charges, null);
      this.settle(open, at, 0);
    } else if (verdict.outcome === "refused") {
      this.history.recorded(decision, [], null);
    } else {
      this.askNext(open, 0, at, true);
    }
  }

  /** Coming back for the same reason within a week: what was decided before did not settle it. */
  private markRepeat(decision: DecisionRow): void {
    if (decision.customerRef == null) return;
    const key = `${decision.customerRef}\n${decision.reason}`;
    const at = decision.decidedAt.getTime();
    const before = this.byReason.get(key) ?? [];
    for (const earlier of before) {
      const age = at - earlier.decidedAt.getTime();
      if (age < 7 * DAY_MS && age >= DAY_MS && earlier.repeatContactAt == null && earlier.state !== "cancelled") earlier.repeatContactAt = decision.decidedAt;
    }
    this.byReason.set(key, [...before, decision]);
  }

  private earlierInCase(decision: DecisionRow): DecisionRow | undefined {
    return decision.caseRef ? this.byCase.get(`case:${decision.caseRef}`)?.filter(({ id }) => id !== decision.id).at(-1) : undefined;
  }

  private askNext(open: Open, level: number, at: Date, first: boolean): void {
    const { decision, intent, question } = open;
    const asked = this.evaluation.ask(question, level, open.earlier, at);
    if (asked === null) {
      if (first) this.history.recorded(decision, [], null);
      this.expire(open, null, at);
      return;
    }
    const calendar = this.staff.calendar(intent.person.siteCode);
    const dueAt = addBusinessMinutes(at, asked.minutes, calendar);
    const expiresAt = asked.last ? addBusinessDays(dueAt, EXPIRY_DAYS, calendar) : null;
    const approval = this.history.approval(decision, asked, at, dueAt, expiresAt);
    if (first) this.history.recorded(decision, [], approval);
    else this.history.climbed(decision, approval, open.earlier.at(-1) ?? approval.approverId, at);
    open.earlier.push(approval.approverId);
    this.planAnswerOf(open, asked, approval, at);
  }

  private planAnswerOf(open: Open, asked: Asked, approval: ApprovalRow, at: Date): void {
    const { intent, question, decision } = open;
    const calendar = this.staff.calendar(intent.person.siteCode);
    const answer = planAnswer(
      { intent, reason: question.verdict.reason, rule: question.verdict.rule, kind: asked.kind, byChoice: decision.byChoice === true, minutes: asked.minutes, last: asked.last },
      this.random,
    );
    const answerAt = answer.delayMinutes === null ? null : addBusinessMinutes(at, answer.delayMinutes, calendar);
    const limit = approval.expiresAt ?? approval.dueAt;
    if (answerAt !== null && answerAt < limit) {
      this.queue.add(answerAt, () => this.answer(open, asked, approval, answer, answerAt));
    } else if (asked.last) {
      this.queue.add(limit, () => this.expire(open, approval, limit));
    } else {
      this.queue.add(limit, () => {
        this.history.close(approval, "climbed", limit, null);
        this.askNext(open, asked.level + 1, limit, false);
      });
    }
  }

  private answer(open: Open, asked: Asked, approval: ApprovalRow, planned: PlannedAnswer, at: Date): void {
    const { decision, intent, question } = open;
    const policy = this.policyAt(at);
    const current: Question = { ...question, policy: policy.compiled, caseTotal: () => this.caseTotal(decision, at) };
    const able = this.evaluation.answer(current, asked, at);
    if (planned.kind === "return" || planned.kind === "decline") {
      this.history.answered(decision, approval, { state: planned.kind === "return" ? "returned" : "declined", at, note: planned.note, say: planned.say });
      if (planned.kind === "return") this.recordAgain(open, at);
      return;
    }
    const wanted = intent.amount === null ? null : Math.max(1_000, Math.round((intent.amount * planned.share) / 10_000) * 10_000);
    const full = planned.kind === "approve" || wanted === null || intent.amount === null || wanted >= intent.amount;
    if (!able.qualifies && asked.kind !== "exception") {
      this.history.answered(decision, approval, { state: "declined", at, note: planned.note ?? "Khoản này vượt mức của tôi lúc này, mời khách cách khác trước.", say: planned.say ?? DECLINED });
      return;
    }
    const amount = full ? intent.amount : wanted;
    const by = { role: able.role, byException: able.byException || !able.qualifies };
    const charges = this.evaluation.charges(current, able.payer, by, amount, at);
    this.ledger.charge(decision.id, charges, at, () => this.random.idAt(at));
    this.history.approved(decision, approval, { at, note: planned.note, amount, verdict: able.verdict, byException: by.byException, policyVersion: policy.version });
    this.settle(open, at, businessMinutesBetween(intent.at, at, this.staff.calendar(intent.person.siteCode)));
  }

  /** Sent back because it lies within their own authority: most decide it themselves a little later. */
  private recordAgain({ intent, decision }: Open, at: Date): void {
    if (!this.random.chance(0.86)) return;
    const again = addBusinessMinutes(at, this.random.int(2, 9), this.staff.calendar(intent.person.siteCode));
    if (this.absentOn(intent.person, again)) return;
    this.expect({ ...intent, at: again, ask: null, caseRef: decision.caseRef ?? null, scripted: {} });
  }

  private absentOn(person: PersonPlan, at: Date): boolean {
    const day = localDay(at, ZONE);
    return !this.staff.isActive(person, day) || this.staff.absenceOf(person.id, day) !== undefined;
  }

  private expire({ decision }: Open, approval: ApprovalRow | null, at: Date): void {
    this.history.expired(decision, approval, at);
  }

  private settle(open: Open, at: Date, waitedMinutes: number): void {
    const { intent, decision } = open;
    const { now, random } = this;
    const calendar = this.staff.calendar(intent.person.siteCode);
    const outcome = drawOutcome(intent, at, waitedMinutes, calendar, now, random);
    if (outcome.givenAt === null && intent.scripted.given === undefined && random.chance(0.3)) {
      const cancelAt = addBusinessMinutes(at, random.int(2, 25), calendar);
      this.queue.add(cancelAt, () => {
        this.ledger.release(decision.id, () => random.idAt(cancelAt));
        this.history.cancelled(decision, intent.person.id, cancelAt);
      });
      return;
    }
    if (intent.customer && outcome.givenAt) this.returns.after(decision.rule ?? null, intent.customer, outcome.givenAt);
    const bought = intent.customer && outcome.givenAt ? this.market.firstBoughtAfter(intent.customer.id, decision.decidedAt) : undefined;
    this.history.outcome(decision, intent.person.id, outcome, bought && bought.purchasedAt <= now ? bought.purchasedAt : null);
  }
}

const DECLINED = {
  vi: "Dạ, em đã hỏi lại và lần này chưa làm được khoản đó ạ. Em xin đổi hoặc sửa món này ngay bây giờ ạ.",
  en: "I asked again, and this time I can't do that. I can exchange or mend it for you right now.",
};
