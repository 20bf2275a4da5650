/**
 * The specification in code: what a policy answers, written to be read from top to bottom and never to be fast. It
 * shares nothing with the compiled evaluator but the types, so that each can be held against the other. It expects a
 * checked document and a well-formed request with its facts; amounts are minor units of the policy's currency.
 */
import { localDay } from "#kernel/period.ts";
import type { PolicyBudget, PolicyDocument, PolicyRule } from "../schemas.ts";
import type { DecisionRequest, Facts, Verdict } from "./verdict.ts";

type Truth = "yes" | "unknown" | "no";
interface Context {
  readonly document: PolicyDocument;
  readonly request: DecisionRequest;
  readonly facts: Facts;
  readonly valued: boolean;
}
type RoleAnswer = Verdict & { readonly role: string };

/** The verdict of steps 0 to 7 on a well-formed request. */
export function referenceEvaluate(document: PolicyDocument, request: DecisionRequest, facts: Facts): Verdict {
  const valued = document.gestures.some(({ code, valued: has }) => code === request.gesture && has);
  const context: Context = { document, request, facts, valued };
  const unknown = unknownFacts(context);
  const nothing = valued ? 0 : null;

  // Step 1: a prohibition in any role held decides, a sure one before one that maybe holds.
  const prohibitions = rulesInForce(context).filter(({ effect }) => effect === "prohibit");
  for (const [truth, outcome, reason] of [["yes", "refused", "forbidden_by_rule"], ["unknown", "escalated", "fact_unknown"]] as const) {
    const holding = prohibitions.filter((rule) => scopeHolds(rule, context, facts.actor.roles) === truth);
    const [rule] = holding.map(({ code }) => code).sort();
    if (rule === undefined) continue;
    const duties = { note: false, evidence: false };
    return { outcome, reason, role: null, rule, limit: nothing, room: nothing, binding: null, secondPersonAbove: null, duties, unknown };
  }

  // Step 2: each role by itself; the best answers.
  const answers = facts.actor.roles.map((role): RoleAnswer => ({ ...answerOfRole(context, role), role, unknown }));
  const order = ["granted", "escalated", "refused"];
  answers.sort(
    (a, b) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) ||
      (b.room ?? 0) - (a.room ?? 0) ||
      Number(a.reason === "no_rule_covers") - Number(b.reason === "no_rule_covers") ||
      (a.role < b.role ? -1 : 1),
  );
  return answers[0] as Verdict;
}

function answerOfRole(context: Context, role: string): Omit<Verdict, "role" | "unknown"> {
  const { facts, request, valued } = context;
  const rules = rulesInForce(context);
  const holds = (rule: PolicyRule) => scopeHolds(rule, context, [role]);
  const grants = rules.filter(({ effect }) => effect === "grant");
  const sure = grants.filter((rule) => holds(rule) === "yes");
  const maybe = grants.filter((rule) => holds(rule) === "unknown");
  const requires = rules.filter((rule) => rule.effect === "require" && holds(rule) !== "no");

  // Step 4, duties: each among the sure grants that state it; maybe grants and require rules add. Without a sure grant
  // those of require rules.
  const resolved = <T>(stated: (rule: PolicyRule) => T | undefined): T[] => {
    const stating = sure.filter((rule) => stated(rule) !== undefined);
    const granting = sure.length === 0 ? [] : [...mostSpecific(stating), ...maybe];
    return [...granting, ...requires].map(stated).filter((value) => value !== undefined);
  };
  const thresholds = resolved((rule) => rule.duties?.secondPersonAbove);
  const secondPersonAbove = thresholds.length === 0 ? null : Math.min(...thresholds);
  const duties = {
    note: resolved((rule) => rule.duties?.note).includes(true),
    evidence: resolved((rule) => rule.duties?.evidence).includes(true),
  };

  // Step 3: nothing surely grants.
  if (sure.length === 0) {
    const onlyCourses = grants.some((rule) => scopeHolds({ ...rule, who: { ...rule.who, courses: [] } }, context, [role]) === "yes");
    const reason = maybe.length > 0 ? "fact_unknown" : onlyCourses ? "training_required" : "no_rule_covers";
    const nothing = valued ? 0 : null;
    return { outcome: "escalated", reason, rule: null, limit: nothing, room: nothing, binding: null, secondPersonAbove, duties };
  }

  const left = mostSpecific(sure);
  const budgets = budgetsBinding(context, role);
  if (!valued) {
    // Step 7 without amount: a full budget by number stops it.
    const full = budgets.filter(({ left: remaining }) => remaining === 0);
    const kinds = [
      ["refused", "over_budget", full.filter(({ known, budget }) => known && budget.onExceed === "block")],
      ["escalated", "over_budget", full.filter(({ known }) => known)],
      ["escalated", "fact_unknown", full],
    ] as const;
    const rest = { rule: smallest(left), limit: null, room: null, secondPersonAbove, duties };
    for (const [outcome, reason, stopping] of kinds) {
      if (stopping.length > 0) return { outcome, reason, binding: smallest(stopping.map(({ budget }) => budget)), ...rest };
    }
    return { outcome: "granted", reason: "within_case_limit", binding: null, ...rest };
  }

  // Steps 4 and 5: the least limit of the sure grants left and of every maybe grant.
  const counted = [...left, ...maybe];
  const limit = Math.min(...counted.map((rule) => caseLimit(rule, context, false)));
  const rule = smallest(counted.filter((candidate) => caseLimit(candidate, context, false) === limit));
  const caseTotal = facts.caseTotal ?? 0;
  const caseLeft = Math.max(0, limit - caseTotal);

  // Step 7: room, binding, outcome.
  const amount = request.amount?.minor ?? 0;
  const room = Math.min(caseLeft, ...budgets.map((entry) => entry.left));
  const binding = caseLeft === room ? "case" : smallest(budgets.filter((entry) => entry.left === room).map(({ budget }) => budget));
  const rest = { rule, limit, room, secondPersonAbove, duties };
  if (amount <= room) {
    return secondPersonAbove !== null && amount > secondPersonAbove
      ? { outcome: "escalated", reason: "second_person_required", binding, ...rest }
      : { outcome: "granted", reason: "within_case_limit", binding, ...rest };
  }
  const known = budgets.filter((entry) => entry.known);
  const blocking = known.filter((entry) => entry.budget.onExceed === "block" && amount > entry.left);
  if (blocking.length > 0) {
    return { outcome: "refused", reason: "over_budget", binding: smallest(blocking.map(({ budget }) => budget)), ...rest };
  }
  const knownLimit = Math.min(...left.map((grant) => caseLimit(grant, context, true)));
  if (amount <= knownLimit - caseTotal && known.every((entry) => amount <= entry.left)) {
    return { outcome: "escalated", reason: "fact_unknown", binding, ...rest };
  }
  if (binding !== "case") return { outcome: "escalated", reason: "over_budget", binding, ...rest };
  return { outcome: "escalated", reason: amount > limit ? "over_case_limit" : "case_total_over_limit", binding, ...rest };
}

/** The rules for the request's gesture whose days hold today, the policy's calendar. */
function rulesInForce({ document, request, facts }: Context): PolicyRule[] {
  const today = localDay(new Date(facts.now), document.timeZone);
  return document.rules.filter(
    (rule) =>
      isAny(rule.gestures, request.gesture) &&
      (rule.validFrom === undefined || rule.validFrom <= today) &&
      (rule.validTo === undefined || today < rule.validTo),
  );
}

function isAny(set: readonly string[] | undefined, code: string): boolean {
  return set === undefined || set.length === 0 || set.includes(code);
}

/** Whether the scope holds for one of these roles: yes, no, or it depends on a fact that is absent. */
function scopeHolds(rule: PolicyRule, { request, facts }: Context, roles: readonly string[]): Truth {
  const { who = {}, when = {} } = rule;
  const { actor } = facts;
  const customer = request.customer ?? undefined;
  const order = request.order ?? undefined;
  const ofCustomer = <T>(value: T | null | undefined) => (customer === "none" ? "none" : (value ?? undefined));
  const ofOrder = <T>(value: T | null | undefined) => (order === "none" ? "none" : (value ?? undefined));
  const details = typeof customer === "object" ? customer : {};
  const bought = typeof order === "object" ? order : {};

  const conditions: Truth[] = [
    truth(roles.some((role) => isAny(who.roles, role))),
    truth((who.courses ?? []).every((course) => actor.courses.includes(course))),
    among(who.departments, actor.department ?? undefined),
    among(who.sites, actor.site ?? undefined),
    between(who.level, actor.level ?? undefined),
    between(who.tenureDays, actor.tenureDays ?? undefined),
    among(when.reasons, request.reason),
    among(when.channels, request.channel),
    among(when.tiers, ofCustomer(details.tier)),
    between(when.lifetimeValue, ofCustomer(details.lifetimeValue?.minor)),
    between(when.orderValue, ofOrder(bought.value?.minor)),
    between(when.daysSincePurchase, ofOrder(bought.daysSincePurchase)),
    flagged(when.flags?.any, request.flags ?? undefined),
    truth(when.proactive === undefined || when.proactive === (request.proactive ?? false)),
  ];
  if (conditions.includes("no")) return "no";
  return conditions.includes("unknown") ? "unknown" : "yes";
}

function truth(holds: boolean): Truth {
  return holds ? "yes" : "no";
}

function among(set: readonly string[] | undefined, fact: string | undefined): Truth {
  if (set === undefined || set.length === 0) return "yes";
  return fact === undefined ? "unknown" : truth(set.includes(fact));
}

function flagged(any: readonly string[] | undefined, flags: readonly string[] | undefined): Truth {
  if (any === undefined || any.length === 0) return "yes";
  return flags === undefined ? "unknown" : truth(flags.some((flag) => any.includes(flag)));
}

type Range = { readonly min?: number | undefined; readonly below?: number | undefined } | undefined;

function between(range: Range, fact: number | "none" | undefined): Truth {
  const { min = 0, below } = range ?? {};
  if (min === 0 && below === undefined) return "yes";
  if (fact === undefined) return "unknown";
  return truth(fact !== "none" && fact >= min && (below === undefined || fact < below));
}

/** The rules that no other's scope lies strictly inside of. */
function mostSpecific(rules: readonly PolicyRule[]): PolicyRule[] {
  return rules.filter((rule) => !rules.some((other) => isWithin(other, rule) && !isWithin(rule, other)));
}

/** Whether each dimension of `inner`, as declared, allows no more than the same dimension of `outer`. */
function isWithin(inner: PolicyRule, outer: PolicyRule): boolean {
  const subset = (a: readonly string[] = [], b: readonly string[] = []) => b.length === 0 || (a.length > 0 && a.every((code) => b.includes(code)));
  const inside = (a: Range, b: Range) => (a?.min ?? 0) >= (b?.min ?? 0) && (a?.below ?? Infinity) <= (b?.below ?? Infinity);
  const { who: a = {}, when: c = {} } = inner;
  const { who: b = {}, when: d = {} } = outer;
  return (
    subset(inner.gestures, outer.gestures) &&
    subset(a.roles, b.roles) &&
    subset(a.departments, b.departments) &&
    subset(a.sites, b.sites) &&
    inside(a.level, b.level) &&
    inside(a.tenureDays, b.tenureDays) &&
    (b.courses ?? []).every((course) => a.courses?.includes(course)) &&
    subset(c.reasons, d.reasons) &&
    subset(c.channels, d.channels) &&
    subset(c.tiers, d.tiers) &&
    inside(c.lifetimeValue, d.lifetimeValue) &&
    inside(c.orderValue, d.orderValue) &&
    inside(c.daysSincePurchase, d.daysSincePurchase) &&
    subset(c.flags?.any, d.flags?.any) &&
    (d.proactive === undefined || c.proactive === d.proactive) &&
    (outer.validFrom === undefined || (inner.validFrom !== undefined && inner.validFrom >= outer.validFrom)) &&
    (outer.validTo === undefined || (inner.validTo !== undefined && inner.validTo <= outer.validTo))
  );
}

/** What a grant gives per case; `known` leaves out a percentage of an order whose value is unknown. */
function caseLimit(rule: PolicyRule, { request }: Context, known: boolean): number {
  const { perCase = Infinity, percentOfOrder } = rule.limit ?? {};
  if (percentOfOrder === undefined) return perCase;
  const value = typeof request.order === "object" ? request.order?.value?.minor : undefined;
  const isUnknown = value === undefined && request.order !== "none";
  if (isUnknown && known) return perCase;
  return Math.min(perCase, Number((BigInt(value ?? 0) * BigInt(percentOfOrder)) / 100n));
}

interface Binding {
  readonly budget: PolicyBudget;
  /** False when it is not known whose counter it is. */
  readonly known: boolean;
  /** Minor units, or all (Infinity) or nothing for a budget by number. */
  readonly left: number;
}

/** Step 6: the budgets that bind this request in this role, with what they leave. */
function budgetsBinding({ document, request, facts, valued }: Context, role: string): Binding[] {
  const { customer } = request;
  const usage = new Map(Object.entries(facts.usage ?? {}));
  return document.budgets.flatMap((budget) => {
    const covers = isAny(budget.gestures, request.gesture) && isAny(budget.reasons, request.reason) && (valued || budget.measure === "count");
    const row = budget.limits.find((entry) => entry.role === role) ?? budget.limits.find((entry) => entry.role === "*");
    const subjectless = (budget.subject === "customer" && customer === "none") || (budget.subject === "site" && facts.actor.site === "none");
    if (!covers || row === undefined || subjectless) return [];

    const site = budget.subject !== "site" || !isAbsent(facts.actor.site);
    const known = site && (budget.subject !== "customer" || (typeof customer === "object" && !isAbsent(customer?.ref)));
    const remaining = Math.max(0, row.limit - (usage.get(budget.code) ?? 0));
    return [{ budget, known, left: !known ? 0 : budget.measure === "count" && remaining > 0 ? Infinity : remaining }];
  });
}

/** The absent facts that a rule or a budget for this gesture asks about. */
function unknownFacts({ document, request, facts, valued }: Context): string[] {
  const { customer, order } = request;
  const rules = document.rules.filter((rule) => isAny(rule.gestures, request.gesture));
  const budgets = document.budgets.filter((budget) => isAny(budget.gestures, request.gesture) && (valued || budget.measure === "count"));
  const listed = (set: readonly string[] | undefined) => (set ?? []).length > 0;
  const bounded = (range: Range) => (range?.min ?? 0) > 0 || range?.below !== undefined;
  const of = <T extends object>(part: "none" | T | null | undefined, key: keyof T) => (part === "none" ? "none" : part?.[key]);
  const asked: Record<string, [absent: boolean, asks: boolean]> = {
    "actor.department": [isAbsent(facts.actor.department), rules.some(({ who }) => listed(who?.departments))],
    "actor.level": [isAbsent(facts.actor.level), rules.some(({ who }) => bounded(who?.level))],
    "actor.site": [isAbsent(facts.actor.site), rules.some(({ who }) => listed(who?.sites)) || budgets.some(({ subject }) => subject === "site")],
    "actor.tenureDays": [isAbsent(facts.actor.tenureDays), rules.some(({ who }) => bounded(who?.tenureDays))],
    "customer.lifetimeValue": [isAbsent(of(customer, "lifetimeValue")), rules.some(({ when }) => bounded(when?.lifetimeValue))],
    "customer.ref": [isAbsent(of(customer, "ref")), budgets.some(({ subject }) => subject === "customer")],
    "customer.tier": [isAbsent(of(customer, "tier")), rules.some(({ when }) => listed(when?.tiers))],
    flags: [isAbsent(request.flags), rules.some(({ when }) => listed(when?.flags?.any))],
    "order.daysSincePurchase": [isAbsent(of(order, "daysSincePurchase")), rules.some(({ when }) => bounded(when?.daysSincePurchase))],
    "order.value": [
      isAbsent(of(order, "value")),
      rules.some(({ when, limit }) => bounded(when?.orderValue) || (valued && limit?.percentOfOrder !== undefined)),
    ],
  };
  return Object.keys(asked).filter((path) => asked[path]?.every(Boolean)).sort();
}

function isAbsent(fact: unknown): boolean {
  return fact === undefined || fact === null;
}

function smallest(entries: readonly { readonly code: string }[]): string {
  return entries.map(({ code }) => code).sort()[0] ?? "";
}
