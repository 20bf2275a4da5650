import type { PolicyRule } from "../schemas.ts";
import { dayText } from "./instant.ts";
import type { CompiledRule, RuleIndex } from "./rule-index.ts";
import { rangeDimensions, setDimensions, type Bounds, type Moment } from "./scope.ts";
import type { Situation } from "./situation.ts";
import type { FailedDimension } from "./verdict.ts";

type Needed = FailedDimension["needed"];

/** What rules ask for in one dimension. */
export interface Condition {
  readonly dim: string;
  /** How it fails at a moment, or null where it surely holds. */
  readonly failure: (moment: Moment) => FailedDimension | null;
}

/** What rules ask of somebody's roles. */
export type RoleCondition = (roles: readonly string[]) => FailedDimension | null;

/** The conditions of a list of rules, each once however many rules share it, and which of them each rule has. */
export interface Conditions {
  readonly all: readonly Condition[];
  /** In the order in which explanations tell what failed; those of rule n stand from `starts[n]` up to `starts[n + 1]`. */
  readonly of: Int32Array;
  readonly starts: Int32Array;
  readonly roles: readonly RoleCondition[];
  /** For each rule the one about roles, -1 where it has none. */
  readonly roleOf: Int32Array;
}

/** The rules of a gesture ready to be explained. */
export interface Explaining {
  readonly index: RuleIndex;
  /** Of each rule what is told whatever the situation; apart from the rules, since all of them are gone through. */
  readonly codes: readonly string[];
  readonly effects: readonly PolicyRule["effect"][];
  readonly duties: readonly PolicyRule["duties"][];
  readonly conditions: Conditions;
  /** Room for how each condition stands in one situation, and for those that one rule fails. */
  readonly states: Uint8Array;
  readonly failing: Int32Array;
}

/** Collects what rules ask for. */
function conditionsOf(rules: readonly CompiledRule[]): Conditions {
  const all = new Shared<Condition>();
  const roles = new Shared<RoleCondition>();
  const of: number[] = [];
  const starts = [0];
  const roleOf: number[] = [];
  for (const { scope } of rules) {
    const { needed, courses } = scope;
    for (const at of scope.boundSets) of.push(all.place(["set", at, needed.sets[at]], () => setCondition(at, scope.sets[at] ?? new Set(), needed.sets[at] ?? [])));
    for (const at of scope.boundRanges) {
      of.push(all.place(["range", at, needed.ranges[at]], () => rangeCondition(at, scope.ranges[at] as Bounds, needed.ranges[at] ?? {})));
    }
    if (courses.size > 0) of.push(all.place(["courses", needed.courses], () => courseCondition(courses, needed.courses)));
    starts.push(of.length);
    const held = scope.roles;
    roleOf.push(held === null ? -1 : roles.place(needed.roles, () => roleCondition(held, needed.roles)));
  }
  return { all: all.members, of: Int32Array.from(of), starts: Int32Array.from(starts), roles: roles.members, roleOf: Int32Array.from(roleOf) };
}

/** Makes the rules of a gesture ready to be explained. */
export function explainingFor(rules: readonly CompiledRule[], index: RuleIndex): Explaining {
  const conditions = conditionsOf(rules);
  const { length } = conditions.all;
  return {
    index,
    codes: rules.map(({ code }) => code),
    effects: rules.map(({ rule }) => rule.effect),
    duties: rules.map(({ rule }) => rule.duties),
    conditions,
    states: new Uint8Array(length),
    failing: new Int32Array(length),
  };
}

/** Members by what they are about, each made once. */
class Shared<T> {
  readonly members: T[] = [];
  readonly #places = new Map<string, number>();

  /** The position of the member about something. */
  place(about: unknown, make: () => T): number {
    const key = JSON.stringify(about);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.members.push(make()) - 1;
    this.#places.set(key, place);
    return place;
  }
}

function roleCondition(values: ReadonlySet<string>, needed: Needed): RoleCondition {
  return (roles) => (holdsOneOf(values, roles) ? null : { dim: "roles", actual: roles.length === 1 ? (roles[0] ?? null) : sorted(roles), needed });
}

/** @param at a position in `setDimensions` */
function setCondition(at: number, values: ReadonlySet<string>, needed: Needed): Condition {
  const dim = setDimensions[at]?.name ?? "";
  switch (dim) {
    case "reasons":
      return codeCondition(dim, values, needed, ({ reason }) => reason, ({ reasonAt }) => reasonAt);
    case "channels":
      return codeCondition(dim, values, needed, ({ channel }) => channel, ({ channelAt }) => channelAt);
    case "tiers":
      return codeCondition(dim, values, needed, ({ tier }) => tier, ({ tierAt }) => tierAt);
    case "proactive":
      return flagCondition(values, needed);
    case "departments":
      return textCondition(dim, values, needed, ({ department }) => department);
    case "sites":
      return textCondition(dim, values, needed, ({ site }) => site);
    default:
      return { dim, failure: ({ situation: { flags } }) => (flags !== undefined && holdsOneOf(values, flags) ? null : { dim, actual: flags === undefined ? null : sorted(flags), needed }) };
  }
}

/** A condition on a code of the vocabulary: its failures are made once for each code. */
function codeCondition(dim: string, values: ReadonlySet<string>, needed: Needed, codeOf: (situation: Situation) => string | undefined | null, positionOf: (situation: Situation) => number): Condition {
  const unknown: FailedDimension = Object.freeze({ dim, actual: null, needed });
  const none: FailedDimension = Object.freeze({ dim, actual: "none", needed });
  const made: (FailedDimension | null | undefined)[] = [];
  const failure = ({ situation }: Moment) => {
    const at = positionOf(situation);
    if (at < 0) return codeOf(situation) === null ? none : unknown;
    const known = made[at];
    if (known !== undefined) return known;
    const code = codeOf(situation) ?? "";
    const found = values.has(code) ? null : Object.freeze({ dim, actual: code, needed });
    while (made.length <= at) made.push(undefined);
    made[at] = found;
    return found;
  };
  return { dim, failure };
}

function flagCondition(values: ReadonlySet<string>, needed: Needed): Condition {
  const dim = "proactive";
  const of = (actual: boolean): FailedDimension | null => (values.has(String(actual)) ? null : Object.freeze({ dim, actual, needed }));
  const [yes, no] = [of(true), of(false)];
  return { dim, failure: ({ situation }) => (situation.proactive ? yes : no) };
}

function textCondition(dim: string, values: ReadonlySet<string>, needed: Needed, textOf: (situation: Situation) => string | undefined): Condition {
  const failure = ({ situation }: Moment) => {
    const text = textOf(situation);
    return text !== undefined && values.has(text) ? null : { dim, actual: text ?? null, needed };
  };
  return { dim, failure };
}

/** @param at a position in `rangeDimensions` */
function rangeCondition(at: number, { min, below }: Bounds, needed: Needed): Condition {
  const { name: dim, fact } = rangeDimensions[at] as (typeof rangeDimensions)[number];
  const isDay = dim === "validity";
  const failure = (moment: Moment) => {
    const actual = fact(moment);
    if (typeof actual !== "number") return { dim, actual: actual === null ? "none" : null, needed };
    if (actual >= min && actual < below) return null;
    return { dim, actual: isDay ? dayText(actual) : actual, needed };
  };
  return { dim, failure };
}

function courseCondition(values: ReadonlySet<string>, needed: Needed): Condition {
  const dim = "courses";
  const failure = ({ situation: { courses } }: Moment) => {
    for (const course of values) {
      if (!courses.includes(course)) return { dim, actual: sorted(courses), needed };
    }
    return null;
  };
  return { dim, failure };
}

function holdsOneOf(values: ReadonlySet<string>, actual: readonly string[]): boolean {
  return actual.some((value) => values.has(value));
}

function sorted(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
