import type { PolicyRule } from "../schemas.ts";
import { isStrictlyInside, isUnbounded, rangeDimensions, scopeOf, setDimensions, type Bounds, type Scope } from "./scope.ts";
import type { Vocabulary } from "./situation.ts";

/** A set of rules of one index by their positions: the first of 32 is the highest bit of a word. */
export type Bits = Uint32Array;

/** A rule ready to be asked; `perCase` in minor units (Infinity where the percentage alone limits). */
export interface CompiledRule {
  readonly rule: PolicyRule;
  readonly code: string;
  readonly scope: Scope;
  readonly perCase: number;
  readonly percent: number | null;
}

/** Where the bit sets of a dimension by value stand in the table: `any` are the rules that take any value. */
export interface SetLookup {
  /** Its position in {@link setDimensions}. */
  readonly dimension: number;
  readonly any: number;
  readonly byValue: ReadonlyMap<string, number>;
  /** The same by the position of the value in the vocabulary, or of false and true; empty where there is no vocabulary. */
  readonly byPosition: Int32Array;
  /** Room for the union over several values. */
  readonly union: number;
}

export interface RangeLookup {
  /** Its position in {@link rangeDimensions}. */
  readonly dimension: number;
  readonly any: number;
  /** Ascending; segment n, the n-th set from `first`, holds from `cuts[n - 1]` up to `cuts[n]`. */
  readonly cuts: Float64Array;
  readonly first: number;
}

/** The rules of one gesture and role as bit sets by the value of each dimension that at least one of them bounds. */
export interface RuleIndex {
  /** In order of their codes. */
  readonly rules: readonly CompiledRule[];
  readonly words: number;
  readonly all: Bits;
  readonly grants: Bits;
  readonly prohibits: Bits;
  /** All sets by value, one after the other, so that a look-up stays within few cache lines. */
  readonly table: Bits;
  readonly sets: readonly SetLookup[];
  readonly ranges: readonly RangeLookup[];
  /** Each course that a rule needs, and where the rules stand that do not need it. */
  readonly courses: readonly { readonly course: string; readonly without: number }[];
  /** Of each rule what it gives per case: minor units (Infinity where the percentage alone limits) and percent (0: none). */
  readonly perCase: Float64Array;
  readonly percent: Uint8Array;
  /** Whether any rule states a duty. */
  readonly dutiful: boolean;
  /** For each rule the grants its scope lies strictly inside of, where there are some; filled in when first needed. */
  readonly wider: (Bits | undefined)[];
  /** For each rule whether `wider` has such grants: not known yet, none, some. */
  readonly inside: Uint8Array;
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

/** Builds the index of the rules for one gesture and role, given in order of their codes. */
export function indexRules(rules: readonly CompiledRule[], vocabulary: Vocabulary): RuleIndex {
  const words = Math.max(1, Math.ceil(rules.length / 32));
  const select = (keep: (rule: CompiledRule) => boolean): Bits => {
    const bits = new Uint32Array(words);
    rules.forEach((rule, at) => keep(rule) && setBit(bits, at));
    return bits;
  };
  const stored: Bits[] = [];
  const store = (bits: Bits) => (stored.push(bits) - 1) * words;
  const lookup = (dimension: number, codes: Iterable<string>, of: (scope: Scope) => ReadonlySet<string> | null): SetLookup => {
    const any = select(({ scope }) => of(scope) === null);
    const bits = bitsByValue(rules, of, any);
    const byValue = new Map([...bits].map(([value, own]) => [value, store(own)]));
    const anyAt = store(any);
    const byPosition = Int32Array.from(codes, (code) => byValue.get(code) ?? anyAt);
    return { dimension, any: anyAt, byValue, byPosition, union: store(new Uint32Array(words)) };
  };

  const sets = setDimensions
    .map(({ name }, at) => lookup(at, positionsOf(name, vocabulary), (scope) => scope.sets[at] ?? null))
    .filter(({ byValue }) => byValue.size > 0);
  const ranges = rangeDimensions.flatMap((_, at): RangeLookup[] => {
    const cuts = cutsOf(rules.map(({ scope }) => scope.ranges[at] as Bounds));
    if (cuts.length === 0) return [];
    const any = store(select(({ scope }) => isUnbounded(scope.ranges[at] as Bounds)));
    return [{ dimension: at, any, cuts: Float64Array.from(cuts), first: segmentsOf(rules, at, cuts, store, select) }];
  });
  const named = new Set(rules.flatMap(({ scope }) => [...scope.courses]));
  const courses = [...named].map((course) => ({ course, without: store(select(({ scope }) => !scope.courses.has(course))) }));

  const table = new Uint32Array(stored.length * words);
  stored.forEach((bits, at) => table.set(bits, at * words));
  return {
    rules,
    words,
    all: select(() => true),
    grants: select(({ rule }) => rule.effect === "grant"),
    prohibits: select(({ rule }) => rule.effect === "prohibit"),
    table,
    sets,
    ranges,
    courses,
    perCase: Float64Array.from(rules, ({ perCase }) => perCase),
    percent: Uint8Array.from(rules, ({ percent }) => percent ?? 0),
    dutiful: rules.some(({ rule }) => rule.duties !== undefined),
    wider: new Array<Bits | undefined>(rules.length).fill(undefined),
    inside: new Uint8Array(rules.length),
  };
}

/** The values of a dimension in the order of their positions, where a situation has these. */
function positionsOf(name: string, { reasons, channels, tiers }: Vocabulary): Iterable<string> {
  switch (name) {
    case "reasons":
      return reasons.keys();
    case "channels":
      return channels.keys();
    case "tiers":
      return tiers.keys();
    case "proactive":
      return ["false", "true"];
    default:
      return [];
  }
}

/** For each value that some rule lists the rules that take it, listed or any. */
function bitsByValue(rules: readonly CompiledRule[], of: (scope: Scope) => ReadonlySet<string> | null, any: Bits): Map<string, Bits> {
  const byValue = new Map<string, Bits>();
  rules.forEach(({ scope }, at) => {
    of(scope)?.forEach((value) => {
      const bits = byValue.get(value) ?? any.slice();
      setBit(bits, at);
      byValue.set(value, bits);
    });
  });
  return byValue;
}

function cutsOf(bounds: readonly Bounds[]): number[] {
  const ends = bounds.flatMap(({ min, below }) => [min, below]).filter((end) => Number.isFinite(end));
  return [...new Set(ends)].sort((a, b) => a - b);
}

/**
 * Stores the rules of each segment, one after the other, each from the one before: with as many cuts as rules, asking
 * every rule about every segment would take minutes. Answers where the first stands.
 */
function segmentsOf(rules: readonly CompiledRule[], dimension: number, cuts: readonly number[], store: (bits: Bits) => number, select: (keep: (rule: CompiledRule) => boolean) => Bits): number {
  const turning = new Map<number, number[]>(cuts.map((cut) => [cut, []]));
  rules.forEach(({ scope }, at) => {
    const { min, below } = scope.ranges[dimension] as Bounds;
    turning.get(min)?.push(at);
    turning.get(below)?.push(at);
  });
  const bits = select(({ scope }) => (scope.ranges[dimension] as Bounds).min === -Infinity);
  const first = store(bits.slice());
  for (const cut of cuts) {
    for (const at of turning.get(cut) ?? []) bits[at >> 5] = (bits[at >> 5] as number) ^ (FIRST >>> (at & 31));
    store(bits.slice());
  }
  return first;
}

/** So many numbers are looked through more quickly one by one. */
const FEW = 8;

/** Where the rules stand that take a number. */
export function segmentAt({ cuts, first }: RangeLookup, value: number, words: number): number {
  let segment = 0;
  let after = cuts.length;
  while (after - segment > FEW) {
    const middle = (segment + after) >> 1;
    if ((cuts[middle] as number) <= value) segment = middle + 1;
    else after = middle;
  }
  while (segment < after && (cuts[segment] as number) <= value) segment += 1;
  return first + segment * words;
}

/** Where the rules stand that take a value, listed or any. */
export function placeOf({ byValue, any }: SetLookup, value: string): number {
  return byValue.get(value) ?? any;
}

/** Where the rules stand that take one of several values. */
export function placeOfSome(index: RuleIndex, lookup: SetLookup, values: readonly string[]): number {
  if (values.length === 0) return lookup.any;
  if (values.length === 1) return placeOf(lookup, values[0] as string);
  const { table, words } = index;
  const { any, byValue, union } = lookup;
  for (let word = 0; word < words; word++) table[union + word] = table[any + word] as number;
  for (const value of values) {
    const offset = byValue.get(value);
    if (offset === undefined) continue;
    for (let word = 0; word < words; word++) table[union + word] = (table[union + word] as number) | (table[offset + word] as number);
  }
  return union;
}

const NOT_KNOWN = 0;
const NONE = 1;
const SOME = 2;

/** Whether a grant's scope has another rule's strictly inside, which overrides it. */
export function isInside(index: RuleIndex, inner: number, outer: number): boolean {
  if (index.inside[inner] === NOT_KNOWN) findWider(index, inner);
  return index.inside[inner] === SOME && hasBit(index.wider[inner] as Bits, outer);
}

/** Finds the grants whose scope a rule's lies strictly inside of. */
function findWider(index: RuleIndex, at: number): void {
  const { scope } = index.rules[at] as CompiledRule;
  const wider = enclosing(index, scope);
  let some = 0;
  for (let word = 0; word < index.words; word++) {
    for (let rest = wider[word] as number; rest !== 0; ) {
      const bit = Math.clz32(rest);
      rest ^= FIRST >>> bit;
      const { scope: outer } = index.rules[word * 32 + bit] as CompiledRule;
      if (!isStrictlyInside(scope, outer)) wider[word] = (wider[word] as number) ^ (FIRST >>> bit);
    }
    some |= wider[word] as number;
  }
  index.inside[at] = some === 0 ? NONE : SOME;
  if (some !== 0) index.wider[at] = wider;
}

/** The grants that take every value and number a scope takes: few, so that comparing it with all is not needed. */
function enclosing({ words, grants, table, sets, ranges }: RuleIndex, scope: Scope): Bits {
  const bits = grants.slice();
  const keep = (offset: number) => {
    for (let word = 0; word < words; word++) bits[word] = (bits[word] as number) & (table[offset + word] as number);
  };
  const keepAll = (lookup: SetLookup, values: ReadonlySet<string> | null | undefined) => {
    if (!values) keep(lookup.any);
    else for (const value of values) keep(placeOf(lookup, value));
  };
  for (const lookup of sets) keepAll(lookup, scope.sets[lookup.dimension]);
  for (const lookup of ranges) {
    const { min, below } = scope.ranges[lookup.dimension] as Bounds;
    keep(segmentAt(lookup, min, words));
    // the last segment before `below`, which is a cut itself
    keep(segmentAt(lookup, below, words) - (below === Infinity ? 0 : words));
  }
  return bits;
}

/** True when a set holds a member. */
export function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >> 5] as number) & (FIRST >>> (at & 31))) !== 0;
}

/** The first rule of 32. */
export const FIRST = 0x80000000;

function setBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (FIRST >>> (at & 31));
}
