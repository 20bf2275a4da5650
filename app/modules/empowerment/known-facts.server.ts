import { daysBetween, localDay } from "#kernel/period.ts";
import { type KnownCustomer, knownCustomer, knownOrder } from "#modules/customers/public.server.ts";
import type { LoadedPolicy } from "./policy-store.server.ts";
import type { DecisionRequest } from "./public.ts";

/** Where a fact comes from: Tâm knows it, the person stated it, or a service asserted it. */
export type FactSource = "known" | "stated" | "asserted";

/** A request as it is evaluated, and who its customer is. */
export interface InformedRequest {
  /** Facts replaced by what Tâm knows; a phone number is taken out. */
  readonly request: DecisionRequest;
  readonly sources: Readonly<Record<string, FactSource>>;
  readonly customer: RequestedCustomer | null;
}

export interface RequestedCustomer {
  /** null: not in Tâm yet; recording adds them. */
  readonly id: string | null;
  /** null: a phone number that nobody has yet. */
  readonly ref: string | null;
  readonly phone: string | null;
  /** The person who is this customer, where known. */
  readonly personId: string | null;
  readonly addressForm: string | null;
}

/** Stands in a request for the reference of a customer whom recording will add: known, but not yet named. */
export const NEW_CUSTOMER = "(new)";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type CustomerFacts = Mutable<Exclude<NonNullable<DecisionRequest["customer"]>, string>>;
type OrderFacts = Mutable<Exclude<NonNullable<DecisionRequest["order"]>, string>>;

interface Knowing {
  readonly mayAssert: boolean;
  readonly sources: Record<string, FactSource>;
}

/** Decides one fact: what Tâm knows stands, unless a service may assert otherwise. */
function choose<T>(path: string, stated: T | null | undefined, known: T | null | undefined, { mayAssert, sources }: Knowing): T | undefined {
  if (stated !== undefined && stated !== null && (mayAssert || known === undefined || known === null)) {
    sources[path] = mayAssert ? "asserted" : "stated";
    return stated;
  }
  if (known === undefined || known === null) return undefined;
  sources[path] = "known";
  return known;
}

function customerFacts(stated: CustomerFacts, found: KnownCustomer | null, policy: LoadedPolicy, knowing: Knowing): CustomerFacts {
  const { currency, tiers } = policy.document;
  const facts: CustomerFacts = {};
  const named = stated.ref !== undefined || stated.phone !== undefined;
  const ref = found?.ref ?? stated.ref ?? (named ? NEW_CUSTOMER : undefined);
  if (ref !== undefined && ref !== null) {
    facts.ref = ref;
    knowing.sources["customer.ref"] = found === null ? "stated" : "known";
  }
  // A tier this policy does not know, or a value in another currency, is unknown to its rules: it may close, never open.
  const foreignTier = found?.tier != null && !tiers.some(({ code }) => code === found.tier);
  const foreignValue = found?.lifetimeValue != null && found.currency !== currency;
  const tier = foreignTier && !knowing.mayAssert ? undefined : choose("customer.tier", stated.tier, found?.tier, knowing);
  const known = found?.lifetimeValue == null || foreignValue ? null : { minor: found.lifetimeValue, currency };
  const value = foreignValue && !knowing.mayAssert ? undefined : choose("customer.lifetimeValue", stated.lifetimeValue, known, knowing);
  if (tier !== undefined) facts.tier = tier;
  if (value !== undefined) facts.lifetimeValue = value;
  return facts;
}

function orderFacts(stated: OrderFacts, policy: LoadedPolicy, now: Date, knowing: Knowing): { facts: OrderFacts; customerRef: string | null } {
  const { currency, timeZone } = policy.document;
  const found = stated.ref == null ? null : knownOrder(stated.ref);
  const facts: OrderFacts = {};
  if (stated.ref != null) {
    facts.ref = stated.ref;
    knowing.sources["order.ref"] = found === null ? "stated" : "known";
  }
  const foreign = found !== null && found.currency !== currency;
  const value = foreign && !knowing.mayAssert ? undefined : choose("order.value", stated.value, found === null || foreign ? null : { minor: found.amount, currency }, knowing);
  const days = found === null ? null : Math.max(0, daysBetween(localDay(found.purchasedAt, timeZone), localDay(now, timeZone)));
  const daysSincePurchase = choose("order.daysSincePurchase", stated.daysSincePurchase, days, knowing);
  if (value !== undefined) facts.value = value;
  if (daysSincePurchase !== undefined) facts.daysSincePurchase = daysSincePurchase;
  return { facts, customerRef: found?.customerRef ?? null };
}

/**
 * Lays what Tâm knows of the customer and the order over what a request states, and notes the source of each fact. A
 * known order tells whose it is, also when no customer or a walk-in is stated. It reads what is committed: while a
 * transaction holds the writer, nobody can make that another answer.
 */
export function withKnownFacts(stated: DecisionRequest, policy: LoadedPolicy, options: { mayAssert: boolean; now: Date }): InformedRequest {
  const sources: Record<string, FactSource> = {};
  const knowing: Knowing = { mayAssert: options.mayAssert, sources };
  const { customer: statedCustomer, order: statedOrder, ...rest } = stated;
  const request: Mutable<DecisionRequest> = { ...rest };

  let buyerRef: string | null = null;
  if (statedOrder === "none") {
    request.order = "none";
    sources["order"] = "stated";
  } else if (statedOrder != null) {
    const { facts, customerRef } = orderFacts(statedOrder, policy, options.now, knowing);
    request.order = facts;
    buyerRef = customerRef;
  }

  const named = statedCustomer === undefined || statedCustomer === null || statedCustomer === "none" ? null : statedCustomer;
  const phone = named?.phone ?? null;
  const ref = named?.ref ?? (named === null && !(options.mayAssert && statedCustomer === "none") ? buyerRef : null);
  const found = ref !== null ? knownCustomer({ ref }) : phone !== null ? knownCustomer({ phone }) : null;
  let customer: RequestedCustomer | null = null;
  if (named !== null || found !== null) {
    request.customer = customerFacts({ ...named }, found, policy, knowing);
    if (ref !== null || phone !== null) {
      customer = { id: found?.id ?? null, ref: found?.ref ?? ref, phone, personId: found?.personId ?? null, addressForm: found?.addressForm ?? null };
    }
  } else if (statedCustomer === "none") {
    request.customer = "none";
    sources["customer"] = "stated";
  }
  if (request.flags !== undefined) sources["flags"] = options.mayAssert ? "asserted" : "stated";
  return { request, sources, customer };
}
