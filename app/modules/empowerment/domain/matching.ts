import { FIRST, isInside, placeOf, placeOfSome, segmentAt, type Bits, type RangeLookup, type RuleIndex, type SetLookup } from "./rule-index.ts";
import type { Fact, Situation } from "./situation.ts";

/** Positions of rules in an index, in order of their codes: the first `count` of `at`. */
export interface RuleList {
  readonly at: Int32Array;
  count: number;
}

/**
 * The rules of an index that hold surely or possibly in one situation. One such object serves all evaluations, one
 * after the other: evaluating is synchronous and calls nobody.
 */
export interface Matching {
  /** The smallest prohibition that surely holds, and that possibly does; -1 where none does. */
  forbidding: number;
  doubtful: number;
  /** The sure grants, those of them that no narrower one overrides, and what only restricts: maybe grants, `require` rules. */
  readonly granting: RuleList;
  readonly left: RuleList;
  readonly restricting: RuleList;
  /** The sure grants that state some duty, and those of them that no narrower one overrides. */
  readonly stating: RuleList;
  readonly stated: RuleList;
  /** Grants that surely hold but perhaps for their courses. */
  untrained: boolean;
  /** What holds in every dimension looked at so far, and in those of unknown facts whatever the fact is. */
  readonly may: Bits;
  readonly certain: Bits;
}

/** Room for the rules of an index that hold. */
export function matchingFor({ rules, words }: RuleIndex): Matching {
  const list = (): RuleList => ({ at: new Int32Array(rules.length), count: 0 });
  // written out: a spread would give each of these objects a layout of its own
  return {
    forbidding: -1,
    doubtful: -1,
    granting: list(),
    left: list(),
    restricting: list(),
    stating: list(),
    stated: list(),
    untrained: false,
    may: new Uint32Array(words),
    certain: new Uint32Array(words),
  };
}

/**
 * Finds the rules that hold surely or possibly: an unknown fact leaves only the rules that take any value sure and all
 * of them possible; one known not to exist leaves those of any value.
 */
export function matchRules(index: RuleIndex, found: Matching, situation: Situation, day: number): void {
  const { words, table, sets, ranges, courses } = index;
  const { may, certain } = found;
  for (let word = 0; word < words; word++) {
    may[word] = index.all[word] as number;
    certain[word] = index.all[word] as number;
  }
  for (let at = 0; at < sets.length; at++) {
    const lookup = sets[at] as SetLookup;
    const place = placeIn(index, lookup, situation);
    if (place >= 0) keep(may, table, place, words);
    else keep(certain, table, lookup.any, words);
  }
  for (let at = 0; at < ranges.length; at++) {
    const lookup = ranges[at] as RangeLookup;
    const actual = numberIn(lookup, situation, day);
    if (actual === undefined) keep(certain, table, lookup.any, words);
    else keep(may, table, actual === null ? lookup.any : segmentAt(lookup, actual, words), words);
  }
  found.untrained = false;
  for (let at = 0; at < courses.length; at++) {
    const { course, without } = courses[at] as RuleIndex["courses"][number];
    if (situation.courses.includes(course)) continue;
    found.untrained ||= surelyGrants(index, found);
    keep(may, table, without, words);
  }
  listMatches(index, found);
}

function keep(bits: Bits, table: Bits, place: number, words: number): void {
  for (let word = 0; word < words; word++) bits[word] = (bits[word] as number) & (table[place + word] as number);
}

function surelyGrants({ words, grants }: RuleIndex, { may, certain }: Matching): boolean {
  for (let word = 0; word < words; word++) {
    if (((may[word] as number) & (certain[word] as number) & (grants[word] as number)) !== 0) return true;
  }
  return false;
}

/** Sorts what holds by what it does. */
function listMatches({ words, grants, prohibits }: RuleIndex, found: Matching): void {
  const { granting, restricting, may, certain } = found;
  let granted = 0;
  let restricted = 0;
  found.forbidding = -1;
  found.doubtful = -1;
  for (let word = 0; word < words; word++) {
    const holds = may[word] as number;
    if (holds === 0) continue;
    const surely = holds & (certain[word] as number);
    const forbidden = holds & (prohibits[word] as number);
    if (forbidden !== 0) {
      if (found.doubtful < 0) found.doubtful = word * 32 + Math.clz32(forbidden);
      if (found.forbidding < 0 && (forbidden & surely) !== 0) found.forbidding = word * 32 + Math.clz32(forbidden & surely);
    }
    const grant = surely & (grants[word] as number);
    for (let rest = grant; rest !== 0; ) {
      const bit = Math.clz32(rest);
      rest ^= FIRST >>> bit;
      granting.at[granted++] = word * 32 + bit;
    }
    for (let rest = holds & ~grant & ~forbidden; rest !== 0; ) {
      const bit = Math.clz32(rest);
      rest ^= FIRST >>> bit;
      restricting.at[restricted++] = word * 32 + bit;
    }
  }
  granting.count = granted;
  restricting.count = restricted;
}

/** Where the rules stand that hold in a dimension of `setDimensions`; -1 where its fact is unknown. */
function placeIn(index: RuleIndex, lookup: SetLookup, situation: Situation): number {
  switch (lookup.dimension) {
    case 0:
      return lookup.byPosition[situation.reasonAt] as number;
    case 1:
      return lookup.byPosition[situation.channelAt] as number;
    case 2:
      return lookup.byPosition[situation.proactive ? 1 : 0] as number;
    case 3:
      return situation.department === undefined ? -1 : placeOf(lookup, situation.department);
    case 4:
      return situation.site === undefined ? -1 : placeOf(lookup, situation.site);
    case 5:
      if (situation.tierAt >= 0) return lookup.byPosition[situation.tierAt] as number;
      return situation.tier === null ? lookup.any : -1;
    default:
      return situation.flags === undefined ? -1 : placeOfSome(index, lookup, situation.flags);
  }
}

/** The fact of a dimension of `rangeDimensions`. */
function numberIn({ dimension }: RangeLookup, situation: Situation, day: number): Fact<number> {
  switch (dimension) {
    case 0:
      return situation.level;
    case 1:
      return situation.tenureDays;
    case 2:
      return situation.lifetimeValue;
    case 3:
      return situation.orderValue;
    case 4:
      return situation.daysSincePurchase;
    default:
      return day;
  }
}

/** Fills `left` with those of a list of grants whose scope has none of the others strictly inside. */
export function mostSpecific(index: RuleIndex, grants: RuleList, left: RuleList): void {
  let kept = 0;
  for (let n = 0; n < grants.count; n++) {
    const at = grants.at[n] as number;
    if (grants.count === 1 || !isOverridden(index, at, grants)) left.at[kept++] = at;
  }
  left.count = kept;
}

function isOverridden(index: RuleIndex, grant: number, { at, count }: RuleList): boolean {
  for (let n = 0; n < count; n++) {
    if (isInside(index, at[n] as number, grant)) return true;
  }
  return false;
}
