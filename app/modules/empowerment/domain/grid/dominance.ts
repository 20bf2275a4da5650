import type { CompiledRule } from "../rule-index.ts";
import { has, isEmpty, meet, membersOf, type Bits } from "./bits.ts";
import type { RuleSet } from "./rule-set.ts";
import type { Glimpse } from "./search.ts";

/**
 * Whether a rule's limit is certainly at most another's for every order, and it goes first where they are equal. An order
 * that is unknown or absent makes every percentage 0.
 */
export function goesBefore(set: RuleSet, at: number, other: number): boolean {
  const [a, b] = [set.rules[at] as CompiledRule, set.rules[other] as CompiledRule];
  if (!atMost(a, b)) return false;
  return at < other || (b.percent === null && a.perCase < b.perCase);
}

/** Whether a rule's limit is certainly at most another's for every order. */
export function atMost(a: CompiledRule, b: CompiledRule): boolean {
  return a.perCase <= b.perCase && (b.percent === null || (a.percent !== null && a.percent <= b.percent));
}

/**
 * True when a grant can certainly not decide in any situation below: a prohibition is sure to hold or to hold maybe; a
 * narrower grant is sure to override it; or another grant is sure to be there, goes before it, is overridden by nothing
 * that would not override the first as well, and itself overrides (or goes before) all that the first does. Where the
 * grant asks for a second person this does not say enough, since that decides the outcome as well.
 */
export function neverDecidesBelow(set: RuleSet, at: number, { possible, sure, settledPossible, settledSure }: Glimpse): boolean {
  if (meet(set.prohibits, settledPossible)) return true;
  if (has(set.stating.secondPersonAbove, at)) return false;
  const inside = set.inside(at);
  if (meet(inside, settledSure)) return true;

  const wider = set.wider(at);
  const maySurely = has(sure, at);
  const settled = maySurely ? settledSure : settledPossible;
  return membersOf(settled).some((other) => {
    if (other === at || !has(set.grants, other) || !goesBefore(set, other, at)) return false;
    if (!staysWith(set.inside(other), possible, inside)) return false;
    if (!maySurely) return true;
    const own = set.wider(other);
    return membersOf(wider).every((outer) => !has(possible, outer) || has(own, outer) || goesBefore(set, other, outer));
  });
}

/** Whether every member of `bits` that is still possible is among `others`. */
function staysWith(bits: Bits, possible: Bits, others: Bits): boolean {
  if (isEmpty(bits)) return true;
  for (let word = 0; word < bits.length; word++) if (((bits[word] as number) & (possible[word] as number) & ~(others[word] as number)) !== 0) return false;
  return true;
}
