/**
 * What this module writes into the audit trail: that something happened, never what somebody wrote, chose or answered.
 * Of a reflection nothing stands there at all.
 */
export type LearningEvent =
  | { readonly type: "learning.started"; readonly schema: 1; readonly data: { readonly course: string; readonly version: number } }
  | { readonly type: "learning.completed"; readonly schema: 1; readonly data: { readonly course: string; readonly version: number } }
  | { readonly type: "practice.reported"; readonly schema: 1; readonly data: { readonly course: string; readonly lesson: string; readonly personId: string } }
  | { readonly type: "practice.observed"; readonly schema: 1; readonly data: { readonly verdict: string; readonly level: string | null; readonly personId: string } }
  | { readonly type: "certificate.given"; readonly schema: 1; readonly data: { readonly course: string; readonly version: number; readonly personId: string; readonly verified: boolean; readonly validFrom: string; readonly validTo: string | null } }
  | { readonly type: "certificate.revoked"; readonly schema: 1; readonly data: { readonly course: string; readonly personId: string } }
  | { readonly type: "learning.exported"; readonly schema: 1; readonly data: { readonly what: "certificates" | "completions" | "statements" } };
