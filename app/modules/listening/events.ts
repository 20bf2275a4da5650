import type { Source } from "#platform/acting.server.ts";

/** What this module writes into the audit trail; what customers said are personal values, of the customer where one is known. */
export type ListeningEvent =
  | { readonly type: "survey.saved"; readonly schema: 1; readonly data: { readonly touchpoint: string; readonly questions: readonly string[]; readonly active: boolean } }
  | { readonly type: "survey-link.made"; readonly schema: 1; readonly data: { readonly linkId: string; readonly kind: "poster" | "case"; readonly touchpoint: string | null; readonly decisionId: string | null } }
  | { readonly type: "survey-link.revoked"; readonly schema: 1; readonly data: { readonly linkId: string } }
  | { readonly type: "feedback.received"; readonly schema: 1; readonly data: { readonly feedbackId: string; readonly source: string; readonly touchpoint: string | null; readonly decisionId: string | null } }
  | { readonly type: "feedback.added"; readonly schema: 1; readonly data: { readonly feedbackId: string; readonly source: string; readonly touchpoint: string | null; readonly came: Source } }
  | { readonly type: "feedback.worded"; readonly schema: 1; readonly data: { readonly feedbackId: string } }
  | { readonly type: "feedback.read"; readonly schema: 1; readonly data: { readonly feedbackId: string } }
  | { readonly type: "feedback.answered"; readonly schema: 1; readonly data: { readonly feedbackId: string } }
  | { readonly type: "feedback.imported"; readonly schema: 1; readonly data: { readonly rows: number; readonly added: number; readonly changed: number; readonly unchanged: number; readonly digest: string } }
  | { readonly type: "feedback.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "listening.pause-set"; readonly schema: 1; readonly data: { readonly days: number } }
  | { readonly type: "pain-point.chosen"; readonly schema: 1; readonly data: { readonly painPointId: string } }
  | { readonly type: "pain-point.listened-to"; readonly schema: 1; readonly data: { readonly painPointId: string; readonly touchpoint: string } }
  | { readonly type: "pain-point.begun"; readonly schema: 1; readonly data: { readonly painPointId: string; readonly ownerId: string; readonly dueDay: string } }
  | { readonly type: "pain-point.solved"; readonly schema: 1; readonly data: { readonly painPointId: string } };
