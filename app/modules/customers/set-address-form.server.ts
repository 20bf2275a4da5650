import { demand, type Asked } from "#platform/acting.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { customerOf, recordEvent } from "./record-event.server.ts";
import type { CustomerAddress } from "./domain/addresses.ts";

/** How the customer wishes to be called, for everybody who meets them; null forgets it. Refuses: `forbidden`; `not_found`. */
export async function setAddressForm(ref: string, addressForm: CustomerAddress | null, asked: Asked): Promise<void> {
  demand(asked, "customers.write");
  await transaction(async (tx) => {
    const { id } = await customerOf(tx, ref);
    const known = await tx.find("Customer", { id });
    if (known?.addressForm === addressForm) return;
    await tx.update("Customer", { id }, { addressForm, updatedAt: asked.now });
    await recordEvent(tx, asked, { kind: "customer", id }, { type: "customer.address-form-set", schema: 1, data: { addressForm } });
  });
}
