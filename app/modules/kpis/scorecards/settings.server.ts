import { db } from "#platform/db.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordScorecardEvent } from "./record-event.server.ts";

const NAME = "scorecards.customer-share";
const UNLESS_SET = 40;

/** The least percent of every scorecard that stands on customer lenses. */
export async function minimumCustomerShare(): Promise<number> {
  const row = await db.setting.findUnique({ where: { name: NAME }, select: { value: true } });
  return row === null ? UNLESS_SET : Number(row.value);
}

/** Sets it. Refuses `forbidden`; 422 at `percent` unless 0 to 100. */
export async function setCustomerShare(percent: number, asked: Asked): Promise<void> {
  demand(asked, "scorecards.design");
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw invalidInput({ path: "percent", code: "malformed" });
  await transaction(async (tx) => {
    await tx.upsert("Setting", { name: NAME }, { name: NAME, value: String(percent) });
    await recordScorecardEvent(tx, { kind: "scorecard", id: "all" }, { type: "scorecards.share-set", schema: 1, data: { percent } }, asked);
  });
}
