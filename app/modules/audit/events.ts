/** What this module writes into its own trail. */
export type AuditTrailEvent =
  | { readonly type: "audit.exported"; readonly schema: 1; readonly data: { readonly filter: Readonly<Record<string, string>> } }
  | { readonly type: "audit.verified"; readonly schema: 1; readonly data: { readonly ok: boolean; readonly events: number; readonly firstBadSeq: number | null } };
