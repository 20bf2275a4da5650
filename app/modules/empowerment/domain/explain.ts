import { budgetEntries } from "./budgets.ts";
import { caseLimitOf, evaluateSituation, momentOf } from "./evaluate.ts";
import { limitsFor, type GesturePlan, type Plan } from "./plan.ts";
import type { CompiledRule } from "./rule-index.ts";
import { isStrictlyInside, matchScope, type Match } from "./scope.ts";
import type { Situation } from "./situation.ts";
import type { Explanation, RuleEntry, RuleStatus, Verdict } from "./verdict.ts";

/** The verdict with one entry for each rule of the gesture and each budget that binds. */
export function explainSituation(plan: Plan, situation: Situation): Explanation {
  const verdict = evaluateSituation(plan, situation);
  const gesture = plan.gestures.get(situation.gesture);
  if (gesture === undefined) return { verdict, caseTotal: 0, rules: [], budgets: [] };
  return {
    verdict,
    caseTotal: situation.caseTotal,
    rules: explainRules(plan, gesture, situation, verdict),
    budgets: verdict.role === null ? [] : budgetEntries(limitsFor(gesture, verdict.role), situation),
  };
}

interface Considered extends Match {
  readonly rule: CompiledRule;
}

/** Prohibitions are compared with all roles held, other rules with the role that answers, if one does. */
function explainRules(plan: Plan, gesture: GesturePlan, situation: Situation, verdict: Verdict): RuleEntry[] {
  const moment = momentOf(plan, gesture, situation);
  const considered = gesture.index.rules.map((rule): Considered => {
    const roles = rule.rule.effect === "prohibit" || verdict.role === null ? situation.roles : [verdict.role];
    return { rule, ...matchScope(rule.scope, moment, roles) };
  });
  const sure = considered.filter(({ rule, holds }) => rule.rule.effect === "grant" && holds === "sure");
  const overriddenBy = new Map(sure.map(({ rule }) => [rule.code, sure.filter((other) => isStrictlyInside(other.rule.scope, rule.scope))]));
  const left = sure.filter(({ rule }) => overriddenBy.get(rule.code)?.length === 0);
  const least = Math.min(...left.map(({ rule }) => caseLimitOf(rule, situation.orderValue)));

  return considered.map((entry): RuleEntry => {
    const { rule, holds, failed } = entry;
    const { code, rule: declared } = rule;
    const by = left.find((other) => overriddenBy.get(code)?.includes(other));
    const limit = caseLimitOf(rule, situation.orderValue);
    return {
      code,
      effect: declared.effect,
      status: statusOf(entry, by !== undefined, limit > least),
      ...(by !== undefined && { by: by.rule.code }),
      ...(declared.effect === "grant" && holds !== "not" && gesture.valued && { limit }),
      ...(declared.duties !== undefined && { duties: declared.duties }),
      failed,
    };
  });
}

function statusOf({ rule, holds, failed }: Considered, overridden: boolean, moreThanLeast: boolean): RuleStatus {
  if (failed.some(({ dim }) => dim === "validity")) return "not_in_force";
  if (holds === "not") return "not_matched";
  if (holds === "maybe" || rule.rule.effect === "require") return "restricts";
  if (rule.rule.effect === "prohibit") return "applied";
  if (overridden) return "overridden";
  return moreThanLeast ? "stricter_used" : "applied";
}
