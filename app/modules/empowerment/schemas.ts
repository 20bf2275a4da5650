import { z } from "zod";
import { isCurrency } from "#kernel/money.ts";
import { localDay } from "#kernel/period.ts";

/** What a code looks like: gestures, reasons, channels, tiers, flags, rules, budgets, roles, departments, sites, courses. */
export const CODE_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;

/** The placeholders that words to say may hold, written `{{customer}}`. */
export const PLACEHOLDERS = ["customer", "me", "amount", "limit", "dueAt", "approver"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const code = z.string().regex(CODE_PATTERN, { error: "bad_code" });
const codes = z.array(code).optional();
const text = z.string().min(1).max(10_000);
const day = z.iso.date({ error: "bad_date" });
/** An integer in 0…2^53 − 1: minor units of the policy's currency, a number of times, days, or a level. */
const whole = z.int().min(0);
const minutes = z.int().min(1);
const range = z.strictObject({ min: whole.optional(), below: whole.optional() }).optional();

const sentence = z.string().max(10_000).optional();
const words = z.strictObject({ vi: sentence, en: sentence });
const named = z.strictObject({ code, name: words.optional() });
const gesture = named.extend({ kind: z.enum(["compensation", "proactive"]).optional(), valued: z.boolean() });

const who = z.strictObject({
  roles: codes,
  departments: codes,
  sites: codes,
  level: range,
  tenureDays: range,
  courses: codes,
});

const when = z.strictObject({
  reasons: codes,
  channels: codes,
  tiers: codes,
  lifetimeValue: range,
  orderValue: range,
  daysSincePurchase: range,
  flags: z.strictObject({ any: codes }).optional(),
  proactive: z.boolean().optional(),
});

const limit = z.strictObject({ perCase: whole.optional(), percentOfOrder: z.int().min(1).max(100).optional() });

const duties = z.strictObject({
  note: z.boolean().optional(),
  evidence: z.boolean().optional(),
  secondPersonAbove: whole.optional(),
});

const escalation = z.strictObject({
  to: code,
  withinMinutes: minutes,
  fallback: code.optional(),
  fallbackAfterMinutes: minutes.optional(),
});

const rule = z.strictObject({
  code,
  effect: z.enum(["grant", "prohibit", "require"]),
  gestures: codes,
  name: words.optional(),
  why: words.optional(),
  serves: z.strictObject({ kind: z.enum(["goal", "need", "expectation", "emotion", "pain"]), text: words.optional() }).optional(),
  who: who.optional(),
  when: when.optional(),
  limit: limit.optional(),
  duties: duties.optional(),
  escalation: escalation.optional(),
  say: words.optional(),
  bet: z.strictObject({ acceptedLossPerMonth: whole, because: words.optional() }).optional(),
  owner: text.optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  reviewBy: day.optional(),
});

const budget = z.strictObject({
  code,
  subject: z.enum(["person", "team", "site", "customer"]),
  gestures: codes,
  reasons: codes,
  measure: z.enum(["amount", "count"]),
  window: z.union([z.enum(["day", "week", "month"]), z.strictObject({ rollingDays: z.int().min(1).max(3660) })]),
  limits: z.array(z.strictObject({ role: z.union([z.literal("*"), code], { error: "bad_code" }), limit: whole })),
  onExceed: z.enum(["escalate", "block"]).default("escalate"),
});

const policyTest = z.strictObject({
  name: text,
  request: z.record(z.string(), z.unknown()),
  actor: z.strictObject({
    role: code.optional(),
    roles: codes,
    department: code.optional(),
    site: code.optional(),
    level: whole.optional(),
    tenureDays: whole.optional(),
    courses: codes,
  }),
  now: z.iso.datetime({ offset: true }).optional(),
  caseTotal: whole.optional(),
  usage: z.record(z.string(), whole).optional(),
  expect: z.strictObject({
    outcome: z.enum(["granted", "escalated", "refused"]).optional(),
    reason: text.optional(),
    rule: code.optional(),
    limit: whole.optional(),
    room: whole.optional(),
    binding: code.optional(),
  }),
});

/**
 * The shape of a policy document once absent (`null`) members are left out. Amounts are minor units of `currency`,
 * days are `YYYY-MM-DD` in `timeZone`, ranges are `min` ≤ x < `below`. Checks that need more than one member at a time
 * are in domain/check-policy.ts.
 */
export const policyShape = z.strictObject({
  currency: z.string().refine(isCurrency, { error: "unknown_currency" }),
  timeZone: z.string().refine(isTimeZone, { error: "unknown_time_zone" }),
  lastResort: code.default("leader"),
  gestures: z.array(gesture),
  reasons: z.array(named).default([]),
  channels: z.array(named).default([]),
  tiers: z.array(named).default([]),
  flags: z.array(named).default([]),
  caseGroups: z.array(z.array(code)).default([]),
  rules: z.array(rule),
  escalation: escalation.optional(),
  exceptions: z.array(z.strictObject({ role: code, perCase: whole.optional() })).default([]),
  budgets: z.array(budget).default([]),
  sayings: z
    .strictObject({
      refused: words.optional(),
      escalated: words.optional(),
      declined: words.optional(),
      expired: words.optional(),
      noRule: words.optional(),
    })
    .default({}),
  tests: z.array(policyTest).default([]),
});

/** A checked policy document: no `null`, lists that may be left out at the top filled in with `[]`. */
export type PolicyDocument = z.output<typeof policyShape>;
export type PolicyRule = PolicyDocument["rules"][number];
export type PolicyBudget = PolicyDocument["budgets"][number];
export type PolicyEscalation = NonNullable<PolicyDocument["escalation"]>;
export type PolicyTest = PolicyDocument["tests"][number];
/** A text in Vietnamese and English; a missing language is a finding of the lint, not a fault. */
export type Words = z.output<typeof words>;
/** A text in both languages, as screens show it. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}
export type Duties = z.output<typeof duties>;

/** True for a zone of the IANA database; fixed offsets are no zones, they have no calendar of their own. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    localDay(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}
