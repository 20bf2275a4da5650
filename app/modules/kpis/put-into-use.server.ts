import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { KpiDefinition } from "./definition.ts";
import { breaksSeries, differences, missingForUse } from "./domain/changes.ts";
import { periodOf } from "./domain/periods.ts";
import { recordEvent } from "./record-event.server.ts";
import { faultsIn, knownDepartments } from "./save-draft.server.ts";
import { readDefinition } from "./store.server.ts";

/** The first version counts everything that ever came. */
const ALWAYS = "0001-01-01";

async function usedNow(tx: Tx, kpiId: string, version: number): Promise<KpiDefinition | null> {
  const row = await tx.find("KpiVersion", { kpiId, version });
  return row === null ? null : readDefinition(row.definition);
}

/** Sets the target a first version brings with it; later ones are moved by themselves, with a reason. */
async function setFirstTarget(tx: Tx, kpiId: string, { target }: KpiDefinition, reason: string, asked: Asked): Promise<void> {
  if (target === null) return;
  await tx.update("Kpi", { id: kpiId }, { targetValue: target.value, targetBy: target.by });
  await tx.insert("KpiTarget", { id: newId(), kpiId, value: target.value, byDay: target.by, reason, at: asked.now, byId: asked.actor?.personId ?? null });
}

/**
 * Puts what was written into use as the next version, frozen from then on. Where it counts in another way the series
 * breaks with the period that runs today; other words leave it whole. Answers the version.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed` where nothing is being written or nothing differs; 422 for what is still missing.
 */
export async function putIntoUse(code: string, note: string | null, asked: Asked): Promise<number> {
  demand(asked, "kpis.design");
  const known = await knownDepartments();
  const today = localDay(asked.now, organisation().timeZone);
  return transaction(async (tx) => {
    const kpi = await tx.find("Kpi", { code });
    if (kpi === null) throw notFound();
    if (kpi.draft === null || kpi.status === "retired") throw new Refusal("state_changed");
    const definition = readDefinition(kpi.draft);
    const missing = missingForUse(definition).map((path) => ({ path, code: "required" }));
    const errors = [...missing, ...(await faultsIn(tx, definition, known))];
    if (errors.length > 0) throw new Refusal("invalid_input", { errors });
    const before = await usedNow(tx, kpi.id, kpi.version);
    const changed = before === null ? [] : differences(before, definition);
    if (before !== null && changed.length === 0) throw new Refusal("state_changed");
    const breaks = before !== null && breaksSeries(before, definition);
    const version = kpi.version + 1;
    if ((await tx.update("Kpi", { id: kpi.id, version: kpi.version, draft: kpi.draft }, { status: "active", version, draft: null, updatedAt: asked.now })) !== 1) throw new Refusal("state_changed");
    const fromDay = before === null ? ALWAYS : periodOf(definition.cadence, today).start;
    await tx.insert("KpiVersion", { id: newId(), kpiId: kpi.id, version, definition: JSON.stringify(definition), breaks, fromDay, at: asked.now, byId: asked.actor?.personId ?? null, note });
    if (before === null) await setFirstTarget(tx, kpi.id, definition, note ?? "–", asked);
    await recordEvent(tx, { kind: "kpi", id: kpi.id }, { type: "kpi.put-into-use", schema: 1, data: { code, version, breaks, changed } }, asked);
    return version;
  });
}

/** Ends a KPI; its history stays. Refuses: `forbidden`; `not_found`; 409 `state_changed` unless it is in use. */
export async function retireKpi(code: string, asked: Asked): Promise<void> {
  demand(asked, "kpis.design");
  await transaction(async (tx) => {
    const kpi = await tx.find("Kpi", { code });
    if (kpi === null) throw notFound();
    if ((await tx.update("Kpi", { id: kpi.id, status: "active" }, { status: "retired", draft: null, retiredAt: asked.now, updatedAt: asked.now })) !== 1) throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "kpi", id: kpi.id }, { type: "kpi.retired", schema: 1, data: { code, version: kpi.version } }, asked);
  });
}
