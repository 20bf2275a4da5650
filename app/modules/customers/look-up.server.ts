import { db } from "#platform/db.server.ts";
import { burdenOf, type Burden } from "./domain/burden.ts";
import { maskName } from "./domain/mask.ts";
import { findCustomer } from "./find-customer.server.ts";
import type { CustomerKey } from "./schemas.ts";
import { BURDEN_ENTRIES, customerTimeline } from "./timeline.server.ts";
import type { TimelineEntry, TimelineSource } from "./timeline.ts";

export interface OpenPromise {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly dueAt: Date;
  readonly keeperId: string;
}

/** What whoever meets a customer is told at once. */
export interface CustomerLookUp {
  readonly id: string;
  readonly ref: string;
  /** Masked, see domain/mask.ts. */
  readonly name: string | null;
  readonly phoneLast: string | null;
  readonly tier: string | null;
  readonly lifetimeValue: { readonly minor: number; readonly currency: string } | null;
  readonly addressForm: string | null;
  /** The last three things that happened to them. */
  readonly recent: readonly TimelineEntry[];
  readonly openPromises: readonly OpenPromise[];
  readonly burden: Burden;
}

async function openPromises(customerId: string): Promise<OpenPromise[]> {
  return db.customerPromise.findMany({
    where: { customerId, state: "open" },
    select: { id: true, text: true, at: true, dueAt: true, keeperId: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 50,
  });
}

/**
 * Who is in front of a colleague: by reference or phone, or null when unknown. One customer at a time; nobody browses here.
 * @param sources what modules above know of a customer; see composition/timeline.server.ts
 */
export async function lookUpCustomer(
  key: CustomerKey,
  { sources, now, timeZone }: { readonly sources: readonly TimelineSource[]; readonly now: Date; readonly timeZone: string },
): Promise<CustomerLookUp | null> {
  const customer = findCustomer(key);
  if (customer === null) return null;
  const [entries, promises] = await Promise.all([customerTimeline(customer.id, sources, BURDEN_ENTRIES), openPromises(customer.id)]);
  const { lifetimeValue, currency } = customer;
  return {
    id: customer.id,
    ref: customer.ref,
    name: maskName(customer.name),
    phoneLast: customer.phoneLast,
    tier: customer.tier,
    lifetimeValue: lifetimeValue === null || currency === null ? null : { minor: lifetimeValue, currency },
    addressForm: customer.addressForm,
    recent: entries.slice(0, 3),
    openPromises: promises,
    burden: burdenOf(entries, now, timeZone),
  };
}
