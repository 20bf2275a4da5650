import type { CompiledPolicy } from "../compile.ts";
import type { FaultCode, FaultParams } from "../faults.ts";
import { parseRequest } from "../parse-request.ts";
import type { Verdict } from "../verdict.ts";
import type { PastCase } from "./past-case.ts";

/** Why a case cannot be judged: a code the policy does not have, or facts it asks about that nobody wrote down. */
export interface Doubt {
  readonly reason: FaultCode | "fact_not_recorded" | "courses_not_recorded";
  readonly params: FaultParams | { readonly facts: readonly string[] };
}

/**
 * Why a verdict says nothing about a past case; null when it does. What was unknown to the person then stays unknown.
 * What nobody asked about then may be known or not: such a case is judged only where its verdict holds whatever the fact
 * is, which is so when it is granted (an unknown fact only restricts) and when a prohibition surely holds.
 * @param unknownThen the facts that the version of then asked about in vain; null where none is known
 */
export function doubtOf(policy: CompiledPolicy, past: PastCase, verdict: Verdict, unknownThen: readonly string[] | null): Doubt | null {
  if (verdict.reason === "invalid_request") return unreadable(policy, past);
  if (verdict.outcome === "granted" || verdict.reason === "forbidden_by_rule") return null;
  const missing = verdict.unknown.filter((path) => unknownThen?.includes(path) !== true);
  if (missing.length > 0) return { reason: "fact_not_recorded", params: { facts: missing } };
  if (!past.actorKnown && verdict.reason === "training_required") return { reason: "courses_not_recorded", params: {} };
  return null;
}

function unreadable(policy: CompiledPolicy, { request }: PastCase): Doubt {
  const parsed = parseRequest(request, policy);
  const [fault] = parsed.ok ? [] : parsed.error;
  return fault === undefined ? { reason: "unreadable", params: {} } : { reason: fault.code, params: fault.params };
}
