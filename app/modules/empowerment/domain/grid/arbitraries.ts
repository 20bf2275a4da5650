/** Small policies of which every situation can be tried, and all of their situations: what the grid is held against. */
import fc from "fast-check";
import { documents, domain, type RandomDocument } from "../arbitraries.ts";
import { compilePolicy, type CompiledPolicy } from "../compile.ts";
import type { DecisionRequest, Facts } from "../verdict.ts";

const dimensions = [
  ...["departments", "sites", "level", "tenureDays", "courses", "reasons", "channels", "tiers", "lifetimeValue", "orderValue", "daysSincePurchase"],
  ...["flags", "proactive", "validity", "percent", "budgets", "duties"],
] as const;
type Rule = RandomDocument["rules"][number];

const some = (codes: readonly string[]) => fc.subarray([...codes], { minLength: 1 });
const range = fc
  .tuple(fc.constantFrom(undefined, 1, 2, 3), fc.constantFrom(undefined, 2, 3, 4))
  .filter(([min, below]) => (min ?? 0) < (below ?? Infinity))
  .map(([min, below]) => ({ ...(min !== undefined && { min }), ...(below !== undefined && { below }) }));
/** What a rule may say in each dimension of a scope. */
const scopes = {
  departments: some(domain.departments),
  sites: some(domain.sites),
  level: range,
  tenureDays: range,
  courses: some(domain.courses),
  reasons: some(domain.reasons),
  channels: some(domain.channels),
  tiers: some(domain.tiers),
  lifetimeValue: range,
  orderValue: range,
  daysSincePurchase: range,
  flags: some(domain.flags).map((any) => ({ any })),
  proactive: fc.boolean(),
} as const;
const OF_PEOPLE = new Set(["departments", "sites", "level", "tenureDays", "courses"]);
/** What is drawn for a rule besides: whether it says something in each dimension, and what. */
const extras = fc.record({ roles: fc.constantFrom(undefined, ["agent"], ["lead"]), says: fc.record(scopes), silent: fc.subarray(Object.keys(scopes), { maxLength: 5 }) });

type Extra = typeof extras extends fc.Arbitrary<infer T> ? T : never;

function reduced(rule: Rule, { roles, says, silent }: Extra, kept: ReadonlySet<string>, gesture: string): Rule {
  const { validFrom, validTo, duties, limit, effect, code } = rule;
  const least = limit?.perCase ?? limit?.percentOfOrder;
  const said = Object.entries(says).filter(([dim]) => kept.has(dim) && !silent.includes(dim));
  return {
    code,
    effect,
    gestures: [gesture],
    who: { ...(roles !== undefined && { roles }), ...Object.fromEntries(said.filter(([dim]) => OF_PEOPLE.has(dim))) },
    when: Object.fromEntries(said.filter(([dim]) => !OF_PEOPLE.has(dim))),
    ...(kept.has("validity") && validFrom !== undefined && { validFrom }),
    ...(kept.has("validity") && validTo !== undefined && { validTo }),
    ...(limit !== undefined && gesture !== "call" && { limit: kept.has("percent") ? limit : { perCase: least ?? 0 } }),
    ...(effect === "require" ? { duties } : kept.has("duties") && duties !== undefined && { duties }),
  } as Rule;
}

export interface SmallPolicy {
  readonly document: RandomDocument;
  readonly policy: CompiledPolicy;
  /** Dimensions that rules may use. */
  readonly kept: ReadonlySet<string>;
  readonly gesture: string;
}

/** Policies for one gesture whose rules use at most `most` dimensions besides the role, and `always` these. */
export function smallPolicies(rules = 5, most = 3, always: readonly (typeof dimensions)[number][] = []): fc.Arbitrary<SmallPolicy> {
  const drawn = fc.array(extras, { minLength: rules, maxLength: rules });
  return fc.tuple(documents(rules), drawn, fc.subarray([...dimensions], { minLength: 1, maxLength: most }), fc.constantFrom("refund", "refund", "call")).map(([document, more, dims, gesture]) => {
    const kept = new Set<string>([...dims, ...always]);
    const written = document.rules.filter((rule) => rule.effect !== "grant" || (rule.gestures?.[0] === "call") === (gesture === "call"));
    const small = { ...document, rules: written.map((rule, at) => reduced(rule, more[at] as Extra, kept, gesture)), budgets: kept.has("budgets") ? document.budgets : [] };
    return { document: small, policy: compilePolicy(small), kept, gesture };
  });
}

const money = (minor: number) => ({ minor, currency: "VND" });
const numbers = [0, 1, 2, 3, 4, 5];
/** Around all values at which a percentage of an order reaches or leaves an amount of these policies. */
const orderValues = [...Array.from({ length: 26 }, (_, value) => value), 99, 100, 101, 199, 200, 299, 300, 399, 400, 499, 500, 599, 600, 699, 700, 701];

/** Every situation of a small policy that its rules tell apart, for each role by itself; unused dimensions stay as they are. */
export function* situationsOf({ kept, gesture, document }: SmallPolicy): Generator<{ request: DecisionRequest; facts: Facts }> {
  const among = <T>(dim: string, values: readonly T[], otherwise: T): readonly T[] => (kept.has(dim) ? values : [otherwise]);
  const budgets = document.budgets;
  const byReason = budgets.some(({ reasons }) => (reasons ?? []).length > 0);
  const bySubject = (subject: string) => budgets.some((budget) => budget.subject === subject);
  const values = kept.has("percent") ? orderValues : kept.has("orderValue") ? numbers : [];

  const customers: DecisionRequest["customer"][] = ["none"];
  if (kept.has("tiers") || kept.has("lifetimeValue") || bySubject("customer")) {
    for (const tier of among("tiers", [undefined, ...domain.tiers], undefined))
      for (const value of among("lifetimeValue", [undefined, ...numbers], undefined))
        for (const ref of bySubject("customer") ? [undefined, "C-1"] : ["C-1"]) {
          customers.push({ ref, ...(tier !== undefined && { tier }), ...(value !== undefined && { lifetimeValue: money(value) }) });
        }
  }
  const orders: DecisionRequest["order"][] = ["none"];
  if (values.length > 0 || kept.has("daysSincePurchase")) {
    for (const value of [undefined, ...values])
      for (const days of among("daysSincePurchase", [undefined, ...numbers], undefined)) {
        orders.push({ ...(value !== undefined && { value: money(value) }), ...(days !== undefined && { daysSincePurchase: days }) });
      }
  }
  const flags = among<readonly string[] | undefined>("flags", [undefined, [], ["family"], ["fraud"], ["family", "fraud"]], []);
  const days = kept.has("validity") ? ["2026-11-20", ...domain.days, "2026-11-25"] : ["2026-11-22"];
  for (const role of ["agent", "lead", "temp"])
    for (const department of among("departments", [undefined, "none", ...domain.departments], "none"))
      for (const site of kept.has("sites") || bySubject("site") ? [undefined, "none", ...domain.sites, "S9"] : ["none"])
        for (const level of among<number | undefined>("level", [undefined, ...numbers], 0))
          for (const tenureDays of among<number | undefined>("tenureDays", [undefined, ...numbers], 0))
            for (const courses of among<readonly string[]>("courses", [[], ["C1"], ["C2"], ["C1", "C2"]], []))
              for (const day of days) {
                const facts: Facts = { now: `${day}T05:00:00Z`, actor: { roles: [role], department, site, level, tenureDays, courses } };
                for (const reason of kept.has("reasons") || byReason ? domain.reasons : ["delay"])
                  for (const channel of among("channels", domain.channels, "phone"))
                    for (const proactive of among("proactive", [false, true], false))
                      for (const customer of customers)
                        for (const order of orders)
                          for (const flagged of flags) {
                            yield { request: { gesture, reason, channel, proactive, customer, order, flags: flagged, ...(gesture !== "call" && { amount: money(1) }) }, facts };
                          }
              }
}

/** The situations of a small policy, or null when there are more than `most`. */
export function allSituations(small: SmallPolicy, most: number): { request: DecisionRequest; facts: Facts }[] | null {
  const found = [];
  for (const situation of situationsOf(small)) {
    if (found.length >= most) return null;
    found.push(situation);
  }
  return found;
}

/** The same request for another amount; one without amount stays as it is. */
export function asking(request: DecisionRequest, minor: number): DecisionRequest {
  return request.amount === undefined ? request : { ...request, amount: money(minor) };
}
