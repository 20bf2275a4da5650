import { newId } from "#kernel/ids.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordScorecardEvent } from "../scorecards/record-event.server.ts";
import type { KindFields, PayShareFields } from "./fields.ts";

const CURRENCY = "VND";

/** Declares which percent of a role's variable pay depends on customer outcomes. Refuses `forbidden`. */
export async function declarePayShare({ role, percent }: PayShareFields, asked: Asked): Promise<void> {
  demand(asked, "rewards.declare");
  await transaction(async (tx) => {
    await tx.insert("PayShare", { id: newId(), role, percent, at: asked.now, byId: asked.actor?.personId ?? null });
    await recordScorecardEvent(tx, { kind: "pay-share", id: role }, { type: "pay-share.declared", schema: 1, data: { role, percent } }, asked);
  });
}

/** Adds a kind of reward or changes it; what was proposed keeps the amount of its day. Refuses `forbidden`. */
export async function declareRewardKind({ code, amount, active, nameVi, nameEn }: KindFields, asked: Asked): Promise<void> {
  demand(asked, "rewards.declare");
  await transaction(async (tx) => {
    await tx.upsert("RewardKind", { code }, { code, nameVi, nameEn, amount: amount === null ? null : BigInt(amount), currency: amount === null ? null : CURRENCY, active });
    await recordScorecardEvent(tx, { kind: "reward-kind", id: code }, { type: "reward-kind.declared", schema: 1, data: { amount, active } }, asked);
  });
}
