import { demand, type Asked } from "#platform/acting.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { ensureCustomer } from "./ensure-customer.server.ts";
import { findCustomer } from "./find-customer.server.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * Keeps somebody who is met for the first time, by phone alone; a number that is known answers with its customer.
 * @returns the customer's reference. Refuses: `forbidden`; 422 `phone_format`
 */
export async function addCustomerByPhone(phone: string, asked: Asked): Promise<string> {
  demand(asked, "customers.write");
  const known = findCustomer({ phone });
  if (known !== null) return known.ref;
  return transaction(async (tx) => {
    const { id, ref } = await ensureCustomer(tx, { phone }, { at: asked.now });
    await recordEvent(tx, asked, { kind: "customer", id }, { type: "customer.added", schema: 1, data: { ref, source: asked.source } });
    return ref;
  });
}
