import { readInstant } from "./instant.ts";
import { join, type Report } from "./faults.ts";
import { readRequestExtras } from "./request-extras.ts";
import { integer, isWhole, keysWithin, record, text, textList } from "./readers.ts";

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
  /** Positions of the codes in the vocabulary; of no use where the situation has none. */
  readonly reasonAt: number;
  readonly channelAt: number;
  readonly tierAt: number;
}

/** The codes a request may use with their positions, and which gestures have an amount. */
export interface Vocabulary {
  readonly currency: string;
  readonly gestures: ReadonlyMap<string, boolean>;
  readonly reasons: Codes;
  readonly channels: Codes;
  readonly tiers: Codes;
  readonly flags: Codes;
}

export type Codes = ReadonlyMap<string, number>;

/** A situation while it is read: one object from the start, since joining two of this size costs more than reading them. */
export type SituationDraft = { -readonly [Member in keyof Situation]: Situation[Member] };

/** An empty situation for {@link readRequest} and {@link readFacts} to fill. */
export function draftSituation(): SituationDraft {
  return {
    gesture: "",
    reason: "",
    channel: "",
    proactive: false,
    amount: null,
    tier: undefined,
    lifetimeValue: undefined,
    customerRef: undefined,
    orderValue: undefined,
    daysSincePurchase: undefined,
    flags: undefined,
    roles: noTexts,
    courses: noTexts,
    department: undefined,
    site: undefined,
    level: undefined,
    tenureDays: undefined,
    instant: 0,
    caseTotal: 0,
    usage: nothing,
    reasonAt: -1,
    channelAt: -1,
    tierAt: -1,
  };
}

const customerKeys = ["ref", "phone", "tier", "lifetimeValue"];
const orderKeys = ["ref", "value", "daysSincePurchase"];
const moneyKeys = ["minor", "currency"];
const factsKeys = ["now", "actor", "caseTotal", "usage"];
const actorKeys = ["roles", "department", "site", "level", "tenureDays", "courses"];
const noTexts: readonly string[] = [];
const nothing: Readonly<Record<string, unknown>> = {};

/**
 * Reads a request into a situation, each member once.
 * @param vocabulary null checks the shape alone
 * @param report is told of each fault; it may throw to stop at the first
 */
export function readRequest(value: unknown, vocabulary: Vocabulary | null, report: Report, into: SituationDraft): void {
  const request = record(value, "", report);
  const { gesture, reason, channel } = request;
  const valued = readGesture(gesture, vocabulary, report);
  into.gesture = asCode(gesture);
  into.reason = asCode(reason);
  into.reasonAt = readCode(reason, "reason", vocabulary?.reasons, "unknown_reason", report);
  into.channel = asCode(channel);
  into.channelAt = readCode(channel, "channel", vocabulary?.channels, "unknown_channel", report);
  const proactive = request.proactive ?? false;
  if (typeof proactive !== "boolean") report("proactive", "wrong_type", { expected: "boolean" });
  into.proactive = proactive === true;
  const amount = readMoney(request.amount, "amount", 1, vocabulary, report) ?? null;
  into.amount = amount;
  if (valued === true && amount === null) report("amount", "amount_missing");
  if (valued === false && amount !== null) report("amount", "amount_not_allowed");
  readCustomer(request.customer, vocabulary, report, into);
  readOrder(request.order, vocabulary, report, into);
  const flags = textList(request.flags, "flags", report, 1000);
  into.flags = flags;
  if (vocabulary !== null && flags !== undefined) flagsWithin(flags, vocabulary.flags, report);
  readRequestExtras(request, report);
}

function readCustomer(value: unknown, vocabulary: Vocabulary | null, report: Report, into: SituationDraft): void {
  const customer = part(value, "customer", customerKeys, report);
  if (customer === null) {
    into.tier = null;
    into.lifetimeValue = null;
    into.customerRef = null;
  } else if (customer !== undefined) {
    const { tier } = customer;
    if (tier !== undefined && tier !== null) {
      into.tier = asCode(tier);
      into.tierAt = readCode(tier, "customer.tier", vocabulary?.tiers, "unknown_tier", report);
    }
    into.lifetimeValue = readMoney(customer.lifetimeValue, "customer.lifetimeValue", 0, vocabulary, report);
    into.customerRef = text(customer.ref, "customer.ref", report, 200);
    text(customer.phone, "customer.phone", report, 64);
  }
}

function readOrder(value: unknown, vocabulary: Vocabulary | null, report: Report, into: SituationDraft): void {
  const order = part(value, "order", orderKeys, report);
  if (order === null) {
    into.orderValue = null;
    into.daysSincePurchase = null;
  } else if (order !== undefined) {
    into.orderValue = readMoney(order.value, "order.value", 0, vocabulary, report);
    into.daysSincePurchase = integer(order.daysSincePurchase, "order.daysSincePurchase", 0, report);
    text(order.ref, "order.ref", report, 200);
  }
}

/** Reads the facts into a situation, each member once; `report` as for {@link readRequest}. */
export function readFacts(value: unknown, report: Report, into: SituationDraft): void {
  const facts = record(value, "", report);
  keysWithin(facts, factsKeys, "", report);
  const actor = record(facts.actor, "actor", report);
  keysWithin(actor, actorKeys, "actor", report);
  const roles = textList(actor.roles, "actor.roles", report, 1000);
  if (roles === undefined) report("actor.roles", "required");
  else if (roles.length === 0) report("actor.roles", "empty");
  else into.roles = roles;
  const courses = textList(actor.courses, "actor.courses", report, 10_000);
  if (courses === undefined) report("actor.courses", "required");
  else into.courses = courses;
  into.department = text(actor.department, "actor.department", report, 200);
  into.site = text(actor.site, "actor.site", report, 200);
  into.level = integer(actor.level, "actor.level", 0, report);
  into.tenureDays = integer(actor.tenureDays, "actor.tenureDays", 0, report);
  into.instant = readInstant(facts.now, "now", report);
  into.caseTotal = integer(facts.caseTotal, "caseTotal", 0, report) ?? 0;
  into.usage = readUsage(facts.usage, report);
}

/** The member as a record; `"none"` is null, absent is undefined. */
function part(value: unknown, path: string, keys: readonly string[], report: Report): Fact<Record<string, unknown>> {
  if (value === undefined || value === null) return undefined;
  if (value === "none") return null;
  const members = record(value, path, report);
  keysWithin(members, keys, path, report);
  return members;
}

function asCode(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The position of a code among those known; -1 when it is faulty, or none are known. */
function readCode(value: unknown, path: string, codes: Codes | undefined, unknown: "unknown_reason" | "unknown_channel" | "unknown_tier", report: Report): number {
  if (typeof value === "string") {
    const at = codes?.get(value);
    if (at !== undefined) return at;
  }
  if (value === undefined || value === null) report(path, "required");
  const code = text(value, path, report, 200);
  if (code !== undefined && codes !== undefined) report(path, unknown, { code });
  return -1;
}

/** Whether a gesture has an amount; undefined when it is faulty, or none are known. */
function readGesture(value: unknown, vocabulary: Vocabulary | null, report: Report): boolean | undefined {
  if (typeof value === "string") {
    const valued = vocabulary?.gestures.get(value);
    if (valued !== undefined) return valued;
  }
  if (value === undefined || value === null) report("gesture", "required");
  const code = text(value, "gesture", report, 200);
  if (code !== undefined && vocabulary !== null) report("gesture", "unknown_gesture", { code });
  return undefined;
}

function flagsWithin(flags: readonly string[], known: Codes, report: Report): void {
  for (let index = 0; index < flags.length; index++) {
    const flag = flags[index] as string;
    if (!known.has(flag)) report(join("flags", index), "unknown_flag", { code: flag });
  }
}

function readMoney(value: unknown, path: string, least: number, vocabulary: Vocabulary | null, report: Report): number | undefined {
  if (value === undefined || value === null) return undefined;
  const amount = record(value, path, report);
  keysWithin(amount, moneyKeys, path, report);
  const { minor, currency } = amount;
  if (isWhole(minor, least) && typeof currency === "string" && (vocabulary === null || currency === vocabulary.currency)) return minor + 0;
  return reportMoney(minor, currency, path, least, vocabulary, report);
}

/** Reports what is wrong with an amount. */
function reportMoney(given: unknown, currency: unknown, path: string, least: number, vocabulary: Vocabulary | null, report: Report): number | undefined {
  const minor = integer(given, join(path, "minor"), least, report);
  if (given === undefined || given === null) report(join(path, "minor"), "required");
  if (typeof currency !== "string") report(join(path, "currency"), "required");
  else if (vocabulary !== null && currency !== vocabulary.currency) {
    report(join(path, "currency"), "currency_mismatch", { currency: vocabulary.currency });
  }
  return minor;
}

function readUsage(value: unknown, report: Report): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return nothing;
  const usage = record(value, "usage", report);
  for (const code in usage) {
    const used = usage[code];
    if (!isWhole(used, 0)) integer(used, join("usage", code), 0, report);
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
