import { percentOf } from "#kernel/money.ts";
import { noDuties, resolveDuties } from "./duties.ts";
import { matchRules, mostSpecific, type Matching } from "./matching.ts";
import { rolePlan, type GesturePlan, type Plan, type RolePlan } from "./plan.ts";
import { hasBit, type CompiledRule, type RuleIndex } from "./rule-index.ts";
import { settleAmount, settleCount, type CaseLimits } from "./settle.ts";
import type { Situation } from "./situation.ts";
import { pathsOf, unknownFacts } from "./unknown-facts.ts";
import type { Outcome, Reason, Verdict } from "./verdict.ts";

/** What `evaluate` answers to anything malformed. */
export function invalidVerdict(): Verdict {
  return verdictOf("refused", "invalid_request", null, null, 0, 0, null, null, noneAsked, noPaths);
}

const noneAsked: Verdict["duties"] = Object.freeze({ note: false, evidence: false });
const noPaths: readonly string[] = Object.freeze([]);

/** The one place where verdicts are made, so that all have one shape. */
function verdictOf(
  outcome: Outcome,
  reason: Reason,
  role: string | null,
  rule: string | null,
  limit: number | null,
  room: number | null,
  binding: string | null,
  secondPersonAbove: number | null,
  duties: Verdict["duties"],
  unknown: readonly string[],
): Verdict {
  return { outcome, reason, role, rule, limit, room, binding, secondPersonAbove, duties, unknown };
}

/** The calendar day of a situation in the policy's time zone, which counts only where a rule is dated. */
export function dayAt(plan: Plan, gesture: GesturePlan, situation: Situation): number {
  return gesture.dated ? plan.dayOf(situation.instant) : 0;
}

/**
 * The verdict on a checked situation.
 * @param alone false leaves out the second-person duty, as for an approver
 */
export function evaluateSituation(plan: Plan, situation: Situation, alone = true): Verdict {
  const gesture = plan.gestures.get(situation.gesture);
  if (gesture === undefined) return invalidVerdict();
  const { roles } = situation;
  const day = dayAt(plan, gesture, situation);
  const asked = unknownFacts(situation) & gesture.asks;
  const unknown = asked === 0 ? noPaths : pathsOf(asked);

  let forbidding: string | null = null;
  let doubtful: string | null = null;
  for (let at = 0; at < roles.length; at++) {
    const { index, found } = rolePlan(gesture, roles[at] as string);
    matchRules(index, found, situation, day);
    if (found.forbidding >= 0) forbidding = smaller(forbidding, codeAt(index, found.forbidding));
    if (found.doubtful >= 0) doubtful = smaller(doubtful, codeAt(index, found.doubtful));
  }
  if (forbidding !== null) return prohibited("refused", "forbidden_by_rule", forbidding, gesture, unknown);
  if (doubtful !== null) return prohibited("escalated", "fact_unknown", doubtful, gesture, unknown);

  let best: Verdict | null = null;
  for (let at = 0; at < roles.length; at++) {
    const role = roles[at] as string;
    const verdict = evaluateRole(gesture, rolePlan(gesture, role), situation, role, alone, unknown);
    if (best === null || isBetter(verdict, best)) best = verdict;
  }
  return best ?? invalidVerdict();
}

function prohibited(outcome: Outcome, reason: Reason, rule: string, { valued }: GesturePlan, unknown: readonly string[]): Verdict {
  const nothing = valued ? 0 : null;
  return verdictOf(outcome, reason, null, rule, nothing, nothing, null, null, noneAsked, unknown);
}

function smaller(a: string | null, b: string): string {
  return a === null || b < a ? b : a;
}

const standing: Readonly<Record<Outcome, number>> = { granted: 2, escalated: 1, refused: 0 };

/** Whether one role's answer goes before another's: outcome, room, a reason other than a gap, name. */
export function isBetter(a: Verdict, b: Verdict): boolean {
  if (a.outcome !== b.outcome) return standing[a.outcome] > standing[b.outcome];
  if (a.room !== b.room) return (a.room ?? 0) > (b.room ?? 0);
  const gap = Number(a.reason === "no_rule_covers") - Number(b.reason === "no_rule_covers");
  return gap === 0 ? (a.role ?? "") < (b.role ?? "") : gap < 0;
}

/** The answer of one role, no prohibition holding. Expects the rules matched for the same situation. */
function evaluateRole(gesture: GesturePlan, plan: RolePlan, situation: Situation, role: string, alone: boolean, unknown: readonly string[]): Verdict {
  const { index, found, limits: budgets } = plan;
  mostSpecific(index, found.granting, found.left);
  const { note, evidence, above } = index.dutiful ? resolveDuties(index, found) : noDuties;
  const duties = note || evidence ? { note, evidence } : noneAsked;
  const secondPersonAbove = above === Infinity ? null : above;

  const { granting, left } = found;
  if (granting.count === 0) {
    const nothing = gesture.valued ? 0 : null;
    return verdictOf("escalated", reasonWithoutGrant(index, found), role, null, nothing, nothing, null, secondPersonAbove, duties, unknown);
  }
  if (situation.amount === null) {
    const { outcome, reason, binding } = settleCount(budgets, situation);
    return verdictOf(outcome, reason, role, codeAt(index, left.at[0] as number), null, null, binding, secondPersonAbove, duties, unknown);
  }
  const limits = caseLimits(index, found, situation.orderValue);
  const { outcome, reason, room, binding } = settleAmount(limits, budgets, situation, situation.amount, alone ? secondPersonAbove : null);
  return verdictOf(outcome, reason, role, codeAt(index, limits.rule), limits.limit, room, binding, secondPersonAbove, duties, unknown);
}

function codeAt({ rules }: RuleIndex, at: number): string {
  return (rules[at] as CompiledRule).code;
}

function reasonWithoutGrant(index: RuleIndex, found: Matching): Reason {
  const { restricting } = found;
  for (let n = 0; n < restricting.count; n++) {
    if (hasBit(index.grants, restricting.at[n] as number)) return "fact_unknown";
  }
  return found.untrained ? "training_required" : "no_rule_covers";
}

/** What a grant gives per case, in minor units: a percentage of an unknown order, or of none, is 0. */
export function caseLimitOf(rule: CompiledRule, orderValue: number | undefined | null): number {
  return rule.percent === null ? rule.perCase : Math.min(rule.perCase, share(orderValue ?? 0, rule.percent));
}

function share(value: number, percent: number): number {
  const product = value * percent;
  return product <= Number.MAX_SAFE_INTEGER ? (product - (product % 100)) / 100 : percentOf(value, percent);
}

/** The least limit of the sure grants left and of every maybe grant. */
function caseLimits(index: RuleIndex, { left, restricting }: Matching, orderValue: number | undefined | null): CaseLimits {
  const { perCase, percent, grants } = index;
  let limit = Infinity;
  let rule = -1;
  let known = Infinity;
  for (let n = 0; n < left.count; n++) {
    const at = left.at[n] as number;
    const most = perCase[at] as number;
    const given = percent[at] === 0 ? most : Math.min(most, share(orderValue ?? 0, percent[at] as number));
    known = Math.min(known, orderValue === undefined ? most : given);
    if (rule >= 0 && given >= limit) continue;
    limit = given;
    rule = at;
  }
  for (let n = 0; n < restricting.count; n++) {
    const at = restricting.at[n] as number;
    if (!hasBit(grants, at)) continue;
    const given = caseLimitOf(index.rules[at] as CompiledRule, orderValue);
    if (given > limit || (given === limit && at > rule)) continue;
    limit = given;
    rule = at;
  }
  return { limit, rule, known };
}
