import type { CompiledPolicy } from "./compile.ts";
import { caseGroupOf } from "./case-group.ts";
import type { DecisionRequest, Facts, Verdict } from "./verdict.ts";

/** What somebody may do now with one gesture: the verdict on the least amount, whose `room` is all that may be given. */
export interface Offer {
  readonly gesture: string;
  readonly verdict: Verdict;
}

/** A situation whose gesture is still open. */
export type OpenRequest = Omit<DecisionRequest, "gesture" | "amount"> & Partial<Pick<DecisionRequest, "gesture" | "amount">>;

/**
 * Every gesture of the policy, in the document's order, with the verdict on the least amount of it (1 minor unit).
 * @param facts `usage` holds all budgets of this person, team, site and customer
 * @param caseTotalOf minor units already given in this case for the case group of a gesture; without it the total of
 *   `facts` counts for every gesture, the stricter reading
 */
export function whatMayBeGiven(policy: CompiledPolicy, request: OpenRequest, facts: Facts, caseTotalOf?: (gesture: string) => number): Offer[] {
  const { currency, gestures } = policy.document;
  return gestures.map(({ code, valued }) => {
    const asked = { ...request, gesture: code, amount: valued ? { minor: 1, currency } : null };
    const known = caseTotalOf === undefined ? facts : { ...facts, caseTotal: caseTotalOf(code) };
    return { gesture: code, verdict: policy.evaluate(asked, known) };
  });
}

/** The other gestures of which this person may give something now, alone; parameters as for {@link whatMayBeGiven}. */
export function alternatives(policy: CompiledPolicy, request: OpenRequest, facts: Facts, caseTotalOf?: (gesture: string) => number): Offer[] {
  const group = request.gesture === undefined ? null : caseGroupOf(policy.document, request.gesture);
  const totalOf = caseTotalOf ?? ((gesture: string) => (group?.includes(gesture) ? (facts.caseTotal ?? 0) : 0));
  return whatMayBeGiven(policy, request, facts, totalOf).filter(({ gesture, verdict }) => gesture !== request.gesture && verdict.outcome === "granted");
}
