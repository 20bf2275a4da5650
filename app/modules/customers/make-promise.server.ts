import { newId } from "#kernel/ids.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { addJob } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { RememberCreated } from "./add-note.server.ts";
import { REMIND_KIND, reminderKey, remindAt } from "./remind-keeper.server.ts";
import { customerOf, recordEvent } from "./record-event.server.ts";
import type { PromiseFields } from "./schemas.ts";

/**
 * Writes down what a customer was told would happen, by when, and who keeps it; the keeper is reminded before it is due.
 * Answers the id. Refuses: `forbidden`; `not_found`; `invalid_input` with `must_be_future` at `dueAt`, `unknown_person` at `keeper`.
 */
export async function makePromise(ref: string, fields: PromiseFields, asked: Asked, remember?: RememberCreated): Promise<{ id: string }> {
  demand(asked, "customers.write");
  if (fields.dueAt <= asked.now) throw invalidInput({ path: "dueAt", code: "must_be_future" });
  return transaction(async (tx) => {
    const customer = await customerOf(tx, ref);
    const keeper = await tx.find("Person", { id: fields.keeperId });
    if (keeper === null || !keeper.active) throw invalidInput({ path: "keeper", code: "unknown_person" });
    const id = newId();
    await tx.insert("CustomerPromise", {
      id,
      customerId: customer.id,
      text: fields.text,
      dueAt: fields.dueAt,
      keeperId: keeper.id,
      byId: asked.actor?.personId ?? null,
      at: asked.now,
    });
    await addJob(tx, { kind: REMIND_KIND, payload: { promiseId: id }, runAt: remindAt(asked.now, fields.dueAt), uniqueKey: reminderKey(id) });
    await recordEvent(
      tx,
      asked,
      { kind: "promise", id },
      { type: "promise.made", schema: 1, data: { promiseId: id, keeperId: keeper.id, dueAt: fields.dueAt.toISOString(), decisionId: null } },
      { customerId: customer.id, values: { text: fields.text } },
    );
    await remember?.(tx, id);
    return { id };
  });
}
