import type { PolicyBudget } from "../schemas.ts";
import { usedOf, type Situation } from "./situation.ts";
import type { BudgetEntry } from "./verdict.ts";

/** A budget ready to be asked: limits are minor units, or a number of times. */
export interface CompiledBudget {
  readonly budget: PolicyBudget;
  readonly code: string;
  readonly subject: PolicyBudget["subject"];
  readonly byCount: boolean;
  readonly blocks: boolean;
  readonly reasons: ReadonlySet<string> | null;
  readonly limits: ReadonlyMap<string, number>;
}

/** A budget with its limit for one role. */
export interface BudgetLimit {
  readonly budget: CompiledBudget;
  readonly limit: number;
}

/** Reads a budget of the document. */
export function compileBudget(budget: PolicyBudget): CompiledBudget {
  return {
    budget,
    code: budget.code,
    subject: budget.subject,
    byCount: budget.measure === "count",
    blocks: budget.onExceed === "block",
    reasons: budget.reasons === undefined || budget.reasons.length === 0 ? null : new Set(budget.reasons),
    limits: new Map(budget.limits.map(({ role, limit }) => [role, limit])),
  };
}

/** True when a budget counts this gesture, for some reason at least; by amount only gestures that have one. */
export function coversGesture(budget: PolicyBudget, gesture: string, valued: boolean): boolean {
  const named = budget.gestures === undefined || budget.gestures.length === 0 || budget.gestures.includes(gesture);
  return named && (valued || budget.measure === "count");
}

/** The budgets that bind a role, with the limit of its own row, else that of `*`. */
export function limitsOfRole(budgets: readonly CompiledBudget[], role: string): BudgetLimit[] {
  return budgets.flatMap((budget) => {
    const limit = budget.limits.get(role) ?? budget.limits.get("*");
    return limit === undefined ? [] : [{ budget, limit }];
  });
}

/** Whose counter it is: known; unknown (a customer without reference, a site not told); or none (a walk-in, no site). */
export function subjectOf(budget: CompiledBudget, situation: Situation): "known" | "unknown" | "none" {
  if (budget.subject === "customer") {
    if (situation.customerRef === undefined) return "unknown";
    return situation.customerRef === null ? "none" : "known";
  }
  if (budget.subject === "site") {
    if (situation.site === undefined) return "unknown";
    return situation.site === "none" ? "none" : "known";
  }
  return "known";
}

/** The entries of an explanation: the budgets that bind this request in this role. */
export function budgetEntries(limits: readonly BudgetLimit[], situation: Situation): BudgetEntry[] {
  return limits.flatMap(({ budget, limit }) => {
    const subject = subjectOf(budget, situation);
    if (subject === "none" || (budget.reasons !== null && !budget.reasons.has(situation.reason))) return [];
    const used = usedOf(situation, budget.code);
    const remaining = subject === "unknown" ? 0 : Math.max(0, limit - used);
    return [{ code: budget.code, subject: budget.subject, unit: budget.byCount ? "count" : "minor", limit, used, remaining }];
  });
}
