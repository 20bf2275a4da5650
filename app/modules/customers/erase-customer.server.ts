import { erasePersonalValues } from "#modules/audit/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { cancelJob } from "#platform/jobs.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { reminderKey } from "./remind-keeper.server.ts";
import { customerOf, recordEvent } from "./record-event.server.ts";

/** What another module erases of a customer in the same transaction, such as the notes of decisions. */
export type ErasureParticipant = (tx: Tx, erasure: { readonly customerId: string; readonly at: Date }) => Promise<void>;

/** What stands in place of an erased text. */
export const ERASED_TEXT = "–";

/**
 * Erases a customer's details: name, number, form of address, the texts of notes and promises, and the personal values of
 * the audit trail. The reference and the figures stay, pseudonymous; the chain stays whole; nobody finds them any more.
 * Refuses: `forbidden`; `not_found`.
 */
export async function eraseCustomer(ref: string, asked: Asked, participants: readonly ErasureParticipant[]): Promise<void> {
  demand(asked, "customers.erase");
  await transaction(async (tx) => {
    const { id } = await customerOf(tx, ref);
    await tx.update(
      "Customer",
      { id },
      {
        ...{ name: null, nameFolded: null, phoneCipher: null, phoneHash: null, phoneLast: null, addressForm: null, personId: null },
        erasedAt: asked.now,
        updatedAt: asked.now,
      },
    );
    await tx.update("CustomerNote", { customerId: id }, { text: ERASED_TEXT });
    for (const promise of await tx.list("CustomerPromise", { customerId: id, state: "open" })) await cancelJob(tx, reminderKey(promise.id));
    await tx.update("CustomerPromise", { customerId: id, state: "open" }, { state: "broken", closedAt: asked.now });
    await tx.update("CustomerPromise", { customerId: id }, { text: ERASED_TEXT, note: null });
    for (const erase of participants) await erase(tx, { customerId: id, at: asked.now });
    const personalValues = await erasePersonalValues(tx, { kind: "customer", id });
    await recordEvent(tx, asked, { kind: "customer", id }, { type: "customer.erased", schema: 1, data: { personalValues } });
  });
}
