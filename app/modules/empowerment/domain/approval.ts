import type { CompiledPolicy } from "./compile.ts";
import type { DecisionRequest, Facts, Verdict } from "./verdict.ts";

/** By own authority, or as the role asked where no grant applies to the requester. */
export type ApprovalMode = { readonly kind: "authority" } | { readonly kind: "exception"; readonly role: string };

export type ApprovalAnswer =
  | { readonly qualifies: true; readonly kind: ApprovalMode["kind"]; readonly role: string; readonly verdict: Verdict }
  | { readonly qualifies: false; readonly verdict: Verdict };

/**
 * Whether somebody could approve: the same request evaluated as theirs, with the second-person duty left out, is
 * granted; or, asked by exception in a role they hold, amount and case total are within what `exceptions` leave that
 * role (nothing stated is no ceiling) and no prohibition holds or may hold. Who is excluded as a person (the requester,
 * the customer, who was asked before) is not looked at here.
 * @param facts those of the approver: own roles, courses and usage; the case total is the case's
 */
export function canApprove(policy: CompiledPolicy, request: DecisionRequest, facts: Facts, mode: ApprovalMode): ApprovalAnswer {
  const verdict = policy.evaluateConfirmed(request, facts);
  if (verdict.outcome === "granted" && verdict.role !== null) return { qualifies: true, kind: "authority", role: verdict.role, verdict };
  if (mode.kind === "exception" && verdict.role !== null && facts.actor.roles.includes(mode.role)) {
    const exception = policy.document.exceptions.find(({ role }) => role === mode.role);
    const ceiling = exception?.perCase ?? Infinity;
    const total = request.amount === undefined || request.amount === null ? 0 : request.amount.minor + (facts.caseTotal ?? 0);
    if (exception !== undefined && total <= ceiling) return { qualifies: true, kind: "exception", role: mode.role, verdict };
  }
  return { qualifies: false, verdict };
}
