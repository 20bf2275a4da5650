import type { PolicyDocument } from "../schemas.ts";
import { evaluateSituation, invalidVerdict } from "./evaluate.ts";
import { explainSituation } from "./explain.ts";
import type { Report } from "./faults.ts";
import { parsePolicy } from "./parse-policy.ts";
import { planOf } from "./plan.ts";
import { draftSituation, readFacts, readRequest, type Situation, type Vocabulary } from "./situation.ts";
import type { DecisionRequest, Explanation, Facts, Verdict } from "./verdict.ts";

/** A policy ready to decide. Its functions are pure, synchronous and never throw. */
export interface CompiledPolicy {
  /** Anything malformed is `refused`, `invalid_request`, with limit and room 0. */
  evaluate(request: DecisionRequest, facts: Facts): Verdict;
  /** The verdict with every rule of the gesture and every budget that binds. */
  explain(request: DecisionRequest, facts: Facts): Explanation;
  /** The verdict with the second-person duty left out: what an approver needs. */
  evaluateConfirmed(request: DecisionRequest, facts: Facts): Verdict;
  readonly document: PolicyDocument;
  readonly vocabulary: Vocabulary;
}

/**
 * Makes a policy document ready for evaluation, indexed by gesture.
 * @param document plain JSON; it is copied, later changes to it have no effect
 * @throws PolicyFaults listing every fault with its path
 */
export function compilePolicy(document: unknown): CompiledPolicy {
  const plan = planOf(parsePolicy(document));

  const read = (request: unknown, facts: unknown): Situation => {
    const situation = draftSituation();
    readRequest(request, plan.vocabulary, stop, situation);
    readFacts(facts, stop, situation);
    return situation;
  };
  return {
    document: plan.document,
    vocabulary: plan.vocabulary,
    evaluate: (request, facts) => {
      try {
        return evaluateSituation(plan, read(request, facts));
      } catch {
        return invalidVerdict();
      }
    },
    evaluateConfirmed: (request, facts) => {
      try {
        return evaluateSituation(plan, read(request, facts), false);
      } catch {
        return invalidVerdict();
      }
    },
    explain: (request, facts) => {
      try {
        return explainSituation(plan, read(request, facts));
      } catch {
        return { verdict: invalidVerdict(), caseTotal: 0, rules: [], budgets: [] };
      }
    },
  };
}

const malformed = new Error("malformed");

const stop: Report = () => {
  throw malformed;
};
