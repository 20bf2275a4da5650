/** Random policies, requests and facts over domains so small that rules, ranges and budgets meet all the time. */
import fc from "fast-check";
import type { PolicyBudget, PolicyRule } from "../schemas.ts";
import type { DecisionRequest, Facts } from "./verdict.ts";

export const domain = {
  gestures: ["call", "refund", "voucher"],
  valued: ["refund", "voucher"],
  unvalued: ["call"],
  reasons: ["delay", "fault"],
  channels: ["phone", "store"],
  tiers: ["standard", "gold"],
  flags: ["family", "fraud"],
  roles: ["agent", "lead"],
  departments: ["D1", "D2"],
  sites: ["S1", "S2"],
  courses: ["C1", "C2"],
  days: ["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"],
} as const;

/** Mostly absent, so that scopes stay wide enough to be met. */
const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const some = (codes: readonly string[]) => fc.subarray([...codes], { minLength: 1 });
const small = fc.integer({ min: 0, max: 6 });
const range = fc
  .tuple(rarely(fc.integer({ min: 0, max: 3 })), rarely(fc.integer({ min: 1, max: 5 })))
  .filter(([min, below]) => (min ?? 0) < (below ?? Infinity))
  .map(([min, below]) => ({ ...(min !== undefined && { min }), ...(below !== undefined && { below }) }));

const who = fc.record(
  {
    roles: rarely(some(domain.roles)),
    departments: rarely(some(domain.departments)),
    sites: rarely(some(domain.sites)),
    level: rarely(range),
    tenureDays: rarely(range),
    courses: rarely(some(domain.courses)),
  },
  { requiredKeys: [] },
);
const when = fc.record(
  {
    reasons: rarely(some(domain.reasons)),
    channels: rarely(some(domain.channels)),
    tiers: rarely(some(domain.tiers)),
    lifetimeValue: rarely(range),
    orderValue: rarely(range),
    daysSincePurchase: rarely(range),
    flags: rarely(fc.record({ any: some(domain.flags) })),
    proactive: rarely(fc.boolean()),
  },
  { requiredKeys: [] },
);
const validity = fc
  .tuple(rarely(fc.constantFrom(...domain.days)), rarely(fc.constantFrom(...domain.days)))
  .filter(([from, to]) => from === undefined || to === undefined || from < to)
  .map(([validFrom, validTo]) => ({ ...(validFrom && { validFrom }), ...(validTo && { validTo }) }));
const duties = fc.record({ note: fc.boolean(), evidence: fc.boolean(), secondPersonAbove: small }, { requiredKeys: [] });
const limit = fc.oneof(
  fc.record({ perCase: small }),
  fc.record({ percentOfOrder: fc.constantFrom(1, 33, 50, 100) }),
  fc.record({ perCase: small, percentOfOrder: fc.constantFrom(25, 100) }),
);

const scope = fc.record({ who, when }, { requiredKeys: [] });
const rule: fc.Arbitrary<Omit<PolicyRule, "code">> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(scope, validity, limit, rarely(duties), some(domain.valued)).map(([box, days, given, asked, gestures]) => ({ effect: "grant" as const, gestures, limit: given, ...(asked && { duties: asked }), ...box, ...days })) },
  { weight: 3, arbitrary: fc.tuple(scope, validity, rarely(duties), some(domain.unvalued)).map(([box, days, asked, gestures]) => ({ effect: "grant" as const, gestures, ...(asked && { duties: asked }), ...box, ...days })) },
  { weight: 1, arbitrary: fc.tuple(scope, validity, rarely(some(domain.gestures))).map(([box, days, gestures]) => ({ effect: "prohibit" as const, ...(gestures && { gestures }), ...box, ...days })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(scope, validity, rarely(some(domain.gestures)), duties)
      .map(([box, days, gestures, asked]) => ({ effect: "require" as const, ...(gestures && { gestures }), duties: { ...asked, evidence: asked.evidence === true || asked.note !== true }, ...box, ...days })),
  },
);
const budget: fc.Arbitrary<Omit<PolicyBudget, "code">> = fc.record({
  subject: fc.constantFrom("person" as const, "team" as const, "site" as const, "customer" as const),
  gestures: fc.oneof(fc.constant<string[]>([]), some(domain.gestures)),
  reasons: fc.oneof(fc.constant<string[]>([]), some(domain.reasons)),
  measure: fc.constantFrom("amount" as const, "count" as const),
  window: fc.constantFrom("day" as const, "week" as const, "month" as const, { rollingDays: 30 }),
  limits: fc.subarray(["agent", "lead", "*"]).chain((roles) => fc.tuple(...roles.map((role) => small.map((value) => ({ role, limit: value }))))),
  onExceed: fc.constantFrom("escalate" as const, "block" as const),
});

/** Rules and budgets get their codes by position; codes of rules are shuffled by `salt` so order and code differ. */
const coded = <T extends object>(entries: readonly T[], prefix: string) =>
  entries.map((entry, at) => ({ code: `${prefix}${(at * 7) % 10}${at}`, ...entry }));

export interface RandomDocument {
  readonly rules: readonly (Omit<PolicyRule, "code"> & { readonly code: string })[];
  readonly budgets: readonly (Omit<PolicyBudget, "code"> & { readonly code: string })[];
  readonly [key: string]: unknown;
}

/** A policy document with up to `rules` rules and three budgets. */
export function documents(rules = 9): fc.Arbitrary<RandomDocument> {
  return fc.tuple(fc.array(rule, { minLength: 1, maxLength: rules, size: "max" }), fc.array(budget, { maxLength: 3, size: "max" })).map(([written, counted]) => ({
    ...vocabulary,
    rules: coded(written, "R"),
    budgets: coded(counted, "B"),
  }));
}

/** The vocabulary of {@link domain} as a document without rules. */
export const vocabulary = {
  currency: "VND",
  timeZone: "Asia/Ho_Chi_Minh",
  gestures: domain.gestures.map((code) => ({ code, valued: !(domain.unvalued as readonly string[]).includes(code) })),
  reasons: domain.reasons.map((code) => ({ code })),
  channels: domain.channels.map((code) => ({ code })),
  tiers: domain.tiers.map((code) => ({ code })),
  flags: domain.flags.map((code) => ({ code })),
};

const amounts = (value: fc.Arbitrary<number>) => value.map((minor) => ({ minor, currency: "VND" }));
const orNone = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant("none" as const) }, { weight: 1, arbitrary: fc.constant(undefined) }, { weight: 5, arbitrary: value });
const customer = fc.record({ ref: seldom(fc.constant("C-1")), tier: seldom(fc.constantFrom(...domain.tiers)), lifetimeValue: seldom(amounts(small)) });
const order = fc.record({ ref: seldom(fc.constant("O-1")), value: seldom(amounts(fc.integer({ min: 0, max: 12 }))), daysSincePurchase: seldom(small) });

/** A well-formed request. */
export const requests: fc.Arbitrary<DecisionRequest> = fc
  .record({
    gesture: fc.constantFrom(...domain.gestures),
    reason: fc.constantFrom(...domain.reasons),
    channel: fc.constantFrom(...domain.channels),
    proactive: seldom(fc.boolean()),
    amount: amounts(fc.integer({ min: 1, max: 7 })),
    customer: orNone(customer),
    order: orNone(order),
    flags: seldom(fc.subarray([...domain.flags])),
  })
  .map(({ amount, ...rest }) => ((domain.valued as readonly string[]).includes(rest.gesture) ? { ...rest, amount } : rest));

/** Well-formed facts; budget codes as {@link documents} makes them. */
export const factSets: fc.Arbitrary<Facts> = fc.record({
  now: fc.constantFrom("2026-11-21T16:59:59.999Z", "2026-11-21T17:00:00Z", "2026-11-22T03:00:00Z", "2026-11-23T00:00:00+07:00"),
  actor: fc.record({
    roles: fc.subarray([...domain.roles, "temp"], { minLength: 1 }),
    department: seldom(fc.constantFrom(...domain.departments, "none")),
    site: seldom(fc.constantFrom(...domain.sites, "none")),
    level: seldom(small),
    tenureDays: seldom(small),
    courses: fc.subarray([...domain.courses]),
  }),
  caseTotal: seldom(fc.integer({ min: 0, max: 4 })),
  usage: seldom(fc.record({ B00: small, B71: small, B42: small }, { requiredKeys: [] })),
});
