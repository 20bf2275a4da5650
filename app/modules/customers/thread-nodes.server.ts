import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { db } from "#platform/db.server.ts";

/** A customer, or what was written on one, as the thread shows it. */
interface CustomerNode {
  readonly id: string;
  readonly title: string;
  readonly quote: string | null;
  /** ISO instant */
  readonly at: string | null;
  readonly href: string;
}

const hrefOf = (ref: string) => `/customers/${encodeURIComponent(ref)}`;

/** Customers as things of the thread: by reference, never by name. */
export async function customerNodes(actor: Actor, ids: readonly string[]): Promise<CustomerNode[]> {
  if (!can(actor, "customers.look-up")) return [];
  const rows = await db.customer.findMany({ where: { id: { in: [...ids] }, erasedAt: null }, select: { id: true, ref: true } });
  return rows.map(({ id, ref }) => ({ id, title: ref, quote: null, at: null, href: hrefOf(ref) }));
}

/** Notes on customers; those of erased customers are gone. */
export async function noteNodes(actor: Actor, ids: readonly string[]): Promise<CustomerNode[]> {
  if (!can(actor, "customers.look-up")) return [];
  const rows = await db.customerNote.findMany({ where: { id: { in: [...ids] }, customer: { erasedAt: null } }, select: { id: true, text: true, at: true, customer: { select: { ref: true } } } });
  return rows.map(({ id, text, at, customer }) => ({ id, title: customer.ref, quote: text, at: at.toISOString(), href: hrefOf(customer.ref) }));
}

/** Promises made to customers; those to erased customers are gone. */
export async function promiseNodes(actor: Actor, ids: readonly string[]): Promise<CustomerNode[]> {
  if (!can(actor, "customers.look-up")) return [];
  const rows = await db.customerPromise.findMany({ where: { id: { in: [...ids] }, customer: { erasedAt: null } }, select: { id: true, text: true, at: true, customer: { select: { ref: true } } } });
  return rows.map(({ id, text, at, customer }) => ({ id, title: customer.ref, quote: text, at: at.toISOString(), href: hrefOf(customer.ref) }));
}
