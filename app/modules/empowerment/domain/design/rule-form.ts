import { addDays } from "#kernel/period.ts";
import { type Currency, parseMoney, plainAmount } from "#kernel/money.ts";
import type { PolicyRule, Words } from "../../schemas.ts";

/** Fields of the rule form that hold one text. */
export const RULE_TEXTS = [
  ...(["code", "effect", "nameVi", "nameEn", "whyVi", "whyEn", "servesKind", "servesVi", "servesEn"] as const),
  ...(["levelMin", "levelMax", "tenureMin", "tenureMax", "lifetimeMin", "lifetimeBelow", "orderMin", "orderBelow", "daysMin", "daysMax"] as const),
  ...(["proactive", "perCase", "percent", "note", "evidence", "secondPersonAbove"] as const),
  ...(["escalateTo", "escalateMinutes", "fallback", "fallbackMinutes", "sayVi", "sayEn", "betLoss", "betVi", "betEn"] as const),
  ...(["owner", "validFrom", "validUntil", "reviewBy"] as const),
] as const;
export type RuleText = (typeof RULE_TEXTS)[number];

/** Fields that hold any number of codes; none means any. */
export const RULE_CHOICES = ["gestures", "roles", "departments", "sites", "courses", "reasons", "channels", "tiers", "flags"] as const;
export type RuleChoice = (typeof RULE_CHOICES)[number];
export type RuleFormField = RuleText | RuleChoice;

/** A rule as a person types it. Upper ends of whole numbers and days are inclusive, of amounts exclusive. */
export interface RuleForm {
  readonly texts: Readonly<Record<RuleText, string>>;
  readonly chosen: Readonly<Record<RuleChoice, readonly string[]>>;
}

/** One thing to mend in the form; its words are those of `errors:field.<code>`. */
export interface RuleFormFault {
  readonly path: RuleFormField;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface RuleFormContext {
  readonly currency: Currency;
  readonly locale: "vi" | "en";
}

const texts = (values: Readonly<Partial<Record<RuleText, string>>>) => Object.fromEntries(RULE_TEXTS.map((name) => [name, values[name] ?? ""])) as Record<RuleText, string>;
const choices = (values: Readonly<Partial<Record<RuleChoice, readonly string[] | undefined>>>) =>
  Object.fromEntries(RULE_CHOICES.map((name) => [name, values[name] ?? []])) as Record<RuleChoice, readonly string[]>;

/** The form of a rule not yet written, with what is already known about it. */
export function emptyRuleForm(known: Readonly<Partial<Record<RuleChoice, readonly string[]>>> = {}): RuleForm {
  return { texts: texts({ effect: "grant" }), chosen: choices(known) };
}

/** What a browser sent, by name of the field. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** The form as it was sent. */
export function typedRuleForm(typed: Typed): RuleForm {
  return {
    texts: texts(Object.fromEntries(RULE_TEXTS.map((name) => [name, typed[name]?.[0] ?? ""]))),
    chosen: choices(Object.fromEntries(RULE_CHOICES.map((name) => [name, typed[name] ?? []]))),
  };
}

const number = (value: number | undefined) => (value === undefined ? "" : String(value));
const lower = (value: number | undefined) => (value === 0 ? "" : number(value));
const last = (below: number | undefined) => (below === undefined ? "" : String(below - 1));
const duty = (value: boolean | undefined) => (value === undefined ? "" : value ? "yes" : "no");

/** A stored rule as the form shows it. */
export function ruleForm(rule: PolicyRule, { currency, locale }: RuleFormContext): RuleForm {
  const amount = (minor: number | undefined) => (minor === undefined ? "" : plainAmount({ minor, currency }, locale));
  const { who = {}, when = {}, duties = {}, limit = {} } = rule;
  return {
    texts: texts({
      code: rule.code,
      effect: rule.effect,
      nameVi: rule.name?.vi,
      nameEn: rule.name?.en,
      whyVi: rule.why?.vi,
      whyEn: rule.why?.en,
      servesKind: rule.serves?.kind,
      servesVi: rule.serves?.text?.vi,
      servesEn: rule.serves?.text?.en,
      levelMin: lower(who.level?.min),
      levelMax: last(who.level?.below),
      tenureMin: lower(who.tenureDays?.min),
      tenureMax: last(who.tenureDays?.below),
      lifetimeMin: when.lifetimeValue?.min === 0 ? "" : amount(when.lifetimeValue?.min),
      lifetimeBelow: amount(when.lifetimeValue?.below),
      orderMin: when.orderValue?.min === 0 ? "" : amount(when.orderValue?.min),
      orderBelow: amount(when.orderValue?.below),
      daysMin: lower(when.daysSincePurchase?.min),
      daysMax: last(when.daysSincePurchase?.below),
      proactive: when.proactive === undefined ? "" : String(when.proactive),
      perCase: amount(limit.perCase),
      percent: number(limit.percentOfOrder),
      note: duty(duties.note),
      evidence: duty(duties.evidence),
      secondPersonAbove: amount(duties.secondPersonAbove),
      escalateTo: rule.escalation?.to,
      escalateMinutes: number(rule.escalation?.withinMinutes),
      fallback: rule.escalation?.fallback,
      fallbackMinutes: number(rule.escalation?.fallbackAfterMinutes),
      sayVi: rule.say?.vi,
      sayEn: rule.say?.en,
      betLoss: amount(rule.bet?.acceptedLossPerMonth),
      betVi: rule.bet?.because?.vi,
      betEn: rule.bet?.because?.en,
      owner: rule.owner,
      validFrom: rule.validFrom,
      validUntil: rule.validTo === undefined ? "" : addDays(rule.validTo, -1),
      reviewBy: rule.reviewBy,
    } as Partial<Record<RuleText, string>>),
    chosen: choices({
      gestures: rule.gestures,
      roles: who.roles,
      departments: who.departments,
      sites: who.sites,
      courses: who.courses,
      reasons: when.reasons,
      channels: when.channels,
      tiers: when.tiers,
      flags: when.flags?.any,
    }),
  };
}

/** Members that are there, or nothing when there is none. */
function present<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } | undefined {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the form back into a rule. Whatever the policy as a whole demands of it (its vocabulary, its effect) is checked
 * with the document, not here.
 * @returns the rule, and every field that cannot be read; the rule then lacks those members
 */
export function readRuleForm(form: RuleForm, { currency, locale }: RuleFormContext): { rule: PolicyRule; faults: RuleFormFault[] } {
  const faults: RuleFormFault[] = [];
  const text = (name: RuleText): string | undefined => form.texts[name].trim() || undefined;
  const whole = (name: RuleText): number | undefined => {
    const typed = text(name);
    if (typed === undefined) return undefined;
    if (/^\d{1,9}$/.test(typed)) return Number(typed);
    faults.push({ path: name, code: "integer_format" });
    return undefined;
  };
  const amount = (name: RuleText): number | undefined => {
    const typed = text(name);
    if (typed === undefined) return undefined;
    const read = parseMoney(typed, currency, locale);
    if (read.ok) return read.value.minor;
    faults.push({ path: name, code: read.error === "money_too_large" ? "amount_too_large" : "amount_format" });
    return undefined;
  };
  const day = (name: RuleText): string | undefined => {
    const typed = text(name);
    if (typed === undefined || (DAY.test(typed) && !Number.isNaN(Date.parse(typed)))) return typed;
    faults.push({ path: name, code: "date_format" });
    return undefined;
  };
  const above = (name: RuleText): number | undefined => {
    const inclusive = whole(name);
    return inclusive === undefined ? undefined : inclusive + 1;
  };
  const words = (vi: RuleText, en: RuleText): Words | undefined => present({ vi: text(vi), en: text(en) });
  const codes = (name: RuleChoice): string[] | undefined => (form.chosen[name].length === 0 ? undefined : [...form.chosen[name]]);
  const stated = (name: "note" | "evidence"): boolean | undefined => (text(name) === undefined ? undefined : text(name) === "yes");

  const flags = codes("flags");
  const proactive = text("proactive");
  const servesKind = text("servesKind");
  const escalateTo = text("escalateTo");
  const betLoss = amount("betLoss");
  const validUntil = day("validUntil");
  if (escalateTo !== undefined && text("escalateMinutes") === undefined) faults.push({ path: "escalateMinutes", code: "required" });

  const rule = present({
    code: text("code") ?? "",
    effect: (text("effect") ?? "grant") as PolicyRule["effect"],
    gestures: codes("gestures"),
    name: words("nameVi", "nameEn"),
    why: words("whyVi", "whyEn"),
    serves: servesKind === undefined ? undefined : present({ kind: servesKind as NonNullable<PolicyRule["serves"]>["kind"], text: words("servesVi", "servesEn") }),
    who: present({
      roles: codes("roles"),
      departments: codes("departments"),
      sites: codes("sites"),
      level: present({ min: whole("levelMin"), below: above("levelMax") }),
      tenureDays: present({ min: whole("tenureMin"), below: above("tenureMax") }),
      courses: codes("courses"),
    }),
    when: present({
      reasons: codes("reasons"),
      channels: codes("channels"),
      tiers: codes("tiers"),
      lifetimeValue: present({ min: amount("lifetimeMin"), below: amount("lifetimeBelow") }),
      orderValue: present({ min: amount("orderMin"), below: amount("orderBelow") }),
      daysSincePurchase: present({ min: whole("daysMin"), below: above("daysMax") }),
      flags: flags === undefined ? undefined : { any: flags },
      proactive: proactive === undefined ? undefined : proactive === "true",
    }),
    limit: present({ perCase: amount("perCase"), percentOfOrder: whole("percent") }),
    duties: present({ note: stated("note"), evidence: stated("evidence"), secondPersonAbove: amount("secondPersonAbove") }),
    escalation:
      escalateTo === undefined
        ? undefined
        : present({ to: escalateTo, withinMinutes: whole("escalateMinutes") ?? 0, fallback: text("fallback"), fallbackAfterMinutes: text("fallback") === undefined ? undefined : whole("fallbackMinutes") }),
    say: words("sayVi", "sayEn"),
    bet: betLoss === undefined ? undefined : present({ acceptedLossPerMonth: betLoss, because: words("betVi", "betEn") }),
    owner: text("owner"),
    validFrom: day("validFrom"),
    validTo: validUntil === undefined ? undefined : addDays(validUntil, 1),
    reviewBy: day("reviewBy"),
  }) as PolicyRule;
  return { rule, faults };
}

const FIELD_OF: readonly (readonly [RegExp, RuleFormField])[] = [
  [/^name\.en/, "nameEn"],
  [/^name/, "nameVi"],
  [/^why\.en/, "whyEn"],
  [/^why/, "whyVi"],
  [/^serves\.kind/, "servesKind"],
  [/^serves\.text\.en/, "servesEn"],
  [/^serves/, "servesVi"],
  [/^who\.level/, "levelMax"],
  [/^who\.tenureDays/, "tenureMax"],
  [/^when\.lifetimeValue/, "lifetimeBelow"],
  [/^when\.orderValue/, "orderBelow"],
  [/^when\.daysSincePurchase/, "daysMax"],
  [/^when\.flags/, "flags"],
  [/^limit\.percentOfOrder/, "percent"],
  [/^limit/, "perCase"],
  [/^duties\.secondPersonAbove/, "secondPersonAbove"],
  [/^duties\.evidence/, "evidence"],
  [/^duties/, "note"],
  [/^escalation\.withinMinutes/, "escalateMinutes"],
  [/^escalation\.fallbackAfterMinutes/, "fallbackMinutes"],
  [/^escalation\.fallback/, "fallback"],
  [/^escalation/, "escalateTo"],
  [/^say\.en/, "sayEn"],
  [/^say/, "sayVi"],
  [/^bet\.because\.en/, "betEn"],
  [/^bet\.because/, "betVi"],
  [/^bet/, "betLoss"],
  [/^validTo/, "validUntil"],
];

/** The field of the form that a fault of the rule belongs to; `path` as below `rules.<n>.`. */
export function ruleFieldOf(path: string): RuleFormField {
  const [, group = "", member = ""] = /^(who|when)\.([A-Za-z]+)/.exec(path) ?? [];
  if (group !== "" && (RULE_CHOICES as readonly string[]).includes(member)) return member as RuleChoice;
  const found = FIELD_OF.find(([pattern]) => pattern.test(path));
  if (found !== undefined) return found[1];
  const [name = ""] = path.split(".");
  return ([...RULE_TEXTS, ...RULE_CHOICES] as readonly string[]).includes(name) ? (name as RuleFormField) : "code";
}
