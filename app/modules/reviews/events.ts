/** What this module writes into the audit trail: ids, codes and numbers, no words. */
export type LeadingEvent =
  | { readonly type: "lead-cycle.opened"; readonly schema: 1; readonly data: { readonly from: string; readonly to: string; readonly participants: number } }
  | { readonly type: "lead-cycle.closed"; readonly schema: 1; readonly data: { readonly from: string; readonly to: string; readonly reviews: number } }
  | { readonly type: "lead-commitments.published"; readonly schema: 1; readonly data: { readonly cycle: string; readonly count: number; readonly sources: readonly string[] } }
  | { readonly type: "lead-commitments.agreed"; readonly schema: 1; readonly data: { readonly cycle: string; readonly count: number } }
  | { readonly type: "lead-commitment.explained"; readonly schema: 1; readonly data: { readonly cycle: string } }
  | { readonly type: "lead-month.written" | "lead-month.answered"; readonly schema: 1; readonly data: { readonly month: string } }
  | { readonly type: "customer-hours.logged"; readonly schema: 1; readonly data: { readonly site: string; readonly day: string; readonly minutes: number; readonly what: string } }
  | { readonly type: "customer-hours.withdrawn"; readonly schema: 1; readonly data: { readonly site: string; readonly day: string; readonly minutes: number } }
  | { readonly type: "customer-hours.confirmed"; readonly schema: 1; readonly data: { readonly personId: string } }
  | { readonly type: "leader-decision.logged"; readonly schema: 1; readonly data: { readonly lens: string; readonly reviewOn: string } }
  | { readonly type: "leader-decision.looked-at"; readonly schema: 1; readonly data: { readonly verdict: string } }
  | { readonly type: "who-we-are.saved"; readonly schema: 1; readonly data: { readonly version: number } }
  | { readonly type: "leading.exported"; readonly schema: 1; readonly data: Record<string, never> };
