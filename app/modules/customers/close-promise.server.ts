import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { cancelJob } from "#platform/jobs.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { reminderKey } from "./remind-keeper.server.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * Says that a promise was kept, or not. Anybody who serves customers may: whoever keeps it is not always who promised.
 * Refuses: `forbidden`; `not_found`; `state_changed` when it was closed before.
 */
export async function closePromise(promiseId: string, state: "kept" | "broken", note: string | null, asked: Asked, remember?: (tx: Tx) => Promise<void> | void): Promise<void> {
  demand(asked, "customers.write");
  await transaction(async (tx) => {
    const closed = { state, note, closedAt: asked.now, closedById: asked.actor?.personId ?? null };
    const changed = await tx.update("CustomerPromise", { id: promiseId, state: "open" }, closed);
    const promise = await tx.find("CustomerPromise", { id: promiseId });
    if (promise === null) throw notFound();
    if (changed === 0) throw new Refusal("state_changed");
    await cancelJob(tx, reminderKey(promiseId));
    await recordEvent(
      tx,
      asked,
      { kind: "promise", id: promiseId },
      state === "kept"
        ? { type: "promise.kept", schema: 1, data: { promiseId, inTime: asked.now <= promise.dueAt } }
        : { type: "promise.broken", schema: 1, data: { promiseId } },
      note === null ? undefined : { customerId: promise.customerId, values: { note } },
    );
    await remember?.(tx);
  });
}
