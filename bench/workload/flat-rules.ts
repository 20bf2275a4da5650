import { randomFrom, type Random } from "./random.ts";

/**
 * A rule as every engine here can state it: one gesture, sets (empty is any) and half-open ranges, a limit in minor
 * units. Rules stand in an order in which the first that matches decides, which is what decision tables and priorities
 * offer; `policyDocument` states the same rules for Tâm, which finds the deciding one by specificity and limit.
 */
export interface FlatRule {
  readonly code: string;
  readonly effect: "grant" | "prohibit";
  readonly gesture: string;
  readonly roles: readonly string[];
  readonly channels: readonly string[];
  readonly tiers: readonly string[];
  readonly reasons: readonly string[];
  /** 0 bounds nothing. */
  readonly lifetimeValueMin: number;
  /** Infinity bounds nothing. */
  readonly daysBelow: number;
  /** 0 bounds nothing. */
  readonly levelMin: number;
  readonly limit: number;
}

const codes = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}_${at + 1}`);

export const words = {
  gestures: ["refund", "voucher", "replacement", "fee_waiver", "gift"],
  roles: codes("role", 8),
  channels: codes("channel", 5),
  tiers: ["standard", "silver", "gold", "platinum"],
  reasons: codes("reason", 12),
} as const;

const setDimensions = ["roles", "channels", "tiers", "reasons"] as const;

/** How many rules prohibit, more or less, however many there are: more would leave little to decide. */
const PROHIBITIONS = 10;

/**
 * Random rules in the order in which the first match decides. Some are exceptions inside another rule, tighter or
 * wider; a rule that no such order could hold is drawn again.
 */
export function flatRules(count: number, seed: number): FlatRule[] {
  const random = randomFrom(seed);
  const prohibitions: FlatRule[] = [];
  const grants = new Map<string, FlatRule[]>(words.gestures.map((gesture) => [gesture, []]));
  for (let made = 0; made < count; ) {
    const code = `R${String(made + 1).padStart(5, "0")}`;
    const gesture = random.one(words.gestures);
    if (random.below(count) < PROHIBITIONS) {
      prohibitions.push({ ...drawn(random, code, gesture), effect: "prohibit", reasons: random.some(words.reasons, 1), levelMin: 0, limit: 0 });
      made += 1;
      continue;
    }
    const placed = grants.get(gesture) ?? [];
    const outer = placed.length > 0 && random.chance(0.25) ? random.one(placed) : null;
    if (insertInOrder(placed, outer === null ? drawn(random, code, gesture) : exceptionTo(outer, random, code))) made += 1;
  }
  return [...prohibitions, ...[...grants.values()].flat()];
}

function drawn(random: Random, code: string, gesture: string): FlatRule {
  const seldom = <T>(from: readonly T[], any: number, most: number) => (random.chance(any) ? [] : random.some(from, 1 + random.below(most)));
  return {
    ...{ code, effect: "grant", gesture },
    roles: seldom(words.roles, 0.1, 2),
    channels: seldom(words.channels, 0.5, 2),
    tiers: seldom(words.tiers, 0.5, 2),
    reasons: seldom(words.reasons, 0.3, 3),
    lifetimeValueMin: random.chance(0.3) ? 5_000_000 * (1 + random.below(4)) : 0,
    daysBelow: random.chance(0.5) ? random.one([8, 15, 31, 61]) : Infinity,
    levelMin: random.chance(0.2) ? 1 + random.below(3) : 0,
    limit: 50_000 * (1 + random.below(60)),
  };
}

/** A rule whose scope lies strictly inside another's. */
function exceptionTo(outer: FlatRule, random: Random, code: string): FlatRule {
  const inner: FlatRule = { ...outer, code, limit: 50_000 * (1 + random.below(60)) };
  if (outer.tiers.length === 0) return { ...inner, tiers: random.some(words.tiers, 1) };
  if (outer.channels.length === 0) return { ...inner, channels: random.some(words.channels, 1) };
  if (outer.levelMin === 0) return { ...inner, levelMin: 1 + random.below(3) };
  return { ...inner, lifetimeValueMin: outer.lifetimeValueMin + 5_000_000 };
}

/** Places a grant so that the first match stays the one that decides; false when no place does that. */
function insertInOrder(placed: FlatRule[], rule: FlatRule): boolean {
  let after = 0;
  let before = placed.length;
  placed.forEach((other, at) => {
    if (!overlap(rule, other)) return;
    if (decidesBefore(other, rule)) after = at + 1;
    else before = Math.min(before, at);
  });
  if (after > before) return false;
  placed.splice(after, 0, rule);
  return true;
}

/** Of two grants that both match: the narrower, else the one with the smaller limit, else the smaller code. */
function decidesBefore(a: FlatRule, b: FlatRule): boolean {
  if (isWithin(a, b) !== isWithin(b, a)) return isWithin(a, b);
  return a.limit === b.limit ? a.code < b.code : a.limit < b.limit;
}

function isWithin(inner: FlatRule, outer: FlatRule): boolean {
  const ranges = inner.lifetimeValueMin >= outer.lifetimeValueMin && inner.daysBelow <= outer.daysBelow && inner.levelMin >= outer.levelMin;
  return ranges && setDimensions.every((dim) => outer[dim].length === 0 || (inner[dim].length > 0 && inner[dim].every((code) => outer[dim].includes(code))));
}

/** Ranges here are open at one end and the same end in every rule, so only sets can keep two rules apart. */
function overlap(a: FlatRule, b: FlatRule): boolean {
  return setDimensions.every((dim) => a[dim].length === 0 || b[dim].length === 0 || a[dim].some((code) => b[dim].includes(code)));
}
