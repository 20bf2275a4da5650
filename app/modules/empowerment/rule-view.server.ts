import { departments, listCourses, sites } from "#modules/people/public.server.ts";
import type { PolicyDocument, PolicyRule } from "./public.ts";
import type { AuthorityRule, Bilingual, MoneyView, RuleCondition } from "./view-models.ts";
import { bilingual, nameIn } from "./vocabulary.ts";

/** Names of what a policy refers to outside itself. */
export interface RuleNames {
  readonly departments: ReadonlyMap<string, Bilingual>;
  readonly sites: ReadonlyMap<string, Bilingual>;
  readonly courses: ReadonlyMap<string, { readonly name: Bilingual; readonly minutes: number }>;
}

const nameOf = (row: { nameVi: string; nameEn: string }): Bilingual => ({ vi: row.nameVi, en: row.nameEn });

export async function loadRuleNames(): Promise<RuleNames> {
  const [departmentRows, siteRows, courseRows] = await Promise.all([departments(), sites(), listCourses()]);
  return {
    departments: new Map(departmentRows.map((row) => [row.code, nameOf(row)])),
    sites: new Map(siteRows.map((row) => [row.code, nameOf(row)])),
    courses: new Map(courseRows.map((row) => [row.code, { name: nameOf(row), minutes: row.minutes }])),
  };
}

type Range = { readonly min?: number | undefined; readonly below?: number | undefined } | undefined;

/** The conditions of a rule, who and when, as parts that words are made of; roles are told apart from them. */
export function conditionsOf(rule: PolicyRule, document: PolicyDocument, names: RuleNames): RuleCondition[] {
  const { who = {}, when = {} } = rule;
  const set = (dim: string, codes: readonly string[] | undefined, name: (code: string) => Bilingual | string): RuleCondition[] =>
    codes === undefined || codes.length === 0 ? [] : [{ dim, names: codes.map(name) }];
  const range = (dim: string, bounds: Range, unit: "minor" | "days" | "level"): RuleCondition[] => {
    const min = bounds?.min === undefined || bounds.min === 0 ? null : bounds.min;
    const below = bounds?.below ?? null;
    return min === null && below === null ? [] : [{ dim, min, below, unit }];
  };
  return [
    ...set("departments", who.departments, (code) => names.departments.get(code) ?? code),
    ...set("sites", who.sites, (code) => names.sites.get(code) ?? code),
    ...range("level", who.level, "level"),
    ...range("tenureDays", who.tenureDays, "days"),
    ...set("courses", who.courses, (code) => names.courses.get(code)?.name ?? code),
    ...set("reasons", when.reasons, (code) => nameIn(document.reasons, code).name),
    ...set("channels", when.channels, (code) => nameIn(document.channels, code).name),
    ...set("tiers", when.tiers, (code) => nameIn(document.tiers, code).name),
    ...range("lifetimeValue", when.lifetimeValue, "minor"),
    ...range("orderValue", when.orderValue, "minor"),
    ...range("daysSincePurchase", when.daysSincePurchase, "days"),
    ...set("flags", when.flags?.any, (code) => nameIn(document.flags, code).name),
    ...(when.proactive === undefined ? [] : [{ dim: "proactive" as const, value: when.proactive }]),
  ];
}

/** A rule for reading; `held` are the reader's courses in date, against which it is open or still locked. */
export function ruleView(rule: PolicyRule, document: PolicyDocument, names: RuleNames, held: ReadonlySet<string> | null): AuthorityRule {
  const money = (minor: number | undefined): MoneyView | null => (minor === undefined ? null : { minor, currency: document.currency });
  const missing = held === null ? [] : (rule.who?.courses ?? []).filter((course) => !held.has(course));
  return {
    code: rule.code,
    effect: rule.effect,
    gestures: (rule.gestures ?? []).map((code) => nameIn(document.gestures, code)),
    name: bilingual(rule.name, rule.code),
    why: bilingual(rule.why, ""),
    perCase: money(rule.limit?.perCase),
    percentOfOrder: rule.limit?.percentOfOrder ?? null,
    secondPersonAbove: money(rule.duties?.secondPersonAbove),
    duties: { note: rule.duties?.note ?? false, evidence: rule.duties?.evidence ?? false },
    conditions: conditionsOf(rule, document, names),
    open: missing.length === 0,
    missingCourses: missing.map((code) => ({ code, name: names.courses.get(code)?.name ?? { vi: code, en: code }, minutes: names.courses.get(code)?.minutes ?? null })),
    validTo: rule.validTo ?? null,
  };
}
