import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { CustomersEvent } from "./events.ts";

/** Writes one event of this module about `subject`; `personal` values are erasable and belong to the customer. */
export async function recordEvent(
  tx: Tx,
  asked: Asked,
  subject: { kind: string; id: string },
  event: CustomersEvent,
  personal?: { readonly customerId: string; readonly values: Readonly<Record<string, string>> },
): Promise<void> {
  const owner = { kind: "customer", id: personal?.customerId ?? "" };
  const owned = Object.entries(personal?.values ?? {}).map(([field, value]) => [field, { value, owner }]);
  await appendEvent(tx, {
    type: event.type,
    subject,
    actor: actorRef(asked),
    data: event.data,
    ...(owned.length === 0 ? {} : { personal: Object.fromEntries(owned) }),
    at: asked.now,
  });
}

/** A living customer of a reference. Throws 404. */
export async function customerOf(tx: Tx, ref: string): Promise<{ id: string; ref: string }> {
  const customer = await tx.find("Customer", { ref });
  if (customer === null || customer.erasedAt !== null) throw notFound();
  return customer;
}
