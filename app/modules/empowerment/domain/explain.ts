import { budgetEntries } from "./budgets.ts";
import { caseLimitOf, dayAt, evaluateSituation } from "./evaluate.ts";
import { rolePlan, type GesturePlan, type Plan } from "./plan.ts";
import type { CompiledRule } from "./rule-index.ts";
import { isStrictlyInside, matchScope, seenAt, type Match } from "./scope.ts";
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
    budgets: verdict.role === null ? [] : budgetEntries(rolePlan(gesture, verdict.role).limits, situation),
  };
}

interface Considered extends Match {
  readonly rule: CompiledRule;
}

/** Prohibitions are compared with all roles held, other rules with the role that answers, if one does. */
function explainRules(plan: Plan, gesture: GesturePlan, situation: Situation, verdict: Verdict): RuleEntry[] {
  const seen = seenAt({ situation, day: dayAt(plan, gesture, situation) });
  const answering = verdict.role === null ? situation.roles : [verdict.role];
  const considered = gesture.rules.map((rule): Considered => {
    const { holds, failed } = matchScope(rule.scope, seen, rule.rule.effect === "prohibit" ? situation.roles : answering);
    return { rule, holds, failed };
  });
  const sure = considered.filter(({ rule, holds }) => holds === "sure" && rule.rule.effect === "grant");
  const left = sure.filter(({ rule }) => !sure.some((other) => isStrictlyInside(other.rule.scope, rule.scope)));
  const least = Math.min(...left.map(({ rule }) => caseLimitOf(rule, situation.orderValue)));

  const grants = new Set(sure);
  const kept = new Set(left);
  return considered.map((entry): RuleEntry => {
    const { rule, holds, failed } = entry;
    const { code, rule: declared } = rule;
    const overridden = grants.has(entry) && !kept.has(entry);
    const by = overridden ? left.find((other) => isStrictlyInside(other.rule.scope, rule.scope))?.rule.code : undefined;
    const limit = caseLimitOf(rule, situation.orderValue);
    const status = statusOf(entry, overridden, limit > least);
    const told: Mutable<RuleEntry> = { code, effect: declared.effect, status, failed };
    if (by !== undefined) told.by = by;
    if (gesture.valued && declared.effect === "grant" && holds !== "not") told.limit = limit;
    if (declared.duties !== undefined) told.duties = declared.duties;
    return told;
  });
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function statusOf({ rule, holds, failed }: Considered, overridden: boolean, moreThanLeast: boolean): RuleStatus {
  if (failed.some(({ dim }) => dim === "validity")) return "not_in_force";
  if (holds === "not") return "not_matched";
  if (holds === "maybe" || rule.rule.effect === "require") return "restricts";
  if (rule.rule.effect === "prohibit") return "applied";
  if (overridden) return "overridden";
  return moreThanLeast ? "stricter_used" : "applied";
}
