import type { PolicyRule } from "../schemas.ts";
import { isStrictlyInside, isUnbounded, rangeDimensions, scopeOf, setDimensions, type Bounds, type Moment, type Scope } from "./scope.ts";
import type { Fact } from "./situation.ts";

/** A set of rules of one gesture: bit n stands for the n-th rule by code. */
export type Bits = Uint32Array;

/** A rule ready to be asked; `perCase` in minor units (Infinity where the percentage alone limits). */
export interface CompiledRule {
  readonly rule: PolicyRule;
  readonly code: string;
  readonly scope: Scope;
  readonly perCase: number;
  readonly percent: number | null;
}

/** Where a dimension's bit sets stand in the table: `any` are the rules that take any value. */
interface SetLookup {
  readonly fact: (moment: Moment) => Fact<string | readonly string[]>;
  readonly any: number;
  readonly byValue: ReadonlyMap<string, number>;
  /** Room for the union over several values. */
  readonly union: number;
}

interface RangeLookup {
  readonly fact: (moment: Moment) => Fact<number>;
  readonly any: number;
  /** Ascending; segment n, the n-th set from `first`, holds from `cuts[n - 1]` up to `cuts[n]`. */
  readonly cuts: readonly number[];
  readonly first: number;
}

/** The rules of one gesture as bit sets by the value of each dimension that at least one of them bounds. */
export interface RuleIndex {
  /** In order of their codes. */
  readonly rules: readonly CompiledRule[];
  readonly words: number;
  readonly grants: Bits;
  readonly prohibits: Bits;
  readonly requires: Bits;
  /** The grants that state each duty. */
  readonly stating: { readonly note: Bits; readonly evidence: Bits; readonly secondPersonAbove: Bits };
  readonly anyRole: Bits;
  readonly byRole: ReadonlyMap<string, Bits>;
  /** All sets by value, one after the other, so that a look-up stays within few cache lines. */
  readonly table: Bits;
  readonly sets: readonly SetLookup[];
  readonly ranges: readonly RangeLookup[];
  readonly courses: readonly { readonly course: string; readonly needing: Bits }[];
  /** For each rule the grants its scope lies strictly inside of, filled in when first needed. */
  readonly wider: (Bits | undefined)[];
  /** Results of one evaluation, reused by the next: evaluating is synchronous and calls nobody. */
  readonly found: {
    readonly sure: Bits;
    readonly possible: Bits;
    /** Surely holds but perhaps for its courses. */
    readonly untrained: Bits;
    readonly granting: Bits;
    readonly left: Bits;
    readonly stated: Bits;
    readonly statedLeft: Bits;
    /** Offsets in the table to intersect: of dimensions whose fact is known, and of the others. */
    readonly known: Int32Array;
    readonly unknown: Int32Array;
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

/** Builds the index of the rules that name a gesture, given in order of their codes. */
export function indexRules(rules: readonly CompiledRule[]): RuleIndex {
  const words = Math.max(1, Math.ceil(rules.length / 32));
  const select = (keep: (rule: CompiledRule) => boolean): Bits => {
    const bits = new Uint32Array(words);
    rules.forEach((rule, at) => keep(rule) && setBit(bits, at));
    return bits;
  };
  const stored: Bits[] = [];
  const store = (bits: Bits) => (stored.push(bits) - 1) * words;

  const sets = setDimensions.flatMap(({ fact }, at): SetLookup[] => {
    const { any, byValue } = bitsByValue(rules, ({ sets: boxes }) => boxes[at] ?? null, select);
    if (byValue.size === 0) return [];
    const offsets = new Map([...byValue].map(([value, bits]) => [value, store(bits)]));
    return [{ fact, any: store(any), byValue: offsets, union: store(new Uint32Array(words)) }];
  });
  const ranges = rangeDimensions.flatMap(({ fact }, at): RangeLookup[] => {
    const cuts = cutsOf(rules.map(({ scope }) => scope.ranges[at] as Bounds));
    if (cuts.length === 0) return [];
    const any = store(select(({ scope }) => isUnbounded(scope.ranges[at] as Bounds)));
    const starts = [-Infinity, ...cuts];
    const segments = starts.map((start) => store(select(({ scope }) => holds(scope.ranges[at] as Bounds, start))));
    return [{ fact, any, cuts, first: segments[0] as number }];
  });
  const table = new Uint32Array(stored.length * words);
  stored.forEach((bits, at) => table.set(bits, at * words));

  const courses = new Set(rules.flatMap(({ scope }) => [...scope.courses]));
  const roles = bitsByValue(rules, (scope) => scope.roles, select);
  const grants = ({ rule }: CompiledRule) => rule.effect === "grant";
  const empty = () => new Uint32Array(words);
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
    table,
    sets,
    ranges,
    courses: [...courses].map((course) => ({ course, needing: select(({ scope }) => scope.courses.has(course)) })),
    wider: new Array<Bits | undefined>(rules.length).fill(undefined),
    found: {
      ...{ sure: empty(), possible: empty(), untrained: empty(), granting: empty(), left: empty(), stated: empty(), statedLeft: empty() },
      known: new Int32Array(sets.length + ranges.length),
      unknown: new Int32Array(sets.length + ranges.length),
    },
  };
}

type Select = (keep: (rule: CompiledRule) => boolean) => Bits;

/** For each value that some rule lists the rules that take it, listed or any. */
function bitsByValue(rules: readonly CompiledRule[], of: (scope: Scope) => ReadonlySet<string> | null, select: Select): { any: Bits; byValue: Map<string, Bits> } {
  const any = select(({ scope }) => of(scope) === null);
  const byValue = new Map<string, Bits>();
  rules.forEach(({ scope }, at) => {
    of(scope)?.forEach((value) => {
      const bits = byValue.get(value) ?? any.slice();
      setBit(bits, at);
      byValue.set(value, bits);
    });
  });
  return { any, byValue };
}

function cutsOf(bounds: readonly Bounds[]): number[] {
  const ends = bounds.flatMap(({ min, below }) => [min, below]).filter((end) => Number.isFinite(end));
  return [...new Set(ends)].sort((a, b) => a - b);
}

function holds({ min, below }: Bounds, value: number): boolean {
  return min <= value && value < below;
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
 * Finds the rules that hold surely or possibly at a moment, whatever the role: an unknown fact leaves only the rules
 * that take any value sure and all of them possible; one known not to exist leaves those of any value.
 */
export function matchRules(index: RuleIndex, moment: Moment): void {
  const { table, words, sets, ranges, courses } = index;
  const { sure, possible, untrained, known, unknown } = index.found;
  let knowns = 0;
  let unknowns = 0;
  for (let at = 0; at < sets.length; at++) {
    const lookup = sets[at] as SetLookup;
    const actual = lookup.fact(moment);
    if (actual === undefined) unknown[unknowns++] = lookup.any;
    else if (actual === null) known[knowns++] = lookup.any;
    else if (typeof actual === "string") known[knowns++] = lookup.byValue.get(actual) ?? lookup.any;
    else known[knowns++] = unionOf(index, lookup, actual);
  }
  for (let at = 0; at < ranges.length; at++) {
    const lookup = ranges[at] as RangeLookup;
    const actual = lookup.fact(moment);
    if (actual === undefined) unknown[unknowns++] = lookup.any;
    else known[knowns++] = actual === null ? lookup.any : lookup.first + segmentOf(lookup.cuts, actual) * words;
  }
  for (let word = 0; word < words; word++) {
    let may = -1;
    for (let at = 0; at < knowns && may !== 0; at++) may &= table[(known[at] as number) + word] as number;
    let does = may;
    for (let at = 0; at < unknowns; at++) does &= table[(unknown[at] as number) + word] as number;
    possible[word] = may;
    sure[word] = does;
    untrained[word] = does;
  }
  for (let at = 0; at < courses.length; at++) {
    const { course, needing } = courses[at] as RuleIndex["courses"][number];
    if (moment.situation.courses.includes(course)) continue;
    for (let word = 0; word < words; word++) {
      const kept = ~(needing[word] as number);
      sure[word] = (sure[word] as number) & kept;
      possible[word] = (possible[word] as number) & kept;
    }
  }
}

/** Where the rules stand that take one of several values. */
function unionOf({ table, words }: RuleIndex, { any, byValue, union }: SetLookup, values: readonly string[]): number {
  if (values.length === 0) return any;
  for (let word = 0; word < words; word++) table[union + word] = table[any + word] as number;
  for (const value of values) {
    const offset = byValue.get(value);
    if (offset === undefined) continue;
    for (let word = 0; word < words; word++) table[union + word] = (table[union + word] as number) | (table[offset + word] as number);
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
      const { rule, scope: outer } = index.rules[other] as CompiledRule;
      if (rule.effect === "grant" && isStrictlyInside(scope, outer)) setBit(wider, other);
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
