import type { PolicyDocument } from "../schemas.ts";
import { canApprove } from "./approval.ts";
import type { CompiledPolicy } from "./compile.ts";
import type { DecisionRequest, Facts, Verdict } from "./verdict.ts";

/** How somebody may answer a request: by their own authority, or by the exceptions of the policy; null: not at all. */
export interface Answerable {
  readonly how: "person" | "exception" | null;
  /** The role whose authority or exception is used. */
  readonly role: string | null;
  /** Their own evaluation of the request. */
  readonly verdict: Verdict;
  /** The most they may approve in minor units; null for a gesture without amount. */
  readonly most: number | null;
}

/** What exceptions leave these roles in a case: minor units, Infinity without a ceiling, null where none is stated. */
function exceptionRoom(document: PolicyDocument, roles: readonly string[], caseTotal: number): number | null {
  const rows = document.exceptions.filter(({ role }) => roles.includes(role));
  if (rows.length === 0) return null;
  return Math.max(0, ...rows.map(({ perCase }) => (perCase === undefined ? Infinity : perCase - caseTotal)));
}

/**
 * Evaluates a request as somebody else's, the second-person duty left out.
 * @param facts theirs; the case total is the case's
 * @param byException whether the exceptions serve besides: no grant applies to the requester, or it is the last resort
 */
export function answerableBy(policy: CompiledPolicy, request: DecisionRequest, facts: Facts, byException: boolean): Answerable {
  const own = canApprove(policy, request, facts, { kind: "authority" });
  const { verdict } = own;
  if (own.qualifies) return { how: "person", role: own.role, verdict, most: verdict.room };
  if (!byException || verdict.role === null) return { how: null, role: null, verdict, most: verdict.room };
  const valued = request.amount !== undefined && request.amount !== null;
  const room = exceptionRoom(policy.document, facts.actor.roles, facts.caseTotal ?? 0);
  const most = valued ? Math.max(verdict.room ?? 0, Math.min(room ?? 0, request.amount.minor)) : null;
  for (const role of facts.actor.roles) {
    const answer = canApprove(policy, request, facts, { kind: "exception", role });
    if (answer.qualifies) return { how: "exception", role: answer.role, verdict, most };
  }
  return { how: null, role: null, verdict, most };
}
