import { isDeepStrictEqual } from "node:util";
import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import { newId } from "#kernel/ids.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { type Alternative, alternativesNow, askFirst, assessIn, assessNow, type Assessment } from "./assess.server.ts";
import type { Asking } from "./ask-approver.server.ts";
import { BudgetMoved } from "./budget-usage.server.ts";
import { checkDecision } from "./check-decision.server.ts";
import { instantOf, textOrNull } from "./command.server.ts";
import { answerOf, approvalOf, type VerdictAnswer } from "./decision-answer.server.ts";
import { withKnownFacts } from "./known-facts.server.ts";
import { prepareDecision, type Prepared } from "./prepare-decision.server.ts";
import { type Recorded, writeDecision } from "./write-decision.server.ts";

/** What recording answers (contracts.md §3). */
export type DecisionAnswer = Recorded & VerdictAnswer;

export interface RecordOptions {
  readonly locale: Locale;
  readonly now?: Date;
  /** Of the new decision; made here unless told. */
  readonly id?: string;
  /** The service that records on the person's behalf. */
  readonly serviceName?: string | null;
  /** The service may state otherwise than Tâm knows. */
  readonly mayAssert?: boolean;
  /** Stores the idempotent answer in the recording transaction. */
  readonly remember?: ((tx: Tx, answer: DecisionAnswer) => Promise<void>) | undefined;
}

/** What the request was prepared with holds no more inside the transaction; everything is rolled back and prepared again. */
class VerdictMoved extends Error {
  override readonly name = "VerdictMoved";
}

const ATTEMPTS = 5;

/** 422 `duty_missing`, one fault for each duty that is open. */
function demandDuties({ explanation, informed: { request } }: Assessment): void {
  const { duties } = explanation.verdict;
  const errors: FieldFault[] = [];
  if (duties.note && textOrNull(request.note) === null) errors.push({ path: "note", code: "duty_missing" });
  if (duties.evidence && !request.evidence?.some((reference) => textOrNull(reference) !== null)) errors.push({ path: "evidence", code: "duty_missing" });
  if (errors.length > 0) throw new Refusal("duty_missing", { params: { duties: errors.map(({ path }) => path) }, errors });
}

/** Whether what the person saw still holds. */
function stillAsExpected({ expect }: Prepared["stated"], { policy, outcome }: Assessment): boolean {
  if (expect === undefined || expect === null) return true;
  return (expect.policyVersion ?? policy.version) === policy.version && (expect.outcome ?? outcome) === outcome;
}

/** Whether what Tâm knows of the customer and the order is still what the request was prepared with. */
function knownAsPrepared({ stated, situation: { policy, informed, now } }: Prepared, mayAssert: boolean): boolean {
  return isDeepStrictEqual(withKnownFacts(stated, policy, { mayAssert, now }), informed);
}

interface Plan {
  readonly prepared: Prepared;
  readonly alternatives: readonly Alternative[];
  /** undefined: the preview needed nobody, so nobody was looked for. */
  readonly asking: (Asking & { readonly level: number }) | null | undefined;
}

async function recordIn(tx: Tx, { prepared, alternatives, asking }: Plan, id: string, options: RecordOptions): Promise<DecisionAnswer | "unexpected"> {
  const { situation } = prepared;
  // The version and what is known are read again where nobody else writes: what was published or learnt meanwhile counts.
  const inForce = await tx.statement("policy.in-force", { at: situation.now });
  if (inForce?.version !== situation.policy.version) throw new VerdictMoved();
  if (!knownAsPrepared(prepared, options.mayAssert === true)) throw new VerdictMoved();
  const assessment = await assessIn(tx, situation);
  if (!stillAsExpected(prepared.stated, assessment)) return "unexpected";
  demandDuties(assessment);
  if (assessment.outcome === "escalated" && asking === undefined) throw new VerdictMoved();
  const asked = assessment.outcome === "escalated" ? (asking ?? null) : null;
  const approvalId = asked === null ? null : newId();
  const answer = answerOf(assessment, { alternatives, approval: approvalOf(approvalId, asked) }, options.locale);
  const recorded = await writeDecision(tx, assessment, { id, approvalId, asking: asked, answer, serviceName: options.serviceName ?? null });
  const whole = { ...recorded, ...answer };
  await options.remember?.(tx, whole);
  return whole;
}

/**
 * Records one use, or attempted use, of authority: evaluation, budgets, decision, question to an approver, audit event,
 * links and the idempotent answer, all in one short transaction or not at all.
 * @param input the request as it came over the wire (contracts.md §3)
 * Refuses: `forbidden`; 409 `no_policy_in_force`; 409 `verdict_changed` (with member `verdict`) when `expect` no longer
 * holds; 422 `invalid_input`, `duty_missing`. A refused or escalated request is no error: it is recorded.
 */
export async function recordDecision(actor: PersonActor, input: unknown, options: RecordOptions): Promise<DecisionAnswer> {
  const id = options.id ?? newId();
  for (let attempt = 1; ; attempt += 1) {
    const now = instantOf(options);
    const prepared = prepareDecision(actor, input, { mayAssert: options.mayAssert === true, now });
    const preview = assessNow(prepared.situation);
    const needsOthers = preview.outcome === "escalated" || attempt > 1;
    const asking = needsOthers ? askFirst(preview.outcome === "escalated" ? preview : { ...preview, outcome: "escalated" }) : undefined;
    const plan: Plan = { prepared, alternatives: alternativesNow(prepared.situation), asking };
    try {
      const answer = await transaction((tx) => recordIn(tx, plan, id, options));
      if (answer !== "unexpected") return answer;
      const verdict = await checkDecision(actor, { ...prepared.stated, expect: null }, { ...options, now });
      throw new Refusal("verdict_changed", { members: { verdict } });
    } catch (error) {
      const moved = error instanceof VerdictMoved || error instanceof BudgetMoved;
      if (!moved || attempt >= ATTEMPTS) throw error instanceof VerdictMoved || error instanceof BudgetMoved ? new Refusal("busy", { retryAfter: 1 }) : error;
    }
  }
}
