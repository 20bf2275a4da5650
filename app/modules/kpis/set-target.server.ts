import { newId } from "#kernel/ids.ts";
import { link } from "#modules/thread/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { TargetFields } from "./schemas.ts";

/**
 * Sets, moves or takes away a target, with the reason and, where there is one, the operational change it rests on: a
 * target that moves while the work stays the same is seen. Refuses: `forbidden`; `not_found`; 409 `state_changed` unless
 * the KPI is in use, or where nothing changes.
 * @param improvementId of a change that the asker may know of
 */
export async function setTarget(code: string, { value, by, reason }: TargetFields, improvementId: string | null, asked: Asked): Promise<void> {
  demand(asked, "kpis.design");
  await transaction(async (tx) => {
    const kpi = await tx.find("Kpi", { code });
    if (kpi === null) throw notFound();
    if (kpi.targetValue === value && kpi.targetBy === by) throw new Refusal("state_changed");
    const set = { targetValue: value, targetBy: by, updatedAt: asked.now };
    if ((await tx.update("Kpi", { id: kpi.id, status: "active", targetValue: kpi.targetValue, targetBy: kpi.targetBy }, set)) !== 1) throw new Refusal("state_changed");
    const byId = asked.actor?.personId ?? null;
    await tx.insert("KpiTarget", { id: newId(), kpiId: kpi.id, previousValue: kpi.targetValue, previousBy: kpi.targetBy, value, byDay: by, reason, improvementId, at: asked.now, byId });
    if (improvementId !== null) await link(tx, { from: { kind: "improvement", id: improvementId }, to: { kind: "kpi", id: code }, relation: "changed", by: byId, at: asked.now, automatic: true });
    await recordEvent(tx, { kind: "kpi", id: kpi.id }, { type: "kpi.target-set", schema: 1, data: { code, from: kpi.targetValue, to: value, by, improvementId } }, asked);
  });
}
