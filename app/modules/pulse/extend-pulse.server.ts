import { addDays } from "#kernel/period.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { pulseIn } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";

const MAX_DAYS = 60;

/** Gives people more days. Refuses: `forbidden`; 404; 409 `state_changed`; 422 at `closesOn` (`not_later`). */
export async function extendPulse(id: string, closesOn: string, asked: Asked): Promise<void> {
  demand(asked, "pulses.design");
  await transaction(async (tx) => {
    const pulse = await pulseIn(tx, id, ["open", "scheduled"]);
    if (closesOn <= pulse.closesOn || closesOn > addDays(pulse.opensOn, MAX_DAYS)) throw invalidInput({ path: "closesOn", code: "not_later", params: { days: MAX_DAYS } });
    if ((await tx.update("Pulse", { id, state: pulse.state, closesOn: pulse.closesOn }, { closesOn })) === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.extended", schema: 1, data: { closesOn } });
  });
}
