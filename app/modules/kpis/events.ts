import type { Source } from "#platform/acting.server.ts";

interface Coded {
  readonly code: string;
}

interface ImportData {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
}

/** What designing, feeding and reading KPIs writes into the audit trail: ids, codes and numbers. */
export type KpiEvent =
  | { readonly type: "kpi.drafted"; readonly schema: 1; readonly data: Coded }
  | { readonly type: "kpi.put-into-use"; readonly schema: 1; readonly data: Coded & { readonly version: number; readonly breaks: boolean; readonly changed: readonly string[] } }
  | { readonly type: "kpi.target-set"; readonly schema: 1; readonly data: Coded & { readonly from: number | null; readonly to: number | null; readonly by: string | null; readonly improvementId: string | null } }
  | { readonly type: "kpi.retired"; readonly schema: 1; readonly data: Coded & { readonly version: number } }
  | { readonly type: "kpi.fed"; readonly schema: 1; readonly data: Coded & { readonly added: number; readonly corrected: number; readonly source: Source } }
  | { readonly type: "kpi.recount-asked"; readonly schema: 1; readonly data: { readonly fact: string; readonly from: string; readonly to: string } }
  | { readonly type: "kpi.recount-cancelled"; readonly schema: 1; readonly data: { readonly fact: string } }
  | { readonly type: "kpis.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "observations.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "observations.imported"; readonly schema: 1; readonly data: ImportData };
