import { rollingStart, windowOf } from "#kernel/period.ts";
import type { PolicyBudget, PolicyDocument } from "../schemas.ts";
import { coversGesture } from "./budgets.ts";

/** Whose budgets a request draws on. */
export interface BudgetSubjects {
  readonly personId: string;
  readonly managerId: string | null;
  /** The site where it happens; null: none. */
  readonly siteCode: string | null;
  /** null: a walk-in, or not known. */
  readonly customerRef: string | null;
}

/** Where a budget counts one request: a counter of a calendar window, or the ledger of a rolling one. */
export interface BudgetPlace {
  readonly code: string;
  readonly budget: PolicyBudget;
  /** `person:<id>`, `team:<manager>`, `site:<code>` or `customer:<ref>` */
  readonly subject: string;
  /** `day:2026-11-22`, `week:…`, `month:…`; null for a rolling window */
  readonly window: string | null;
  /** The window is (after, now] when rolling, else begins at `after`. */
  readonly after: Date;
  /** When a calendar window ends; null for a rolling one. */
  readonly end: Date | null;
}

function subjectKey(budget: PolicyBudget, subjects: BudgetSubjects): string | null {
  switch (budget.subject) {
    case "person":
      return `person:${subjects.personId}`;
    case "team":
      // Somebody without a manager is a team of one.
      return `team:${subjects.managerId ?? subjects.personId}`;
    case "site":
      return subjects.siteCode === null ? null : `site:${subjects.siteCode}`;
    case "customer":
      return subjects.customerRef === null ? null : `customer:${subjects.customerRef}`;
  }
}

/** Whether a budget counts a request for this reason. */
function coversReason(budget: PolicyBudget, reason: string): boolean {
  return budget.reasons === undefined || budget.reasons.length === 0 || budget.reasons.includes(reason);
}

/**
 * Every budget that counts the request and whose subject is known, with its place at an instant; in order of the
 * document. Without a request every budget, whatever it counts.
 */
export function budgetPlaces(
  document: PolicyDocument,
  request: { readonly gesture: string; readonly reason: string } | null,
  subjects: BudgetSubjects,
  now: Date,
): BudgetPlace[] {
  const valued = document.gestures.find(({ code }) => code === request?.gesture)?.valued === true;
  return document.budgets.flatMap((budget): BudgetPlace[] => {
    const subject = subjectKey(budget, subjects);
    if (subject === null) return [];
    if (request !== null && (!coversGesture(budget, request.gesture, valued) || !coversReason(budget, request.reason))) return [];
    if (typeof budget.window === "object") {
      return [{ code: budget.code, budget, subject, window: null, after: rollingStart(now, budget.window.rollingDays), end: null }];
    }
    const { key, start, end } = windowOf({ kind: budget.window }, now, document.timeZone);
    return [{ code: budget.code, budget, subject, window: key, after: start, end }];
  });
}
