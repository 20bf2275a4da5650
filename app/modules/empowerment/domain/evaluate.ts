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
  const forbidding = firstProhibition(index, index.sure, situation.roles);
  const rule = forbidding ?? firstProhibition(index, index.possible, situation.roles);
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
  const granting = resolveGrants(index, named);
  const duties = resolveDuties(index, named, granting.left === null ? null : granting.sure);
  const base = { role, secondPersonAbove: duties.secondPersonAbove, duties: { note: duties.note, evidence: duties.evidence }, unknown };

  if (granting.left === null) {
    const reason = granting.maybe ? "fact_unknown" : someUntrained(index, named) ? "training_required" : "no_rule_covers";
    const nothing = valued ? 0 : null;
    return { outcome: "escalated", reason, ...base, rule: null, limit: nothing, room: nothing, binding: null };
  }
  const budgets = limitsFor(gesture, role);
  if (situation.amount === null) {
    const rule = firstCode(index, granting.left);
    return { ...settleCount(budgets, situation), ...base, rule, limit: null, room: null };
  }
  const limits = caseLimits(index, named, granting.left, situation.orderValue);
  return { ...settleAmount(limits, budgets, situation, situation.amount, alone ? duties.secondPersonAbove : null), ...base, rule: limits.rule };
}

/** The sure grants, those of them that no narrower one overrides (null: there is none), and whether a maybe grant exists. */
function resolveGrants(index: RuleIndex, named: Bits): { sure: Bits; left: Bits | null; maybe: boolean } {
  const { grants, sure: surely, possible, words } = index;
  const sure = new Uint32Array(words);
  let some = 0;
  let maybe = 0;
  for (let word = 0; word < words; word++) {
    const own = (grants[word] as number) & (named[word] as number);
    sure[word] = own & (surely[word] as number);
    some |= sure[word] as number;
    maybe |= own & (possible[word] as number) & ~(surely[word] as number);
  }
  return { sure, left: some === 0 ? null : mostSpecific(index, sure), maybe: maybe !== 0 };
}

/** The members of a set of grants whose scope has none of the others strictly inside. */
function mostSpecific(index: RuleIndex, grants: Bits): Bits {
  let left = grants;
  for (let word = 0; word < grants.length; word++) {
    for (let rest = grants[word] as number; rest !== 0; rest &= rest - 1) {
      const wider = widerGrants(index, word * 32 + lowestBit(rest));
      if (!intersects(wider, grants)) continue;
      if (left === grants) left = grants.slice();
      for (let at = 0; at < left.length; at++) left[at] = (left[at] as number) & ~(wider[at] as number);
    }
  }
  return left;
}

function intersects(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] as number) & (b[word] as number)) !== 0) return true;
  return false;
}

/**
 * Each duty by itself: the strictest among the most specific sure grants that state it, the maybe grants and `require`
 * rules; where no sure grant applies (null), those of `require` rules alone.
 */
function resolveDuties(index: RuleIndex, named: Bits, sure: Bits | null): { note: boolean; evidence: boolean; secondPersonAbove: number | null } {
  const { grants, requires, possible, sure: surely, stating, words } = index;
  let note = false;
  let evidence = false;
  let above = Infinity;
  const adding = new Uint32Array(words);
  for (let word = 0; word < words; word++) {
    const maybe = sure === null ? 0 : (grants[word] as number) & ~(surely[word] as number);
    adding[word] = (maybe | (requires[word] as number)) & (possible[word] as number) & (named[word] as number);
  }
  forEachRule(index, adding, ({ rule: { duties } }) => {
    note ||= duties?.note === true;
    evidence ||= duties?.evidence === true;
    above = Math.min(above, duties?.secondPersonAbove ?? Infinity);
  });
  if (sure !== null) {
    forEachRule(index, statedBy(index, sure, stating.note), ({ rule }) => (note ||= rule.duties?.note === true));
    forEachRule(index, statedBy(index, sure, stating.evidence), ({ rule }) => (evidence ||= rule.duties?.evidence === true));
    forEachRule(index, statedBy(index, sure, stating.secondPersonAbove), ({ rule }) => {
      above = Math.min(above, rule.duties?.secondPersonAbove ?? Infinity);
    });
  }
  return { note, evidence, secondPersonAbove: above === Infinity ? null : above };
}

function statedBy(index: RuleIndex, sure: Bits, stating: Bits): Bits {
  const both = new Uint32Array(sure.length);
  for (let word = 0; word < sure.length; word++) both[word] = (sure[word] as number) & (stating[word] as number);
  return mostSpecific(index, both);
}

function forEachRule(index: RuleIndex, bits: Bits, visit: (rule: CompiledRule) => void): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) visit(index.rules[word * 32 + lowestBit(rest)] as CompiledRule);
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
  for (let word = 0; word < index.words; word++) {
    if (((index.untrained[word] as number) & (index.grants[word] as number) & (named[word] as number)) !== 0) return true;
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

function caseLimits(index: RuleIndex, named: Bits, left: Bits, orderValue: number | undefined | null): CaseLimits {
  let limit = Infinity;
  let rule: string | null = null;
  let known = Infinity;
  for (let word = 0; word < index.words; word++) {
    const own = (index.grants[word] as number) & (named[word] as number);
    const maybe = own & (index.possible[word] as number) & ~(index.sure[word] as number);
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
