import type { PolicyBudget, PolicyDocument } from "../../schemas.ts";
import { compileBudget, coversGesture, type CompiledBudget } from "../budgets.ts";
import { dayNumber } from "../instant.ts";
import type { CompiledRule } from "../rule-index.ts";
import { courseAxis, flagAxis, listed, rangeAxis, setAxis, type Axis, type AxisValue } from "./axes.ts";
import { isEmpty } from "./bits.ts";
import { ruleSetOf, type RuleSet } from "./rule-set.ts";

/** Sets of flags that rules tell apart, at most; a gesture with more is too large to be looked through. */
const MOST_FLAG_CLASSES = 512;
const SOME_DAY = "2026-01-05";

/** What is known of the organisation, for examples that exist and for what comes from today on. */
export interface Surroundings {
  /** `YYYY-MM-DD`: earlier days are not looked at. */
  readonly today?: string | undefined;
  readonly departments?: readonly string[] | undefined;
  readonly sites?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
}

/** One version of a policy, or two that are compared. */
export type Versions = readonly [PolicyDocument] | readonly [before: PolicyDocument, after: PolicyDocument];

/** The situations of one gesture, as far as rules and budgets of one or two versions tell them apart. */
export interface Grid {
  readonly gesture: string;
  readonly valued: boolean;
  readonly currency: string;
  readonly timeZone: string;
  /** `YYYY-MM-DD`: when situations are placed that no rule dates. */
  readonly day: string;
  readonly rules: RuleSet;
  readonly axes: readonly Axis[];
  /** By version, the budgets that count the gesture, in order of their codes. */
  readonly budgets: readonly (readonly CompiledBudget[])[];
  /** Every role that a rule or a budget names, and last one that none does. */
  readonly roles: readonly string[];
}

type Vocabulary = "reasons" | "channels" | "tiers" | "flags";

/**
 * The compressed grid of one gesture: per dimension the values rules mention, one of any other, unknown and none where
 * the engine treats them apart, ranges cut at their ends, courses, days.
 * @param read the rules of all versions in order, what both have once
 * @returns null when nothing can be asked, a vocabulary being empty; `too_large` when flags make too many classes
 */
export function gridOf(versions: Versions, read: readonly CompiledRule[], gesture: string, around: Surroundings = {}): Grid | "too_large" | null {
  const valued = versions.some((document) => document.gestures.some(({ code, valued: has }) => code === gesture && has));
  const rules = ruleSetOf(read, gesture);
  const budgets = versions.map((document) => budgetsOf(document.budgets, gesture, valued));
  const axes = axesOf(versions, rules, budgets.flat(), valued, around);
  if (axes === null || axes === "too_large") return axes;
  const rows = budgets.flat().flatMap(({ limits }) => [...limits.keys()]);
  const roles = [...new Set([...rules.roles, ...rows])].filter((role) => role !== "*").sort();
  const [document] = versions;
  return { gesture, valued, currency: document.currency, timeZone: document.timeZone, day: around.today ?? SOME_DAY, rules, axes, budgets, roles: [...roles, another(roles, around.roles, "other")] };
}

function budgetsOf(budgets: readonly PolicyBudget[], gesture: string, valued: boolean): CompiledBudget[] {
  const counted = budgets.filter((budget) => coversGesture(budget, gesture, valued));
  return counted.map(compileBudget).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** One that is not listed: of those there are, else a made-up one. */
function another(taken: readonly string[], there: readonly string[] | undefined, name: string): string {
  const found = [...(there ?? [])].sort().find((code) => !taken.includes(code));
  if (found !== undefined) return found;
  let made = name;
  while (taken.includes(made)) made = `${made}-`;
  return made;
}

function axesOf(versions: Versions, { rules, percents }: RuleSet, budgets: readonly CompiledBudget[], valued: boolean, around: Surroundings): Axis[] | "too_large" | null {
  const words = (key: Vocabulary): AxisValue[] => {
    const codes = [...new Set(versions.flatMap((document) => document[key].map(({ code }) => code)))].sort();
    const knows = (code: string) => versions.map((document) => document[key].some((entry) => entry.code === code));
    return codes.map((value) => ({ value, known: versions.length === 1 ? 3 : knows(value).reduce((bits, known, at) => bits | (known ? 1 << at : 0), 0) }));
  };
  const names = { reasons: words("reasons"), channels: words("channels"), tiers: words("tiers"), flags: words("flags") };
  if (names.reasons.length === 0 || names.channels.length === 0) return null;

  const counting = budgets.filter(({ reasons }) => reasons !== null);
  const bySite = budgets.some(({ budget }) => budget.subject === "site");
  const flags = listed(rules, "flags").length === 0 ? [] : names.flags;
  const flagged = flagAxis(rules, flags, MOST_FLAG_CLASSES);
  if (flagged === null) return "too_large";
  const places = (name: "departments" | "sites"): AxisValue[] => {
    const codes = listed(rules, name);
    const other = another([...codes, "none"], around[name], name === "sites" ? "other-site" : "other-department");
    const others = around[name]?.includes(other) === true ? [other, "none"] : ["none", other];
    return [...codes, ...others.filter((code) => !codes.includes(code))].map((value) => ({ value, known: 3 }));
  };
  const percent = valued && !isEmpty(percents);
  const days = rules.flatMap(({ rule }) => [rule.validFrom, rule.validTo]).filter((day) => day !== undefined);
  const from = around.today === undefined ? Math.min(...days.map(dayNumber)) - 1 : dayNumber(around.today);
  const candidates: (Axis & { readonly needed?: boolean })[] = [
    { ...setAxis(rules, { name: "reasons", values: names.reasons, unknown: false, mark: (code) => counting.map(({ reasons }) => Number(reasons?.has(code))).join("") }), needed: true },
    { ...setAxis(rules, { name: "channels", values: names.channels, unknown: false }), needed: true },
    setAxis(rules, { name: "proactive", values: ["false", "true"].map((value) => ({ value, known: 3 })), unknown: false }),
    setAxis(rules, { name: "departments", values: places("departments"), unknown: true }),
    { ...setAxis(rules, { name: "sites", values: places("sites"), unknown: true, mark: (code) => String(bySite && code === "none") }), needed: bySite },
    setAxis(rules, { name: "tiers", of: "customer", values: names.tiers, unknown: true }),
    flagged,
    rangeAxis(rules, { name: "level", unknown: true, from: 0 }),
    rangeAxis(rules, { name: "tenureDays", unknown: true, from: 0 }),
    rangeAxis(rules, { name: "lifetimeValue", of: "customer", unknown: true, from: 0 }),
    { ...rangeAxis(rules, { name: "orderValue", of: "order", unknown: true, from: 0 }), needed: percent },
    rangeAxis(rules, { name: "daysSincePurchase", of: "order", unknown: true, from: 0 }),
    ...(days.length === 0 ? [] : [rangeAxis(rules, { name: "validity", unknown: false, from })]),
    ...[...new Set(rules.flatMap(({ scope }) => [...scope.courses]))].sort().map((course) => courseAxis(rules, course)),
  ];
  const tells = ({ options }: Axis) => options.some(({ possible, sure }, at) => (at > 0 && possible.join() !== options[0]?.possible.join()) || possible.join() !== sure.join());
  return candidates.filter((axis) => axis.needed === true || tells(axis)).map(({ name, course, of, options }) => ({ name, course, of, options }));
}
