import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { raisedTo, RAISED } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** From how many people on scores are told in pulses to come; only ever more. Refuses: `forbidden`; 422 at `k` (`only_raised`). */
export async function raiseThreshold(k: number, asked: Asked): Promise<void> {
  demand(asked, "pulses.raise");
  await transaction(async (tx) => {
    const from = raisedTo((await tx.find("Setting", { name: RAISED }))?.value);
    if (k <= from) throw invalidInput({ path: "k", code: "only_raised", params: { least: from } });
    await tx.upsert("Setting", { name: RAISED }, { name: RAISED, value: String(k) });
    await recordEvent(tx, asked, { kind: "pulse-threshold", id: RAISED }, { type: "pulse-threshold.raised", schema: 1, data: { from, to: k } });
  });
}
