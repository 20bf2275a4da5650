import { newId } from "#kernel/ids.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { customerOf, recordEvent } from "./record-event.server.ts";
import type { NoteFields } from "./schemas.ts";

/** Stores an HTTP answer in the command's own transaction, so that a repeated request gets it again. */
export type RememberCreated = (tx: Tx, id: string) => Promise<void> | void;

/**
 * A quick note on a customer, for whoever meets them next; a contact unless told otherwise. Answers the id.
 * Refuses: `forbidden`; `not_found`.
 */
export async function addNote(ref: string, fields: NoteFields, asked: Asked, remember?: RememberCreated): Promise<{ id: string }> {
  demand(asked, "customers.write");
  return transaction(async (tx) => {
    const customer = await customerOf(tx, ref);
    const id = newId();
    const isContact = fields.isContact ?? true;
    await tx.insert("CustomerNote", { id, customerId: customer.id, byId: asked.actor?.personId ?? null, text: fields.text, isContact, at: asked.now });
    await recordEvent(
      tx,
      asked,
      { kind: "customer", id: customer.id },
      { type: "customer.noted", schema: 1, data: { noteId: id, isContact } },
      { customerId: customer.id, values: { text: fields.text } },
    );
    await remember?.(tx, id);
    return { id };
  });
}
