import type { CompiledRule } from "../rule-index.ts";
import { has, meet, type Bits } from "./bits.ts";
import type { RuleSet } from "./rule-set.ts";
import type { Glimpse } from "./search.ts";

/** Whether a rule's limit is certainly at most another's for every order. */
export function atMost(a: CompiledRule, b: CompiledRule): boolean {
  return a.perCase <= b.perCase && (b.percent === null || (a.percent !== null && a.percent <= b.percent));
}

/**
 * Whether a rule's limit is certainly at most another's for every order, and it goes first where they are equal. An order
 * that is unknown or absent makes every percentage 0.
 */
function goesBefore(set: RuleSet, at: number, other: number): boolean {
  const [a, b] = [set.rules[at] as CompiledRule, set.rules[other] as CompiledRule];
  return atMost(a, b) && (at < other || (b.percent === null && a.perCase < b.perCase));
}

/** One thing that is resolved among the grants that state it: the limit, or a duty. */
type Matter = "limit" | "note" | "evidence" | "secondPersonAbove";
const MATTERS: readonly Matter[] = ["limit", "note", "evidence", "secondPersonAbove"];

function statingOf(set: RuleSet, matter: Matter): Bits {
  return matter === "limit" ? set.grants : set.stating[matter];
}

/** What a grant states. */
export function mattersOf(set: RuleSet, at: number, valued: boolean): Matter[] {
  return MATTERS.filter((matter) => (matter === "limit" ? valued : has(set.stating[matter], at)));
}

/** Whether the first states something at least as strictly as the second. */
function isAsStrict(matter: Matter, first: CompiledRule, second: CompiledRule): boolean {
  if (matter === "limit") return atMost(first, second);
  const [a, b] = [first.rule.duties?.[matter], second.rule.duties?.[matter]];
  return typeof a === "number" || typeof b === "number" ? Number(a ?? Infinity) <= Number(b ?? Infinity) : a === true || b !== true;
}

/**
 * True when a grant can certainly not decide in any situation below: a prohibition is sure to hold or to hold maybe; a
 * narrower grant is sure to override it; or another grant is sure to be there, goes before it, is overridden by nothing
 * that would not override the first as well, and itself overrides (or goes before) all that the first does. Where a
 * grant with amount asks for a second person this does not say enough, since that decides the outcome as well.
 */
export function neverDecidesBelow(set: RuleSet, at: number, valued: boolean, { possible, sure, settledPossible, settledSure }: Glimpse): boolean {
  if (meet(set.prohibits, settledPossible)) return true;
  if (valued && has(set.stating.secondPersonAbove, at)) return false;
  const inside = set.inside(at);
  if (meet(inside, settledSure)) return true;

  const wider = set.wider(at);
  const maySurely = has(sure, at);
  const settled = maySurely ? settledSure : settledPossible;
  const next = (from: number) => nextOf(settled, set.grants, from);
  for (let other = next(0); other !== -1; other = next(other + 1)) {
    if (other === at || !goesBefore(set, other, at) || !isWithinLive(set.inside(other), possible, inside)) continue;
    if (!maySurely || goesBeforeAll(set, other, wider, possible)) return true;
  }
  return false;
}

/** The first member of both sets from a position on, or −1. */
function nextOf(a: Bits, b: Bits, from: number): number {
  let word = from >> 5;
  if (word >= a.length) return -1;
  let rest = (a[word] as number) & (b[word] as number) & (-1 << (from & 31));
  while (rest === 0) {
    word++;
    if (word >= a.length) return -1;
    rest = (a[word] as number) & (b[word] as number);
  }
  return word * 32 + 31 - Math.clz32(rest & -rest);
}

/** Whether every member of `bits` that is still possible is among `others`. */
function isWithinLive(bits: Bits, possible: Bits, others: Bits): boolean {
  for (let word = 0; word < bits.length; word++) if (((bits[word] as number) & (possible[word] as number) & ~(others[word] as number)) !== 0) return false;
  return true;
}

/** Whether a grant overrides, or goes before, each of some grants that are still possible. */
function goesBeforeAll(set: RuleSet, at: number, grants: Bits, possible: Bits): boolean {
  const own = set.wider(at);
  for (let outer = nextOf(grants, possible, 0); outer !== -1; outer = nextOf(grants, possible, outer + 1)) {
    if (!has(own, outer) && !goesBefore(set, at, outer)) return false;
  }
  return true;
}

/**
 * True when leaving a grant out certainly changes no limit and no duty in any situation below: a prohibition is sure to
 * hold or to hold maybe, or another grant is sure to be there and, for each thing the grant states, one of: a narrower
 * grant is sure to override it; another one states it as strictly, is overridden by nothing that would not override the
 * first as well, and overrides all that the first does or states it as strictly; a wider one states the same, comes back
 * in its place with nothing stricter, and whatever would override that one instead is as strict.
 */
export function changesNothingBelow(set: RuleSet, at: number, valued: boolean, glimpse: Glimpse): boolean {
  const { settledPossible, settledSure } = glimpse;
  if (meet(set.prohibits, settledPossible)) return true;
  let another = nextOf(settledSure, set.grants, 0);
  if (another === at) another = nextOf(settledSure, set.grants, at + 1);
  if (another === -1) return false;
  for (const matter of mattersOf(set, at, valued)) {
    const stating = statingOf(set, matter);
    let served = false;
    for (let other = nextOf(settledSure, stating, 0); other !== -1 && !served; other = nextOf(settledSure, stating, other + 1)) {
      served = other !== at && servesFor(set, at, other, matter, glimpse.possible);
    }
    if (!served) return false;
  }
  return true;
}

/** Whether a grant that is sure to be there makes it all one whether another states something. */
function servesFor(set: RuleSet, at: number, other: number, matter: Matter, possible: Bits): boolean {
  const inside = set.inside(at);
  if (has(inside, other)) return true;
  const own = set.rules[at] as CompiledRule;
  const rule = set.rules[other] as CompiledRule;
  if (!isAsStrict(matter, rule, own)) return false;

  const stating = statingOf(set, matter);
  const inner = set.inside(other);
  const outer = set.wider(other);
  const wider = set.wider(at);
  const isWider = has(wider, other);
  let outlives = true;
  for (let over = nextOf(inner, possible, 0); over !== -1; over = nextOf(inner, possible, over + 1)) {
    if (over === at || !has(stating, over) || has(inside, over)) continue;
    outlives = false;
    if (!isWider || !isAsStrict(matter, set.rules[over] as CompiledRule, own)) return false;
  }
  let covers = true;
  let equals = isWider;
  for (let back = nextOf(wider, possible, 0); back !== -1; back = nextOf(wider, possible, back + 1)) {
    if (!has(stating, back) || has(outer, back)) continue;
    covers &&= isAsStrict(matter, rule, set.rules[back] as CompiledRule);
    equals &&= isAsStrict(matter, own, set.rules[back] as CompiledRule);
  }
  return (outlives && covers) || equals;
}

/**
 * True when a prohibition certainly does not matter below: another one is sure to hold, or to hold maybe where the first
 * can hold no more than maybe. For which of them is named, `named`, only one with a smaller code takes its place.
 */
export function isForbiddenAnyway(set: RuleSet, at: number, named: boolean, { sure, settledPossible, settledSure }: Glimpse): boolean {
  const settled = has(sure, at) ? settledSure : settledPossible;
  const first = nextOf(settled, set.prohibits, 0);
  if (named) return first !== -1 && first < at;
  return (first === at ? nextOf(settled, set.prohibits, at + 1) : first) !== -1;
}

/** True when a requirement certainly asks for nothing below that others do not ask for, or a prohibition decides. */
export function isRequiredAnyway(set: RuleSet, at: number, { settledPossible }: Glimpse): boolean {
  if (meet(set.prohibits, settledPossible)) return true;
  const asked = (other: number) => (set.rules[other] as CompiledRule).rule.duties ?? {};
  const { note, evidence, secondPersonAbove = Infinity } = asked(at);
  const open = { note: note === true, evidence: evidence === true, second: secondPersonAbove !== Infinity };
  for (let other = nextOf(settledPossible, set.requires, 0); other !== -1; other = nextOf(settledPossible, set.requires, other + 1)) {
    if (other === at) continue;
    const duties = asked(other);
    if (duties.note === true) open.note = false;
    if (duties.evidence === true) open.evidence = false;
    if ((duties.secondPersonAbove ?? Infinity) <= secondPersonAbove) open.second = false;
  }
  return !open.note && !open.evidence && !open.second;
}

/**
 * The rules that what a rule decides, or the effect it has, can depend on for one role; with these alone the rest comes
 * out as with all. A grant without amount that another lies wide around matters by its duties alone.
 */
export function relevantTo(set: RuleSet, at: number, role: string, valued: boolean, aspect: "decision" | "effect"): Bits {
  const named = set.ofRole(role);
  const relevant = set.prohibits.slice();
  const include = (bits: Bits) => bits.forEach((word, index) => (relevant[index] = (relevant[index] as number) | word));
  if (has(set.requires, at)) return named;
  if (has(set.grants, at)) {
    const wider = set.wider(at);
    const [first = -1] = [nextOf(wider, named, 0)];
    const matters = mattersOf(set, at, valued);
    const byDutiesAlone = aspect === "effect" && !valued && first !== -1;
    if (byDutiesAlone) {
      for (const matter of matters) include(statingOf(set, matter));
      relevant[at >> 5] = (relevant[at >> 5] as number) | (1 << (at & 31));
      relevant[first >> 5] = (relevant[first >> 5] as number) | (1 << (first & 31));
    } else include(set.grants);
    if (matters.some((matter) => matter !== "limit" && (aspect === "effect" || matter === "secondPersonAbove"))) include(set.requires);
  }
  return relevant.map((word, index) => word & (named[index] as number));
}
