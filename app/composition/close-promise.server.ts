import { closePromise } from "#modules/customers/public.server.ts";
import { settleEvidence } from "#modules/recognition/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";

/** `closePromise` for the outer layers: thank-yous that cite the promise follow, in the same transaction. */
export function closePromiseOf(id: string, state: "kept" | "broken", note: string | null, asked: Asked, remember?: (tx: Tx) => Promise<void> | void): Promise<void> {
  return closePromise(id, state, note, asked, async (tx) => {
    await settleEvidence(tx, { kind: "promise", id }, state === "kept" ? "good" : "bad", asked.now);
    await remember?.(tx);
  });
}
