import { percentOf } from "#kernel/money.ts";
import { settleAmount, settleCount, type CaseLimits } from "./settle.ts";
import { limitsFor, type GesturePlan, type Plan } from "./plan.ts";
import { lowestBit, matchRules, rulesOfRole, widerGrants, type Bits, type CompiledRule, type RuleIndex } from "./rule-index.ts";
import type { Moment } from "./scope.ts";
import type { Situation } from "./situation.ts";
import type { Outcome, Verdict } from "./verdict.ts";

/** What `evaluate` answers to anything malformed. */
export function invalidVerdict(): Verdict {
  return { ...noAnswer, outcome: "refused", reason: "invalid_request", limit: 0, room: 0, duties: { note: false, evidence: false }, unknown: [] };
}

const noAnswer = { role: null, rule: null, binding: null, secondPersonAbove: null } as const;

/** Reads a situation's moment: its calendar day counts only where a rule is dated. */
export function momentOf(plan: Plan, gesture: GesturePlan, situation: Situation): Moment {
  return { situation, day: gesture.dated ? plan.dayOf(situation.instant) : 0 };
}

/**
 * The verdict on a checked situation.
 * @param alone false leaves out the second-person duty, as for an approver
 */
export function evaluateSituation(plan: Plan, situation: Situation, alone = true): Verdict {
  const gesture = plan.gestures.get(situation.gesture);
  if (gesture === undefined) return invalidVerdict();
  const { index } = gesture;
  matchRules(index, momentOf(plan, gesture, situation));
  const unknown: string[] = [];
  for (const { path, fact } of gesture.asks) if (fact(situation) === undefined) unknown.push(path);

  const nothing = gesture.valued ? 0 : null;
  const forbidding = firstProhibition(index, index.found.sure, situation.roles);
  const rule = forbidding ?? firstProhibition(index, index.found.possible, situation.roles);
  if (rule !== null) {
    const decided = forbidding === null ? ({ outcome: "escalated", reason: "fact_unknown" } as const) : ({ outcome: "refused", reason: "forbidden_by_rule" } as const);
    return { ...noAnswer, ...decided, rule, limit: nothing, room: nothing, duties: { note: false, evidence: false }, unknown };
  }

  let best: Verdict | null = null;
  for (const role of situation.roles) {
    const verdict = evaluateRole(gesture, situation, role, alone, unknown);
    if (best === null || isBetter(verdict, best)) best = verdict;
  }
  return best ?? invalidVerdict();
}

/** The smallest code of the prohibitions among `holding` that name one of the roles or any. */
function firstProhibition(index: RuleIndex, holding: Bits, roles: readonly string[]): string | null {
  for (let word = 0; word < index.words; word++) {
    const candidates = (index.prohibits[word] as number) & (holding[word] as number);
    if (candidates === 0) continue;
    let named = 0;
    for (const role of roles) named |= rulesOfRole(index, role)[word] as number;
    if ((candidates & named) !== 0) return (index.rules[word * 32 + lowestBit(candidates & named)] as CompiledRule).code;
  }
  return null;
}

const standing: Readonly<Record<Outcome, number>> = { granted: 2, escalated: 1, refused: 0 };

/** Whether one role's answer goes before another's: outcome, room, a reason other than a gap, name. */
export function isBetter(a: Verdict, b: Verdict): boolean {
  if (a.outcome !== b.outcome) return standing[a.outcome] > standing[b.outcome];
  if (a.room !== b.room) return (a.room ?? 0) > (b.room ?? 0);
  const gap = Number(a.reason === "no_rule_covers") - Number(b.reason === "no_rule_covers");
  return gap === 0 ? (a.role ?? "") < (b.role ?? "") : gap < 0;
}

/** The answer of one role, no prohibition holding. Expects the index matched for the same situation. */
function evaluateRole(gesture: GesturePlan, situation: Situation, role: string, alone: boolean, unknown: readonly string[]): Verdict {
  const { index, valued } = gesture;
  const named = rulesOfRole(index, role);
  const { left } = index.found;
  const { sure, maybe } = resolveGrants(index, named);
  const { note, evidence, above } = resolveDuties(index, named, sure);
  const duties = { note, evidence };
  const secondPersonAbove = above === Infinity ? null : above;

  if (!sure) {
    const reason = maybe ? "fact_unknown" : someUntrained(index, named) ? "training_required" : "no_rule_covers";
    const nothing = valued ? 0 : null;
    return { outcome: "escalated", reason, role, rule: null, limit: nothing, room: nothing, binding: null, secondPersonAbove, duties, unknown };
  }
  const budgets = limitsFor(gesture, role);
  if (situation.amount === null) {
    const { outcome, reason, binding } = settleCount(budgets, situation);
    return { outcome, reason, role, rule: firstCode(index, left), limit: null, room: null, binding, secondPersonAbove, duties, unknown };
  }
  const limits = caseLimits(index, named, situation.orderValue);
  const { outcome, reason, room, binding } = settleAmount(limits, budgets, situation, situation.amount, alone ? secondPersonAbove : null);
  return { outcome, reason, role, rule: limits.rule, limit: limits.limit, room, binding, secondPersonAbove, duties, unknown };
}

/** Finds the sure grants of a role and those of them that no narrower one overrides, into `found`. */
function resolveGrants(index: RuleIndex, named: Bits): { sure: boolean; maybe: boolean } {
  const { grants, words } = index;
  const { sure, possible, granting, left } = index.found;
  let some = 0;
  let maybe = 0;
  for (let word = 0; word < words; word++) {
    const own = (grants[word] as number) & (named[word] as number);
    granting[word] = own & (sure[word] as number);
    some |= granting[word] as number;
    maybe |= own & (possible[word] as number) & ~(sure[word] as number);
  }
  if (some !== 0) mostSpecific(index, granting, left);
  return { sure: some !== 0, maybe: maybe !== 0 };
}

/** Fills `left` with the members of a set of grants whose scope has none of the others strictly inside. */
function mostSpecific(index: RuleIndex, grants: Bits, left: Bits): void {
  const { words } = index;
  let count = 0;
  for (let word = 0; word < words; word++) {
    const members = grants[word] as number;
    left[word] = members;
    if (members !== 0) count += (members & (members - 1)) === 0 ? 1 : 2;
  }
  if (count < 2) return;
  for (let word = 0; word < words; word++) {
    for (let rest = grants[word] as number; rest !== 0; rest &= rest - 1) {
      const wider = widerGrants(index, word * 32 + lowestBit(rest));
      for (let at = 0; at < words; at++) left[at] = (left[at] as number) & ~(wider[at] as number);
    }
  }
}

interface ResolvedDuties {
  note: boolean;
  evidence: boolean;
  /** Minor units; Infinity where nobody else need confirm. */
  above: number;
}

/**
 * Each duty by itself: the strictest among the most specific sure grants that state it, the maybe grants and `require`
 * rules; where no sure grant applies, those of `require` rules alone.
 */
function resolveDuties(index: RuleIndex, named: Bits, granted: boolean): ResolvedDuties {
  const { grants, requires, stating, words } = index;
  const { sure, possible } = index.found;
  const duties: ResolvedDuties = { note: false, evidence: false, above: Infinity };
  for (let word = 0; word < words; word++) {
    const maybe = granted ? (grants[word] as number) & ~(sure[word] as number) : 0;
    let rest = (maybe | (requires[word] as number)) & (possible[word] as number) & (named[word] as number);
    for (; rest !== 0; rest &= rest - 1) {
      const stated = (index.rules[word * 32 + lowestBit(rest)] as CompiledRule).rule.duties;
      if (stated === undefined) continue;
      duties.note ||= stated.note === true;
      duties.evidence ||= stated.evidence === true;
      duties.above = Math.min(duties.above, stated.secondPersonAbove ?? Infinity);
    }
  }
  if (granted) {
    addStated(index, stating.note, duties, "note");
    addStated(index, stating.evidence, duties, "evidence");
    addStated(index, stating.secondPersonAbove, duties, "above");
  }
  return duties;
}

/** Adds one duty of the most specific among the sure grants that state it. */
function addStated(index: RuleIndex, stating: Bits, duties: ResolvedDuties, duty: keyof ResolvedDuties): void {
  const { granting, stated, statedLeft } = index.found;
  let some = 0;
  for (let word = 0; word < index.words; word++) {
    stated[word] = (granting[word] as number) & (stating[word] as number);
    some |= stated[word] as number;
  }
  if (some === 0) return;
  mostSpecific(index, stated, statedLeft);
  for (let word = 0; word < index.words; word++) {
    for (let rest = statedLeft[word] as number; rest !== 0; rest &= rest - 1) {
      const own = (index.rules[word * 32 + lowestBit(rest)] as CompiledRule).rule.duties;
      if (duty === "above") duties.above = Math.min(duties.above, own?.secondPersonAbove ?? Infinity);
      else duties[duty] ||= own?.[duty] === true;
    }
  }
}

function firstCode(index: RuleIndex, bits: Bits): string | null {
  for (let word = 0; word < bits.length; word++) {
    if (bits[word] !== 0) return (index.rules[word * 32 + lowestBit(bits[word] as number)] as CompiledRule).code;
  }
  return null;
}

/** Whether some grant fails in its courses alone. */
function someUntrained(index: RuleIndex, named: Bits): boolean {
  const { untrained } = index.found;
  for (let word = 0; word < index.words; word++) {
    if (((untrained[word] as number) & (index.grants[word] as number) & (named[word] as number)) !== 0) return true;
  }
  return false;
}

/** What a grant gives per case, in minor units: a percentage of an unknown order, or of none, is 0. */
export function caseLimitOf(rule: CompiledRule, orderValue: number | undefined | null): number {
  return rule.percent === null ? rule.perCase : Math.min(rule.perCase, share(orderValue ?? 0, rule.percent));
}

function share(value: number, percent: number): number {
  const product = value * percent;
  return product <= Number.MAX_SAFE_INTEGER ? (product - (product % 100)) / 100 : percentOf(value, percent);
}

function caseLimits(index: RuleIndex, named: Bits, orderValue: number | undefined | null): CaseLimits {
  const { sure, possible, left } = index.found;
  let limit = Infinity;
  let rule: string | null = null;
  let known = Infinity;
  for (let word = 0; word < index.words; word++) {
    const own = (index.grants[word] as number) & (named[word] as number);
    const maybe = own & (possible[word] as number) & ~(sure[word] as number);
    for (let rest = (left[word] as number) | maybe; rest !== 0; rest &= rest - 1) {
      const bit = lowestBit(rest);
      const candidate = index.rules[word * 32 + bit] as CompiledRule;
      const given = caseLimitOf(candidate, orderValue);
      if (given < limit || rule === null) {
        limit = given;
        rule = candidate.code;
      }
      if (((left[word] as number) & (1 << bit)) !== 0) known = Math.min(known, orderValue === undefined ? candidate.perCase : given);
    }
  }
  return { limit, rule, known };
}
