import { newId } from "#kernel/ids.ts";
import { departments } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { KpiDefinition } from "./definition.ts";
import { type FactKind, FACTS, isFact } from "./facts.ts";
import { recordEvent } from "./record-event.server.ts";

const LISTS = ["guardrails", "fights"] as const;

/** What a definition names that does not exist, and what of it contradicts itself. */
export async function faultsIn(tx: Tx, definition: KpiDefinition, known: ReadonlySet<string>): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  if (definition.name.vi.trim() === "" && definition.name.en.trim() === "") faults.push({ path: "name.vi", code: "required" });
  for (const path of ["owners", "touches", "costsFallOn"] as const) if (definition[path].some((code) => !known.has(code))) faults.push({ path, code: "unknown_department" });
  for (const path of LISTS) {
    for (const code of definition[path]) {
      if (code === definition.code) faults.push({ path, code: "same_thing" });
      else if ((await tx.find("Kpi", { code })) === null) faults.push({ path, code: "unknown_kpi", params: { code } });
    }
  }
  if (definition.range !== null && definition.range.from > definition.range.to) faults.push({ path: "range.to", code: "range_order" });
  const { kind, fact } = definition.source;
  if (kind === "computed" && fact !== null) {
    if (!isFact(fact)) faults.push({ path: "source.fact", code: "unknown_fact" });
    else if (!(FACTS[fact].kinds as readonly string[]).includes(definition.measure.kind)) faults.push({ path: "source.fact", code: "fact_measure" });
    else {
      const { withinDays }: FactKind = FACTS[fact];
      if (withinDays !== undefined && (definition.measure.withinDays ?? withinDays) !== withinDays) faults.push({ path: "measure.withinDays", code: "fact_within_days", params: { days: withinDays } });
    }
  }
  return faults;
}

/** Departments one may name. */
export async function knownDepartments(): Promise<ReadonlySet<string>> {
  return new Set((await departments()).filter(({ active }) => active).map(({ code }) => code));
}

export interface DraftOptions {
  /** Kept in the same transaction, for an answer that is given once. */
  readonly remember?: ((tx: Tx, saved: { readonly code: string }) => Promise<void>) | undefined;
  /** A new one: its code must be free. */
  readonly isNew: boolean;
}

/**
 * Keeps what is being written about a KPI: a new one, or the next version of one that is in use; the figures go on under
 * the version in use meanwhile. Refuses: `forbidden`; 422 `already_used` at `code` for a new one, and with the fields;
 * 404 for an unknown one; 409 `state_changed` for a retired one.
 */
export async function saveDraft(definition: KpiDefinition, asked: Asked, { isNew, remember }: DraftOptions): Promise<void> {
  demand(asked, "kpis.design");
  const known = await knownDepartments();
  await transaction(async (tx) => {
    const kpi = await tx.find("Kpi", { code: definition.code });
    const errors = await faultsIn(tx, definition, known);
    if (isNew && kpi !== null) errors.unshift({ path: "code", code: "already_used" });
    if (errors.length > 0) throw new Refusal("invalid_input", { errors });
    if (!isNew && kpi === null) throw new Refusal("not_found");
    const columns = { draft: JSON.stringify(definition), updatedAt: asked.now };
    const id = kpi?.id ?? newId();
    if (kpi === null) await tx.insert("Kpi", { id, code: definition.code, status: "draft", ...columns, createdAt: asked.now, createdById: asked.actor?.personId ?? null });
    else if ((await tx.update("Kpi", { id, status: ["draft", "active"] }, columns)) !== 1) throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "kpi", id }, { type: "kpi.drafted", schema: 1, data: { code: definition.code } }, asked);
    await remember?.(tx, { code: definition.code });
  });
}

/** Throws away what was being written; a KPI that was never used stays with its last words. */
export async function discardDraft(code: string, asked: Asked): Promise<void> {
  demand(asked, "kpis.design");
  await transaction(async (tx) => {
    const kpi = await tx.find("Kpi", { code });
    if (kpi === null) throw new Refusal("not_found");
    if (kpi.version === 0 || kpi.draft === null) throw new Refusal("state_changed");
    await tx.update("Kpi", { id: kpi.id, version: kpi.version }, { draft: null, updatedAt: asked.now });
    await recordEvent(tx, { kind: "kpi", id: kpi.id }, { type: "kpi.drafted", schema: 1, data: { code } }, asked);
  });
}
