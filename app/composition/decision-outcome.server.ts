import type { Actor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { cancelDecision, decisionOutcomeIn, overturnDecision, recordResult } from "#modules/empowerment/public.server.ts";
import { settleEvidence } from "#modules/recognition/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";

type Remembering<T> = { readonly remember?: ((tx: Tx, made: T) => Promise<void>) | undefined };

/** Moves the thank-yous that cite a decision along with what becomes of it, in the same transaction. */
function settling<T>(id: string, { remember }: Remembering<T>) {
  const now = systemClock.now();
  return {
    now,
    remember: async (tx: Tx, made: T): Promise<void> => {
      await settleEvidence(tx, { kind: "decision", id }, await decisionOutcomeIn(tx, id, now), now);
      await remember?.(tx, made);
    },
  };
}

/** `recordResult` for the outer layers: thank-yous that cite the decision follow. */
export function recordResultOf(actor: Actor, id: string, input: Parameters<typeof recordResult>[2], options: Remembering<Awaited<ReturnType<typeof recordResult>>> = {}) {
  return recordResult(actor, id, input, settling(id, options));
}

/** `cancelDecision` for the outer layers: thank-yous that cite the decision follow. */
export function cancelDecisionOf(actor: Actor, id: string, options: Remembering<Awaited<ReturnType<typeof cancelDecision>>> = {}) {
  return cancelDecision(actor, id, settling(id, options));
}

/** `overturnDecision` for the outer layers: thank-yous that cite the decision follow. */
export function overturnDecisionOf(actor: Actor, id: string, input: Parameters<typeof overturnDecision>[2], options: Remembering<Awaited<ReturnType<typeof overturnDecision>>> = {}) {
  return overturnDecision(actor, id, input, settling(id, options));
}
