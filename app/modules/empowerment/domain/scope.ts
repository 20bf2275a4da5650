import type { PolicyRule } from "../schemas.ts";
import { dayNumber, dayText } from "./instant.ts";
import type { Fact, Situation } from "./situation.ts";
import type { FailedDimension } from "./verdict.ts";

/** A situation together with its calendar day (day number) in the policy's time zone. */
export interface Moment {
  readonly situation: Situation;
  readonly day: number;
}

/** A dimension over a finite set: a rule lists values, any of which will do; null is any value. */
interface SetDimension {
  readonly name: string;
  /** Where the fact stands, when it can be unknown. */
  readonly path?: string;
  readonly values: (rule: PolicyRule) => readonly string[] | undefined;
  readonly fact: (moment: Moment) => Fact<string | readonly string[]>;
}

/** A dimension over numbers: a rule gives `min` ≤ x < `below`; a minimum of 0 bounds nothing. */
interface RangeDimension {
  readonly name: string;
  readonly path?: string;
  readonly range: (rule: PolicyRule) => { readonly min?: number | undefined; readonly below?: number | undefined } | undefined;
  readonly fact: (moment: Moment) => Fact<number>;
}

const proactive = (value: boolean | undefined) => (value === undefined ? undefined : [String(value)]);

/** Every dimension of a scope but gestures, roles and courses, which are asked in their own ways. */
export const setDimensions: readonly SetDimension[] = [
  { name: "reasons", values: (rule) => rule.when?.reasons, fact: ({ situation }) => situation.reason },
  { name: "channels", values: (rule) => rule.when?.channels, fact: ({ situation }) => situation.channel },
  { name: "proactive", values: (rule) => proactive(rule.when?.proactive), fact: ({ situation }) => String(situation.proactive) },
  { name: "departments", path: "actor.department", values: (rule) => rule.who?.departments, fact: ({ situation }) => situation.department },
  { name: "sites", path: "actor.site", values: (rule) => rule.who?.sites, fact: ({ situation }) => situation.site },
  { name: "tiers", path: "customer.tier", values: (rule) => rule.when?.tiers, fact: ({ situation }) => situation.tier },
  { name: "flags", path: "flags", values: (rule) => rule.when?.flags?.any, fact: ({ situation }) => situation.flags },
];

export const rangeDimensions: readonly RangeDimension[] = [
  { name: "level", path: "actor.level", range: (rule) => rule.who?.level, fact: ({ situation }) => situation.level },
  { name: "tenureDays", path: "actor.tenureDays", range: (rule) => rule.who?.tenureDays, fact: ({ situation }) => situation.tenureDays },
  { name: "lifetimeValue", path: "customer.lifetimeValue", range: (rule) => rule.when?.lifetimeValue, fact: ({ situation }) => situation.lifetimeValue },
  { name: "orderValue", path: "order.value", range: (rule) => rule.when?.orderValue, fact: ({ situation }) => situation.orderValue },
  { name: "daysSincePurchase", path: "order.daysSincePurchase", range: (rule) => rule.when?.daysSincePurchase, fact: ({ situation }) => situation.daysSincePurchase },
  { name: "validity", range: (rule) => validity(rule), fact: ({ day }) => day },
];

function validity(rule: PolicyRule): { min?: number; below?: number } {
  return {
    ...(rule.validFrom !== undefined && { min: dayNumber(rule.validFrom) }),
    ...(rule.validTo !== undefined && { below: dayNumber(rule.validTo) }),
  };
}

/** A half-open range of numbers, unbounded ends as infinities. */
export interface Bounds {
  readonly min: number;
  readonly below: number;
}

/** The box a rule declares: per dimension a set (null is any) or bounds; `courses` are all needed. */
export interface Scope {
  readonly gestures: ReadonlySet<string> | null;
  readonly roles: ReadonlySet<string> | null;
  readonly sets: readonly (ReadonlySet<string> | null)[];
  readonly ranges: readonly Bounds[];
  readonly courses: ReadonlySet<string>;
  /** Positions in `sets` and `ranges` that leave something out. */
  readonly boundSets: readonly number[];
  readonly boundRanges: readonly number[];
  /** What explanations show as needed, made once: by dimension, `sets` and `ranges` in their order. */
  readonly needed: {
    readonly roles: readonly string[];
    readonly sets: readonly FailedDimension["needed"][];
    readonly ranges: readonly FailedDimension["needed"][];
    readonly courses: readonly string[];
  };
}

/** The scope of a rule; sets that are absent or empty are any. */
export function scopeOf(rule: PolicyRule): Scope {
  const roles = setOf(rule.who?.roles);
  const sets = setDimensions.map(({ values }) => setOf(values(rule)));
  const ranges = rangeDimensions.map(({ range, name }) => boundsOf(range(rule), name === "validity" ? -Infinity : 0));
  const courses = new Set([...(rule.who?.courses ?? [])].sort());
  return {
    gestures: setOf(rule.gestures),
    roles,
    sets,
    ranges,
    courses,
    boundSets: sets.flatMap((values, at) => (values === null ? [] : [at])),
    boundRanges: ranges.flatMap((bounds, at) => (isUnbounded(bounds) ? [] : [at])),
    needed: {
      roles: Object.freeze([...(roles ?? [])]),
      sets: sets.map((values, at) => (setDimensions[at]?.name === "proactive" ? values?.has("true") === true : Object.freeze([...(values ?? [])]))),
      ranges: ranges.map((bounds, at) => Object.freeze(shownBounds(bounds, rangeDimensions[at]?.name === "validity"))),
      courses: Object.freeze([...courses]),
    },
  };
}

function setOf(codes: readonly string[] | undefined): ReadonlySet<string> | null {
  return codes === undefined || codes.length === 0 ? null : new Set([...codes].sort());
}

function boundsOf(range: ReturnType<RangeDimension["range"]>, floor: number): Bounds {
  const min = range?.min ?? floor;
  return { min: min <= floor ? -Infinity : min, below: range?.below ?? Infinity };
}

/** True when the bounds leave out no number. */
export function isUnbounded({ min, below }: Bounds): boolean {
  return min === -Infinity && below === Infinity;
}

/** True when `inner`'s box lies in `outer`'s as declared and differs from it: it is the more specific one. */
export function isStrictlyInside(inner: Scope, outer: Scope): boolean {
  let narrower = inner.courses.size > outer.courses.size;
  for (const course of outer.courses) if (!inner.courses.has(course)) return false;

  for (let at = 0; at < inner.ranges.length; at++) {
    const a = inner.ranges[at] as Bounds;
    const b = outer.ranges[at] as Bounds;
    if (a.min < b.min || a.below > b.below) return false;
    if (a.min > b.min || a.below < b.below) narrower = true;
  }
  for (let at = -2; at < inner.sets.length; at++) {
    const a = at === -2 ? inner.gestures : at === -1 ? inner.roles : (inner.sets[at] ?? null);
    const b = at === -2 ? outer.gestures : at === -1 ? outer.roles : (outer.sets[at] ?? null);
    if (b === null) {
      if (a !== null) narrower = true;
      continue;
    }
    if (a === null || a.size > b.size) return false;
    for (const value of a) if (!b.has(value)) return false;
    if (a.size < b.size) narrower = true;
  }
  return narrower;
}

/** The facts that may be unknown and that a scope asks about, as dotted paths. */
export function askedPaths(scope: Scope): string[] {
  const sets = scope.boundSets.map((at) => setDimensions[at]?.path);
  const ranges = scope.boundRanges.map((at) => rangeDimensions[at]?.path);
  return [...sets, ...ranges].filter((path) => path !== undefined);
}

function shownBounds({ min, below }: Bounds, day: boolean): { min?: number | string; below?: number | string } {
  return {
    ...(min !== -Infinity && { min: day ? dayText(min) : min }),
    ...(below !== Infinity && { below: day ? dayText(below) : below }),
  };
}
