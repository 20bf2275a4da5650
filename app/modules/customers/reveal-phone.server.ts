import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { decrypt } from "#platform/secrets.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { phoneContext } from "./find-customer.server.ts";
import { customerOf, recordEvent } from "./record-event.server.ts";

/**
 * A customer's whole number, to call them back; who looked and when stays in the audit trail.
 * Refuses: `forbidden`; `not_found`, also for a customer without a number. Throws SecretError when the key was lost.
 */
export async function revealPhone(ref: string, asked: Asked): Promise<string> {
  demand(asked, "customers.reveal-phone");
  return transaction(async (tx) => {
    const { id } = await customerOf(tx, ref);
    const cipher = (await tx.find("Customer", { id }))?.phoneCipher ?? null;
    if (cipher === null) throw notFound();
    const phone = decrypt(cipher, phoneContext(id));
    await recordEvent(tx, asked, { kind: "customer", id }, { type: "customer.phone-revealed", schema: 1, data: {} });
    return phone;
  });
}
