import { caseLimitOf } from "../evaluate.ts";
import type { CompiledRule } from "../rule-index.ts";
import { has, type Bits } from "./bits.ts";
import type { RuleSet } from "./rule-set.ts";

/** What the rules that hold in one situation come to for one role, budgets and amount apart (design.md §4.1, steps 1 to 4). */
export interface Standing {
  /** A prohibition holds, or may hold; else some grant surely does, or none. */
  readonly kind: "forbidden" | "may_be_forbidden" | "granted" | "open";
  /** The prohibition that is named; −1 elsewhere. */
  readonly prohibition: number;
  /** Sure grants that no narrower one overrides, and grants that hold maybe; positions, ascending. */
  readonly left: readonly number[];
  readonly maybe: readonly number[];
  readonly note: boolean;
  readonly evidence: boolean;
  /** Minor units that a second person confirms from; Infinity where nobody need. */
  readonly above: number;
}

const nothing = { prohibition: -1, left: [], maybe: [], note: false, evidence: false, above: Infinity } as const;

/**
 * The standing of one role. `sure` and `possible` hold the rules that role can come under.
 * @param without the position of a rule that is left out
 */
export function standingOf(set: RuleSet, possible: Bits, sure: Bits, without = -1): Standing {
  const found = { granting: [] as number[], maybe: [] as number[], requiring: [] as number[] };
  let prohibition = -1;
  let surely = false;
  for (let word = 0; word < possible.length; word++) {
    const holding = sure[word] as number;
    const requires = set.requires[word] as number;
    const prohibits = set.prohibits[word] as number;
    for (let rest = possible[word] as number; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const at = word * 32 + 31 - Math.clz32(bit);
      if (at === without) continue;
      if ((prohibits & bit) !== 0) {
        const holds = (holding & bit) !== 0;
        if (prohibition === -1 || (holds && !surely)) prohibition = at;
        surely ||= holds;
      } else if ((requires & bit) !== 0) found.requiring.push(at);
      else if ((holding & bit) !== 0) found.granting.push(at);
      else found.maybe.push(at);
    }
  }
  if (prohibition !== -1) return { ...nothing, kind: surely ? "forbidden" : "may_be_forbidden", prohibition };
  const { granting, maybe, requiring } = found;
  const granted = granting.length > 0;
  const adding = granted ? [...maybe, ...requiring] : requiring;
  return {
    kind: granted ? "granted" : "open",
    prohibition: -1,
    left: mostSpecific(set, granting),
    maybe,
    note: isAsked(set, granting, adding, "note"),
    evidence: isAsked(set, granting, adding, "evidence"),
    above: thresholdOf(set, granting, adding),
  };
}

const ruleAt = (set: RuleSet, at: number) => set.rules[at] as CompiledRule;
const dutiesAt = (set: RuleSet, at: number) => ruleAt(set, at).rule.duties;

/** Those of some grants that have none of the others strictly inside. */
function mostSpecific(set: RuleSet, grants: readonly number[]): readonly number[] {
  if (grants.length < 2) return grants;
  const left: number[] = [];
  for (const at of grants) {
    const inside = set.inside(at);
    let overridden = false;
    for (const other of grants) overridden ||= has(inside, other);
    if (!overridden) left.push(at);
  }
  return left;
}

/** Those of some grants that state a duty, the most specific of them. */
function stating(set: RuleSet, granting: readonly number[], duty: keyof RuleSet["stating"]): readonly number[] {
  const bits = set.stating[duty];
  const some = granting.filter((at) => has(bits, at));
  return mostSpecific(set, some);
}

function isAsked(set: RuleSet, granting: readonly number[], adding: readonly number[], duty: "note" | "evidence"): boolean {
  for (const at of adding) if (dutiesAt(set, at)?.[duty] === true) return true;
  for (const at of stating(set, granting, duty)) if (dutiesAt(set, at)?.[duty] === true) return true;
  return false;
}

function thresholdOf(set: RuleSet, granting: readonly number[], adding: readonly number[]): number {
  let least = Infinity;
  for (const at of adding) least = Math.min(least, dutiesAt(set, at)?.secondPersonAbove ?? Infinity);
  for (const at of stating(set, granting, "secondPersonAbove")) least = Math.min(least, dutiesAt(set, at)?.secondPersonAbove ?? Infinity);
  return least;
}

/** A limit in minor units, Infinity where nothing limits, and the rule it is of. */
export interface CaseLimit {
  readonly limit: number;
  /** −1 without any. */
  readonly rule: number;
}

/** The least limit of a granted standing for an order of this value (undefined: unknown, null: no order). */
export function limitAt(set: RuleSet, { left, maybe }: Pick<Standing, "left" | "maybe">, value: number | undefined | null): CaseLimit {
  let limit = Infinity;
  let rule = -1;
  for (const grants of [left, maybe]) {
    for (const at of grants) {
      const given = caseLimitOf(ruleAt(set, at), value);
      if (given > limit || (given === limit && rule !== -1 && at > rule)) continue;
      limit = given;
      rule = at;
    }
  }
  return { limit, rule };
}

/** The least limit with maybe grants and percentages of an unknown order left out. */
export function knownLimitAt(set: RuleSet, { left }: Pick<Standing, "left">, value: number | undefined | null): number {
  return Math.min(...left.map((at) => (value === undefined ? ruleAt(set, at).perCase : caseLimitOf(ruleAt(set, at), value))));
}

/** The rule that a granted standing names: of the least limit, or without amount the first of those left. */
export function namedAt(set: RuleSet, standing: Standing, valued: boolean, value: number | undefined | null): number {
  return valued ? limitAt(set, standing, value).rule : (standing.left[0] ?? -1);
}
