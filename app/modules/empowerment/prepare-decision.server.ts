import type { PersonActor } from "#access/actor.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import type { Situation } from "./assess.server.ts";
import { withKnownFacts } from "./known-facts.server.ts";
import { policyInForce } from "./policy-store.server.ts";
import { type DecisionRequest, parseRequest } from "./public.ts";

export interface Prepared {
  /** As it was sent. */
  readonly stated: DecisionRequest;
  readonly situation: Situation;
}

/**
 * Reads a request by the version in force and lays what Tâm knows over it.
 * @param input the request as it came; unknown members are faults
 * @param mayAssert a service may state otherwise than Tâm knows
 * Refuses: 409 `no_policy_in_force`; 422 `invalid_input` with every fault and its path.
 */
export function prepareDecision(actor: PersonActor, input: unknown, { mayAssert, now }: { mayAssert: boolean; now: Date }): Prepared {
  const policy = policyInForce(now);
  const parsed = parseRequest(input, policy.compiled);
  if (!parsed.ok) throw new Refusal("invalid_input", { errors: parsed.error.map(({ path, code, params }): FieldFault => ({ path, code, params })) });
  const stated = parsed.value;
  const informed = withKnownFacts(stated, policy, { mayAssert, now });
  return { stated, situation: { actor, policy, informed, now } };
}
