import { readInstant } from "./instant.ts";
import { join, type Report } from "./faults.ts";
import { readRequestExtras } from "./request-extras.ts";
import { integer, keysWithin, record, text, textList } from "./readers.ts";

/** A fact about somebody or something: undefined is unknown, null is known not to exist (a walk-in's tier). */
export type Fact<T> = T | undefined | null;

/** A request and its facts, checked and flat. Amounts are minor units of the policy's currency. */
export interface Situation {
  readonly gesture: string;
  readonly reason: string;
  readonly channel: string;
  readonly proactive: boolean;
  readonly amount: number | null;
  readonly tier: Fact<string>;
  readonly lifetimeValue: Fact<number>;
  readonly customerRef: Fact<string>;
  readonly orderValue: Fact<number>;
  readonly daysSincePurchase: Fact<number>;
  readonly flags: readonly string[] | undefined;
  readonly roles: readonly string[];
  readonly courses: readonly string[];
  readonly department: string | undefined;
  readonly site: string | undefined;
  readonly level: number | undefined;
  readonly tenureDays: number | undefined;
  /** Milliseconds since 1970. */
  readonly instant: number;
  readonly caseTotal: number;
  /** Consumed by budget code; every member is a count, or absent. */
  readonly usage: Readonly<Record<string, unknown>>;
}

/** The codes a request may use, and which gestures have an amount. */
export interface Vocabulary {
  readonly currency: string;
  readonly gestures: ReadonlyMap<string, boolean>;
  readonly reasons: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly tiers: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
}

export type RequestPart = Pick<
  Situation,
  | "gesture"
  | "reason"
  | "channel"
  | "proactive"
  | "amount"
  | "tier"
  | "lifetimeValue"
  | "customerRef"
  | "orderValue"
  | "daysSincePurchase"
  | "flags"
>;
export type FactsPart = Omit<Situation, keyof RequestPart>;

const customerKeys: ReadonlySet<string> = new Set(["ref", "phone", "tier", "lifetimeValue"]);
const orderKeys: ReadonlySet<string> = new Set(["ref", "value", "daysSincePurchase"]);
const moneyKeys: ReadonlySet<string> = new Set(["minor", "currency"]);
const factsKeys: ReadonlySet<string> = new Set(["now", "actor", "caseTotal", "usage"]);
const actorKeys: ReadonlySet<string> = new Set(["roles", "department", "site", "level", "tenureDays", "courses"]);
const nothing: Readonly<Record<string, unknown>> = {};

/**
 * Reads a request, each member once.
 * @param vocabulary null checks the shape alone
 * @param report is told of each fault; it may throw to stop at the first
 */
export function readRequest(value: unknown, vocabulary: Vocabulary | null, report: Report): RequestPart {
  const request = record(value, "", report);
  const gesture = known(request.gesture, "gesture", vocabulary?.gestures, "unknown_gesture", report);
  const reason = known(request.reason, "reason", vocabulary?.reasons, "unknown_reason", report);
  const channel = known(request.channel, "channel", vocabulary?.channels, "unknown_channel", report);
  const proactive = request.proactive ?? false;
  if (typeof proactive !== "boolean") report("proactive", "wrong_type", { expected: "boolean" });
  const amount = readMoney(request.amount, "amount", 1, vocabulary, report) ?? null;
  const valued = vocabulary?.gestures.get(gesture);
  if (valued === true && amount === null) report("amount", "amount_missing");
  if (valued === false && amount !== null) report("amount", "amount_not_allowed");

  const customer = part(request.customer, "customer", customerKeys, report);
  const order = part(request.order, "order", orderKeys, report);
  const flags = textList(request.flags, "flags", report, 1000);
  if (vocabulary !== null && flags !== undefined) {
    flags.forEach((flag, index) => {
      if (!vocabulary.flags.has(flag)) report(join("flags", index), "unknown_flag", { code: flag });
    });
  }
  readRequestExtras(request, report);
  if (customer) text(customer.phone, "customer.phone", report, 64);
  if (order) text(order.ref, "order.ref", report, 200);

  return {
    gesture,
    reason,
    channel,
    proactive: proactive === true,
    amount,
    tier: customer && readTier(customer.tier, vocabulary, report),
    lifetimeValue: customer && readMoney(customer.lifetimeValue, "customer.lifetimeValue", 0, vocabulary, report),
    customerRef: customer && text(customer.ref, "customer.ref", report, 200),
    orderValue: order && readMoney(order.value, "order.value", 0, vocabulary, report),
    daysSincePurchase: order && integer(order.daysSincePurchase, "order.daysSincePurchase", 0, report),
    flags,
  };
}

/** Reads the facts, each member once; `report` as for {@link readRequest}. */
export function readFacts(value: unknown, report: Report): FactsPart {
  const facts = record(value, "", report);
  keysWithin(facts, factsKeys, "", report);
  const actor = record(facts.actor, "actor", report);
  keysWithin(actor, actorKeys, "actor", report);
  const roles = textList(actor.roles, "actor.roles", report, 1000);
  if (roles === undefined) report("actor.roles", "required");
  else if (roles.length === 0) report("actor.roles", "empty");
  const courses = textList(actor.courses, "actor.courses", report, 10_000);
  if (courses === undefined) report("actor.courses", "required");
  return {
    roles: roles ?? [],
    courses: courses ?? [],
    department: text(actor.department, "actor.department", report, 200),
    site: text(actor.site, "actor.site", report, 200),
    level: integer(actor.level, "actor.level", 0, report),
    tenureDays: integer(actor.tenureDays, "actor.tenureDays", 0, report),
    instant: readInstant(facts.now, "now", report),
    caseTotal: integer(facts.caseTotal, "caseTotal", 0, report) ?? 0,
    usage: readUsage(facts.usage, report),
  };
}

/** Joins what was read. Written out because spreading two objects of this size costs tens of microseconds in V8. */
export function situationOf(request: RequestPart, facts: FactsPart): Situation {
  return {
    gesture: request.gesture,
    reason: request.reason,
    channel: request.channel,
    proactive: request.proactive,
    amount: request.amount,
    tier: request.tier,
    lifetimeValue: request.lifetimeValue,
    customerRef: request.customerRef,
    orderValue: request.orderValue,
    daysSincePurchase: request.daysSincePurchase,
    flags: request.flags,
    roles: facts.roles,
    courses: facts.courses,
    department: facts.department,
    site: facts.site,
    level: facts.level,
    tenureDays: facts.tenureDays,
    instant: facts.instant,
    caseTotal: facts.caseTotal,
    usage: facts.usage,
  };
}

/** The member as a record; `"none"` is null, absent is undefined. */
function part(value: unknown, path: string, keys: ReadonlySet<string>, report: Report): Fact<Record<string, unknown>> {
  if (value === undefined || value === null) return undefined;
  if (value === "none") return null;
  const members = record(value, path, report);
  keysWithin(members, keys, path, report);
  return members;
}

function known(
  value: unknown,
  path: string,
  codes: { has(code: string): boolean } | undefined,
  unknown: "unknown_gesture" | "unknown_reason" | "unknown_channel",
  report: Report,
): string {
  const code = text(value, path, report, 200);
  if (code === undefined) {
    if (value === undefined || value === null) report(path, "required");
    return "";
  }
  if (codes !== undefined && !codes.has(code)) report(path, unknown, { code });
  return code;
}

function readTier(value: unknown, vocabulary: Vocabulary | null, report: Report): string | undefined {
  const tier = text(value, "customer.tier", report, 200);
  if (tier !== undefined && vocabulary !== null && !vocabulary.tiers.has(tier)) {
    report("customer.tier", "unknown_tier", { code: tier });
  }
  return tier;
}

function readMoney(value: unknown, path: string, least: number, vocabulary: Vocabulary | null, report: Report): number | undefined {
  if (value === undefined || value === null) return undefined;
  const amount = record(value, path, report);
  keysWithin(amount, moneyKeys, path, report);
  const { minor: given, currency } = amount;
  const minor = integer(given, `${path}.minor`, least, report);
  if (minor === undefined && (given === undefined || given === null)) report(`${path}.minor`, "required");
  if (typeof currency !== "string") report(`${path}.currency`, "required");
  else if (vocabulary !== null && currency !== vocabulary.currency) {
    report(`${path}.currency`, "currency_mismatch", { currency: vocabulary.currency });
  }
  return minor;
}

function readUsage(value: unknown, report: Report): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return nothing;
  const usage = record(value, "usage", report);
  for (const code in usage) {
    const used = usage[code];
    if (typeof used === "number" && used >= 0 && Number.isSafeInteger(used)) continue;
    integer(used, join("usage", code), 0, report);
  }
  return usage;
}

/** What is consumed of a budget, in its unit; nothing is left of one whose entry cannot be trusted. */
export function usedOf({ usage }: Situation, code: string): number {
  if (!Object.hasOwn(usage, code)) return 0;
  const used = usage[code];
  if (used === undefined || used === null) return 0;
  return typeof used === "number" && used >= 0 ? used + 0 : Infinity;
}
