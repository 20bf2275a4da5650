import type { Source } from "#platform/acting.server.ts";
import type { Answer } from "./domain/states.ts";

interface Named {
  readonly number: string;
}

interface ImportData {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
}

/** What this module writes into the audit trail: ids, codes and numbers; the words stay in its own tables. */
export type ImprovementsEvent =
  | { readonly type: "improvement.reported"; readonly schema: 1; readonly data: Named & { readonly kind: string; readonly procedureId: string | null; readonly rule: string | null; readonly decisionId: string | null; readonly departments: readonly string[]; readonly source: Source } }
  | { readonly type: "improvement.climbed"; readonly schema: 1; readonly data: Named & { readonly department: string; readonly from: string; readonly to: string; readonly level: number } }
  | { readonly type: "improvement.answered"; readonly schema: 1; readonly data: Named & { readonly department: string; readonly answer: Answer; readonly joint: Answer | null } }
  | { readonly type: "improvement.merged"; readonly schema: 1; readonly data: Named & { readonly into: string } }
  | { readonly type: "improvement.reassigned"; readonly schema: 1; readonly data: Named & { readonly departments: readonly string[]; readonly lead: string } }
  | { readonly type: "improvement.handed-over"; readonly schema: 1; readonly data: Named & { readonly from: string; readonly to: string } }
  | { readonly type: "improvement.planned"; readonly schema: 1; readonly data: Named & { readonly measure: string; readonly steps: number } }
  | { readonly type: "improvement.step-added"; readonly schema: 1; readonly data: Named & { readonly stepId: string; readonly ownerId: string } }
  | { readonly type: "improvement.step-finished"; readonly schema: 1; readonly data: Named & { readonly stepId: string } }
  | { readonly type: "improvement.trial-began"; readonly schema: 1; readonly data: Named & { readonly trial: number; readonly from: string } }
  | { readonly type: "improvement.figures-recorded"; readonly schema: 1; readonly data: Named & { readonly figureId: string; readonly phase: "before" | "after" } }
  | { readonly type: "improvement.adopted"; readonly schema: 1; readonly data: Named & { readonly trial: number } }
  | { readonly type: "improvement.reverted"; readonly schema: 1; readonly data: Named & { readonly trial: number } }
  | { readonly type: "improvement.verified"; readonly schema: 1; readonly data: Named & { readonly measure: string; readonly before: number; readonly after: number; readonly n: number } }
  | { readonly type: "improvement.confirmed"; readonly schema: 1; readonly data: Named }
  | { readonly type: "improvement.denied"; readonly schema: 1; readonly data: Named }
  | { readonly type: "improvement.unconfirmed"; readonly schema: 1; readonly data: Named }
  | { readonly type: "improvement.returned"; readonly schema: 1; readonly data: Named & { readonly by: "report" | "measure"; readonly reportId: string | null } }
  | { readonly type: "improvements.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "procedure.saved"; readonly schema: 1; readonly data: { readonly code: string; readonly reviewBy: string } }
  | { readonly type: "procedure.reviewed"; readonly schema: 1; readonly data: { readonly code: string; readonly decision: string; readonly reviewBy: string | null } }
  | { readonly type: "procedure.lapsed"; readonly schema: 1; readonly data: { readonly code: string } }
  | { readonly type: "procedure.handed-over"; readonly schema: 1; readonly data: { readonly code: string; readonly from: string; readonly to: string } }
  | { readonly type: "procedures.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "procedures.imported"; readonly schema: 1; readonly data: ImportData };
