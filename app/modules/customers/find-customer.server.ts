import { invalidInput } from "#platform/http/refusal.ts";
import { lookupHash } from "#platform/secrets.server.ts";
import { readHot, type StatementResult } from "#platform/transaction.server.ts";
import { normalisePhone } from "./domain/phone.ts";
import type { CustomerKey } from "./schemas.ts";

export type CustomerRow = NonNullable<StatementResult<"customer.by-ref">>;

/** The keyed hash a number is found by. */
export const phoneHashOf = (e164: string): string => lookupHash("customer.phone", e164);

/** What a phone's cipher text is bound to. */
export const phoneContext = (customerId: string): string => `customer.phone:${customerId}`;

/** A typed number in E.164. Throws 422 with `phone_format` at `path`. */
export function readPhone(text: string, path = "phone"): string {
  const phone = normalisePhone(text);
  if (!phone.ok) throw invalidInput({ path, code: phone.error });
  return phone.value;
}

/** A customer by reference or phone; null for one that is unknown or erased. Throws 422 for a number that is none. */
export function findCustomer(key: CustomerKey): CustomerRow | null {
  if ("ref" in key) return readHot("customer.by-ref", { ref: key.ref });
  return readHot("customer.by-phone", { phoneHash: phoneHashOf(readPhone(key.phone)) });
}

/** The same for what a colleague typed at the counter: a reference that is not known as typed is read in capitals. */
export function findCustomerTyped(key: CustomerKey): CustomerRow | null {
  return findCustomer(key) ?? ("ref" in key ? findCustomer({ ref: key.ref.toUpperCase() }) : null);
}

/** What the rules ask about a customer; null where Tâm does not know it. */
export interface KnownCustomer {
  readonly id: string;
  readonly ref: string;
  readonly tier: string | null;
  /** Minor units of `currency`. */
  readonly lifetimeValue: number | null;
  readonly currency: string | null;
  readonly addressForm: string | null;
  /** The person who is this customer, where known. */
  readonly personId: string | null;
}

/** The facts about a customer that stand above what a request states; null for somebody unknown. */
export function knownCustomer(key: CustomerKey): KnownCustomer | null {
  const row = findCustomer(key);
  if (row === null) return null;
  const { id, ref, tier, lifetimeValue, currency, addressForm, personId } = row;
  return { id, ref, tier, lifetimeValue, currency, addressForm, personId };
}

export interface KnownOrder {
  readonly orderRef: string;
  readonly customerRef: string | null;
  readonly purchasedAt: Date;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

/** A purchase by its order's reference; null for an order nobody imported. */
export function knownOrder(orderRef: string): KnownOrder | null {
  return readHot("purchase.by-order", { orderRef });
}
