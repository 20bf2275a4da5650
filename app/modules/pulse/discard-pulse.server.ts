import { demand, type Asked } from "#platform/acting.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { draftIn } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Takes a draft away, at the revision that was read if that is said; what was launched stays. Refuses: `forbidden`; 404; 409 `state_changed`. */
export async function discardPulse(id: string, asked: Asked, revision: number | null = null): Promise<void> {
  demand(asked, "pulses.design");
  await transaction(async (tx) => {
    await draftIn(tx, id, revision);
    await tx.remove("Pulse", { id, state: "draft" });
    await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.discarded", schema: 1, data: {} });
  });
}
