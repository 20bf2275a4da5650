import { z } from "zod";
import type { ReadStatement } from "#platform/transaction.server.ts";
import { type KpiDefinition, kpiDefinition, type KpiStatus } from "./definition.ts";

/** A target that was set or moved. */
export interface TargetChange {
  readonly at: Date;
  readonly from: number | null;
  readonly to: number | null;
  readonly by: string | null;
  readonly note: string;
  /** Id of the operational change it rests on. */
  readonly improvement: string | null;
}

/** A KPI with its definition: the one in use, or of one that was never used its draft. */
export interface StoredKpi {
  readonly id: string;
  readonly code: string;
  readonly status: KpiStatus;
  /** 0: never put into use. */
  readonly version: number;
  readonly definition: KpiDefinition;
  /** What is being written for the next version; null: nothing. */
  readonly draft: KpiDefinition | null;
  readonly changedTargets: readonly TargetChange[];
}

const stored = z.preprocess((text) => JSON.parse(String(text)) as unknown, kpiDefinition);

/** A definition out of the database. Throws for what is none. */
export function readDefinition(text: string): KpiDefinition {
  return stored.parse(text);
}

/** Every KPI by code, with the target that holds; `status` narrows. */
export function definitions(read: ReadStatement, { status }: { readonly status?: KpiStatus } = {}): StoredKpi[] {
  const targets = new Map<string, TargetChange[]>();
  for (const { kpiId, previousValue, value, byDay, reason, improvementId, at } of read("kpi.targets", {})) {
    targets.set(kpiId, [...(targets.get(kpiId) ?? []), { at, from: previousValue, to: value, by: byDay, note: reason, improvement: improvementId }]);
  }
  return read("kpi.all", {}).flatMap((row) => {
    if (status !== undefined && row.status !== status) return [];
    const draft = row.draft === null ? null : readDefinition(row.draft);
    const used = row.definition === null ? draft : readDefinition(row.definition);
    if (used === null) return [];
    const target = row.targetValue === null || row.targetBy === null ? null : { value: row.targetValue, by: row.targetBy };
    const { id, code, version } = row;
    return [{ id, code, status: row.status, version, definition: row.version === 0 ? used : { ...used, target }, draft, changedTargets: targets.get(id) ?? [] }];
  });
}

export function findKpi(read: ReadStatement, code: string): StoredKpi | null {
  return definitions(read).find((kpi) => kpi.code === code) ?? null;
}

export interface StoredVersion {
  readonly version: number;
  readonly definition: KpiDefinition;
  /** Counted in another way than the version before. */
  readonly breaks: boolean;
  readonly fromDay: string;
}

export function versionsOf(read: ReadStatement, kpiId: string): StoredVersion[] {
  return read("kpi.versions", { kpiId }).map((row) => ({ ...row, definition: readDefinition(row.definition) }));
}
