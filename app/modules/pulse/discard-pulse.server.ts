import { demand, type Asked } from "#platform/acting.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { pulseIn } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Takes a draft away; what was launched stays. Refuses: `forbidden`; 404; 409 `state_changed`. */
export async function discardPulse(id: string, asked: Asked): Promise<void> {
  demand(asked, "pulses.design");
  await transaction(async (tx) => {
    await pulseIn(tx, id, ["draft"]);
    await tx.remove("Pulse", { id, state: "draft" });
    await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.discarded", schema: 1, data: {} });
  });
}
