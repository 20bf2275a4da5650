import { subjectOf, type BudgetLimit } from "./budgets.ts";
import { usedOf, type Situation } from "./situation.ts";
import type { Verdict } from "./verdict.ts";

/** Limits of one case in minor units; `known` leaves out maybe grants and percentages of an unknown order. */
export interface CaseLimits {
  readonly limit: number;
  /** Position of the rule whose limit counts. */
  readonly rule: number;
  readonly known: number;
}

type Settled = Pick<Verdict, "outcome" | "reason" | "binding">;

/**
 * Compares an amount with what is left of the case and of every budget that binds.
 * @param amount minor units
 * @param secondPersonAbove minor units, or null when nobody else need confirm
 */
export function settleAmount(
  limits: CaseLimits,
  budgets: readonly BudgetLimit[],
  situation: Situation,
  amount: number,
  secondPersonAbove: number | null,
): Settled & { room: number } {
  const { limit } = limits;
  let room = Math.max(0, limit - situation.caseTotal);
  let binding = "case";
  let blocking: string | null = null;
  let fitsWhenKnown = amount <= limits.known - situation.caseTotal;
  for (const entry of budgets) {
    const left = leftOf(entry, situation);
    if (left === null) continue;
    if (left < room) {
      room = left;
      binding = entry.budget.code;
    }
    if (amount <= left || subjectOf(entry.budget, situation) === "unknown") continue;
    fitsWhenKnown = false;
    if (entry.budget.blocks) blocking ??= entry.budget.code;
  }

  if (amount <= room) {
    const confirmed = secondPersonAbove !== null && amount > secondPersonAbove;
    return confirmed
      ? { outcome: "escalated", reason: "second_person_required", room, binding }
      : { outcome: "granted", reason: "within_case_limit", room, binding };
  }
  if (blocking !== null) return { outcome: "refused", reason: "over_budget", room, binding: blocking };
  if (fitsWhenKnown) return { outcome: "escalated", reason: "fact_unknown", room, binding };
  if (binding !== "case") return { outcome: "escalated", reason: "over_budget", room, binding };
  return { outcome: "escalated", reason: amount > limit ? "over_case_limit" : "case_total_over_limit", room, binding };
}

/** Whether budgets by number leave room for a gesture without amount. */
export function settleCount(budgets: readonly BudgetLimit[], situation: Situation): Settled {
  let blocking: string | null = null;
  let full: string | null = null;
  let unknown: string | null = null;
  for (const entry of budgets) {
    if (leftOf(entry, situation) !== 0) continue;
    const { budget } = entry;
    if (subjectOf(budget, situation) === "unknown") unknown ??= budget.code;
    else if (budget.blocks) blocking ??= budget.code;
    else full ??= budget.code;
  }
  if (blocking !== null) return { outcome: "refused", reason: "over_budget", binding: blocking };
  if (full !== null) return { outcome: "escalated", reason: "over_budget", binding: full };
  if (unknown !== null) return { outcome: "escalated", reason: "fact_unknown", binding: unknown };
  return { outcome: "granted", reason: "within_case_limit", binding: null };
}

/** What a budget leaves, in minor units: by number all or nothing; null when it does not bind this request. */
function leftOf({ budget, limit }: BudgetLimit, situation: Situation): number | null {
  if (budget.reasons !== null && !budget.reasons.has(situation.reason)) return null;
  const subject = subjectOf(budget, situation);
  if (subject === "none") return null;
  if (subject === "unknown") return 0;
  const left = Math.max(0, limit - usedOf(situation, budget.code));
  return budget.byCount && left > 0 ? Infinity : left;
}
