import { demand, type Asked } from "#platform/acting.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { WhoFields } from "./schemas.ts";

/** Saves a new version of what the company says of itself. Refuses: `forbidden`; 409 `state_changed` when somebody saved another one meanwhile. */
export async function saveWhoWeAre({ base, purpose, strengths, customers }: WhoFields, asked: Asked): Promise<{ version: number }> {
  demand(asked, "who-we-are.edit");
  return transaction(async (tx) => {
    if ((await tx.count("WhoWeAre", {})) !== base) throw new Refusal("state_changed");
    const version = base + 1;
    await tx.insert("WhoWeAre", { version, purposeVi: purpose.vi, purposeEn: purpose.en, strengths: JSON.stringify(strengths), customers: JSON.stringify(customers), at: asked.now, byId: asked.actor?.personId ?? null });
    await recordEvent(tx, asked, { kind: "who-we-are", id: String(version) }, { type: "who-we-are.saved", schema: 1, data: { version } });
    return { version };
  });
}
