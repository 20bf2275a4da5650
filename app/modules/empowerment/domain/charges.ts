import type { PolicyBudget, PolicyDocument } from "../schemas.ts";
import { coveringBudgets } from "./covering-budgets.ts";
import type { DecisionRequest } from "./verdict.ts";

/** What a granted or approved decision adds to one budget's counter. */
export interface Charge {
  readonly code: string;
  readonly budget: PolicyBudget;
  readonly subjectKind: PolicyBudget["subject"];
  readonly measure: PolicyBudget["measure"];
  readonly window: PolicyBudget["window"];
  /** The guard of the counter in the budget's unit (minor units or a number); null counts without guard. */
  readonly limit: number | null;
  /** Minor units, or 1. */
  readonly delta: number;
}

/** Whose authority is used: the requester's, or the approver's. */
export interface Payer {
  readonly role: string;
  /** The site whose budgets count; `"none"` or null where there is none. */
  readonly site: string | null;
  /** True for an approval by exception: everything is counted, nothing is guarded. */
  readonly byException?: boolean;
}

/**
 * The counters a decision is charged to, by code: person and team budgets that bind the role, and always those of a
 * known customer and site (without guard where no row names the role).
 */
export function budgetsCharged(document: Pick<PolicyDocument, "budgets" | "gestures">, request: DecisionRequest, payer: Payer): Charge[] {
  const { customer } = request;
  const hasCustomer = typeof customer === "object" && customer !== null && typeof customer.ref === "string";
  const hasSite = payer.site !== null && payer.site !== "none";

  const charges: Charge[] = [];
  for (const { budget, code, byCount, limits } of coveringBudgets(document, request)) {
    const { subject, measure, window } = budget;
    if ((subject === "customer" && !hasCustomer) || (subject === "site" && !hasSite)) continue;
    const row = limits.get(payer.role) ?? limits.get("*");
    if (row === undefined && (subject === "person" || subject === "team")) continue;
    const limit = payer.byException === true ? null : (row ?? null);
    charges.push({ code, budget, subjectKind: subject, measure, window, limit, delta: byCount ? 1 : (request.amount?.minor ?? 0) });
  }
  return charges.sort((a, b) => (a.code < b.code ? -1 : 1));
}
