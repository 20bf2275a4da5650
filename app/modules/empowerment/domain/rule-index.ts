import type { PolicyRule } from "../schemas.ts";
import { isStrictlyInside, isUnbounded, rangeDimensions, scopeOf, setDimensions, type Bounds, type Moment, type Scope } from "./scope.ts";
import type { Fact } from "./situation.ts";

/** A set of rules of one gesture: bit n stands for the n-th rule by code. */
export type Bits = Uint32Array;

/** A rule ready to be asked. Amounts are minor units; `secondPersonAbove` −1 and duties null are not stated. */
export interface CompiledRule {
  readonly rule: PolicyRule;
  readonly code: string;
  readonly scope: Scope;
  readonly perCase: number;
  readonly percent: number | null;
}

interface SetLookup {
  readonly fact: (moment: Moment) => Fact<string | readonly string[]>;
  /** The rules that take any value. */
  readonly any: Bits;
  readonly byValue: ReadonlyMap<string, Bits>;
}

interface RangeLookup {
  readonly fact: (moment: Moment) => Fact<number>;
  readonly any: Bits;
  /** Ascending; `segments[n]` holds from `cuts[n - 1]` up to `cuts[n]`. */
  readonly cuts: readonly number[];
  readonly segments: readonly Bits[];
}

/** The rules of one gesture as bit sets by the value of each dimension that at least one of them bounds. */
export interface RuleIndex {
  /** In order of their codes. */
  readonly rules: readonly CompiledRule[];
  readonly words: number;
  readonly grants: Bits;
  readonly prohibits: Bits;
  readonly requires: Bits;
  /** The sure grants that state each duty. */
  readonly stating: { readonly note: Bits; readonly evidence: Bits; readonly secondPersonAbove: Bits };
  readonly anyRole: Bits;
  readonly byRole: ReadonlyMap<string, Bits>;
  readonly sets: readonly SetLookup[];
  readonly ranges: readonly RangeLookup[];
  readonly courses: ReadonlyMap<string, Bits>;
  /** Results of the last {@link matchRules}; evaluation is synchronous, so one of each is enough. */
  readonly sure: Bits;
  readonly possible: Bits;
  /** Surely holds but perhaps for its courses. */
  readonly untrained: Bits;
  /** For each rule the grants its scope lies strictly inside of, filled in when first needed. */
  readonly wider: (Bits | undefined)[];
}

/** Builds the index of the rules that name a gesture. */
export function indexRules(rules: readonly CompiledRule[]): RuleIndex {
  const words = Math.max(1, Math.ceil(rules.length / 32));
  const select = (keep: (rule: CompiledRule) => boolean): Bits => {
    const bits = new Uint32Array(words);
    rules.forEach((rule, at) => keep(rule) && setBit(bits, at));
    return bits;
  };
  const lookup = (of: (scope: Scope) => ReadonlySet<string> | null) => {
    const values = new Set(rules.flatMap(({ scope }) => [...(of(scope) ?? [])]));
    const any = select(({ scope }) => of(scope) === null);
    const byValue = new Map([...values].map((value) => [value, any.slice()]));
    rules.forEach(({ scope }, at) => of(scope)?.forEach((value) => setBit(byValue.get(value) as Bits, at)));
    return { any, byValue };
  };

  const roles = lookup(({ roles: held }) => held);
  const sets = setDimensions
    .map(({ fact }, at) => ({ fact, ...lookup(({ sets: boxes }) => boxes[at] ?? null) }))
    .filter(({ byValue }) => byValue.size > 0);
  const ranges = rangeDimensions
    .map(({ fact }, at) => ({ fact, ...cutRanges(rules.map(({ scope }) => scope.ranges[at] as Bounds), words) }))
    .filter(({ cuts }) => cuts.length > 0);
  const courses = new Map<string, Bits>();
  rules.forEach(({ scope }, at) => {
    for (const course of scope.courses) {
      const needing = courses.get(course) ?? new Uint32Array(words);
      setBit(needing, at);
      courses.set(course, needing);
    }
  });

  const grants = ({ rule }: CompiledRule) => rule.effect === "grant";
  return {
    rules,
    words,
    grants: select(grants),
    prohibits: select(({ rule }) => rule.effect === "prohibit"),
    requires: select(({ rule }) => rule.effect === "require"),
    stating: {
      note: select((entry) => grants(entry) && entry.rule.duties?.note !== undefined),
      evidence: select((entry) => grants(entry) && entry.rule.duties?.evidence !== undefined),
      secondPersonAbove: select((entry) => grants(entry) && entry.rule.duties?.secondPersonAbove !== undefined),
    },
    anyRole: roles.any,
    byRole: roles.byValue,
    sets,
    ranges,
    courses,
    sure: new Uint32Array(words),
    possible: new Uint32Array(words),
    untrained: new Uint32Array(words),
    wider: new Array<Bits | undefined>(rules.length).fill(undefined),
  };
}

/** A rule with its scope and limits read. */
export function compileRule(rule: PolicyRule): CompiledRule {
  return {
    rule,
    code: rule.code,
    scope: scopeOf(rule),
    perCase: rule.limit?.perCase ?? Infinity,
    percent: rule.limit?.percentOfOrder ?? null,
  };
}

function cutRanges(bounds: readonly Bounds[], words: number): { any: Bits; cuts: number[]; segments: Bits[] } {
  const any = new Uint32Array(words);
  bounds.forEach((range, at) => isUnbounded(range) && setBit(any, at));
  const ends = bounds.flatMap(({ min, below }) => [min, below]).filter((end) => Number.isFinite(end));
  const cuts = [...new Set(ends)].sort((a, b) => a - b);
  const starts = [-Infinity, ...cuts];
  const segments = starts.map(() => new Uint32Array(words));
  bounds.forEach(({ min, below }, at) => {
    const first = min === -Infinity ? 0 : segmentOf(cuts, min);
    const end = below === Infinity ? segments.length : segmentOf(cuts, below);
    for (let segment = first; segment < end; segment++) setBit(segments[segment] as Bits, at);
  });
  return { any, cuts, segments };
}

/** The number of cuts at or below a value. */
function segmentOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Fills `sure`, `possible` and `untrained` of the index for a moment, whatever the role: an unknown fact leaves only
 * the rules that take any value sure and all of them possible; one known not to exist leaves those of any value.
 */
export function matchRules(index: RuleIndex, moment: Moment): void {
  const { sure, possible, untrained, words } = index;
  sure.fill(0xffffffff);
  possible.fill(0xffffffff);
  for (const { fact, any, byValue } of index.sets) {
    const actual = fact(moment);
    if (actual === undefined) and(sure, any, words);
    else if (actual === null) both(sure, possible, any, words);
    else if (typeof actual === "string") both(sure, possible, byValue.get(actual) ?? any, words);
    else both(sure, possible, unionOf(actual, any, byValue), words);
  }
  for (const { fact, any, cuts, segments } of index.ranges) {
    const actual = fact(moment);
    if (actual === undefined) and(sure, any, words);
    else if (actual === null) both(sure, possible, any, words);
    else both(sure, possible, segments[segmentOf(cuts, actual)] as Bits, words);
  }
  untrained.set(sure);
  for (const [course, needing] of index.courses) {
    if (moment.situation.courses.includes(course)) continue;
    for (let word = 0; word < words; word++) {
      const kept = ~(needing[word] as number);
      sure[word] = (sure[word] as number) & kept;
      possible[word] = (possible[word] as number) & kept;
    }
  }
}

function and(into: Bits, other: Bits, words: number): void {
  for (let word = 0; word < words; word++) into[word] = (into[word] as number) & (other[word] as number);
}

function both(sure: Bits, possible: Bits, other: Bits, words: number): void {
  and(sure, other, words);
  and(possible, other, words);
}

function unionOf(values: readonly string[], any: Bits, byValue: ReadonlyMap<string, Bits>): Bits {
  let union = any;
  for (const value of values) {
    const bits = byValue.get(value);
    if (bits === undefined) continue;
    if (union === any) union = bits.slice();
    else for (let word = 0; word < union.length; word++) union[word] = (union[word] as number) | (bits[word] as number);
  }
  return union;
}

/** The rules that somebody in this role can come under. */
export function rulesOfRole(index: RuleIndex, role: string): Bits {
  return index.byRole.get(role) ?? index.anyRole;
}

/** The grants whose scope the rule's lies strictly inside of: those it overrides. */
export function widerGrants(index: RuleIndex, at: number): Bits {
  let wider = index.wider[at];
  if (wider === undefined) {
    wider = new Uint32Array(index.words);
    const { scope } = index.rules[at] as CompiledRule;
    for (let other = 0; other < index.rules.length; other++) {
      if (hasBit(index.grants, other) && isStrictlyInside(scope, (index.rules[other] as CompiledRule).scope)) setBit(wider, other);
    }
    index.wider[at] = wider;
  }
  return wider;
}

/** The smallest member of a word of bits, 0 to 31; the word is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

function setBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
}

function hasBit(bits: Bits, at: number): boolean {
  return (((bits[at >> 5] as number) >>> (at & 31)) & 1) === 1;
}
