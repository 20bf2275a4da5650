import { budgetEntries } from "./budgets.ts";
import { caseLimitOf, dayAt, evaluateSituation } from "./evaluate.ts";
import { explainingOf, rolePlan, type GesturePlan, type Plan } from "./plan.ts";
import { isInside, type CompiledRule, type RuleIndex } from "./rule-index.ts";
import type { Situation } from "./situation.ts";
import type { Explanation, FailedDimension, RuleEntry, RuleStatus, Verdict } from "./verdict.ts";

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

type Draft = { -readonly [Key in keyof RuleEntry]: RuleEntry[Key] };

/** Prohibitions are compared with all roles held, other rules with the role that answers, if one does. */
function explainRules(plan: Plan, gesture: GesturePlan, situation: Situation, verdict: Verdict): RuleEntry[] {
  const { index, codes, effects, duties, conditions, states, failing } = explainingOf(gesture);
  const moment = { situation, day: dayAt(plan, gesture, situation) };
  const failures = conditions.all.map((condition, at) => {
    const failure = condition.failure(moment);
    states[at] = failure === null ? HOLDS : failure.actual === null ? UNKNOWN : condition.dim === "validity" ? NOT_IN_FORCE : FAILS;
    return failure;
  });
  const answering = verdict.role === null ? situation.roles : [verdict.role];
  const ofAnswering = conditions.roles.map((condition) => condition(answering));
  const ofHeld = situation.roles.length === 1 ? ofAnswering : conditions.roles.map((condition) => condition(situation.roles));

  const { of, starts, roleOf } = conditions;
  const entries = new Array<Draft>(codes.length);
  const sure: number[] = [];
  for (let at = 0; at < codes.length; at++) {
    const effect = effects[at] as RuleEntry["effect"];
    const role = roleOf[at] as number;
    const ofRole = role < 0 ? null : ((effect === "prohibit" ? ofHeld : ofAnswering)[role] as Failure);
    let worst = ofRole === null ? HOLDS : FAILS;
    let count = 0;
    const end = starts[at + 1] as number;
    for (let next = starts[at] as number; next < end; next++) {
      const place = of[next] as number;
      const state = states[place] as number;
      if (state === HOLDS) continue;
      failing[count++] = place;
      if (state > worst) worst = state;
    }
    const told: Draft = { code: codes[at] as string, effect, status: statusOf(effect, worst), failed: listed(ofRole, failures, failing, count) };
    entries[at] = told;
    if (effect === "grant" && worst === HOLDS) {
      sure.push(at);
      continue;
    }
    if (effect === "grant" && worst === UNKNOWN) tellLimit(told, gesture.valued, index.rules[at] as CompiledRule, situation);
    const stated = duties[at];
    if (stated !== undefined) told.duties = stated;
  }
  tellSure(index, entries, sure, gesture.valued, situation);
  return entries;
}

type Failure = FailedDimension | null;
const nothing: readonly FailedDimension[] = Object.freeze([]);

/** How a condition stands, the worse the greater. */
const HOLDS = 0;
const UNKNOWN = 1;
const FAILS = 2;
const NOT_IN_FORCE = 3;

/** What is false or unknown of what a rule asks for: its roles, then the first `count` of the failing conditions. */
function listed(ofRole: Failure, failures: readonly Failure[], failing: Int32Array, count: number): readonly FailedDimension[] {
  if (count === 0) return ofRole === null ? nothing : [ofRole];
  const first = failures[failing[0] as number] as FailedDimension;
  if (count === 1) return ofRole === null ? [first] : [ofRole, first];
  const second = failures[failing[1] as number] as FailedDimension;
  const failed = ofRole === null ? [first, second] : [ofRole, first, second];
  for (let at = 2; at < count; at++) failed.push(failures[failing[at] as number] as FailedDimension);
  return failed;
}

/** The status by the worst of what a rule asks for; a sure grant may yet be overridden, or not the strictest. */
function statusOf(effect: RuleEntry["effect"], worst: number): RuleStatus {
  if (worst === NOT_IN_FORCE) return "not_in_force";
  if (worst === FAILS) return "not_matched";
  return worst === UNKNOWN || effect === "require" ? "restricts" : "applied";
}

function tellLimit(told: Draft, valued: boolean, rule: CompiledRule, { orderValue }: Situation): void {
  if (valued) told.limit = caseLimitOf(rule, orderValue);
}

/** Tells which of the sure grants are overridden, and by which, and which of those left are not the strictest. */
function tellSure(index: RuleIndex, entries: readonly Draft[], sure: readonly number[], valued: boolean, situation: Situation): void {
  const left = sure.filter((at) => !sure.some((other) => isInside(index, other, at)));
  const limitOf = (at: number) => caseLimitOf(index.rules[at] as CompiledRule, situation.orderValue);
  const least = Math.min(...left.map(limitOf));
  for (const at of sure) {
    const told = entries[at] as Draft;
    const rule = index.rules[at] as CompiledRule;
    if (!left.includes(at)) {
      told.status = "overridden";
      const by = left.find((other) => isInside(index, other, at));
      if (by !== undefined) told.by = (index.rules[by] as CompiledRule).code;
    } else if (limitOf(at) > least) {
      told.status = "stricter_used";
    }
    tellLimit(told, valued, rule, situation);
    if (rule.rule.duties !== undefined) told.duties = rule.rule.duties;
  }
}
