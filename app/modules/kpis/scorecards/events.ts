/** What scorecards, rewards and the findings of KPI lint write into the audit trail: ids, codes and numbers, no words. */
export type ScorecardEvent =
  | { readonly type: "scorecard.saved"; readonly schema: 1; readonly data: { readonly subjectKind: string; readonly subject: string; readonly version: number; readonly customerShare: number } }
  | { readonly type: "scorecard.retired"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "scorecards.share-set"; readonly schema: 1; readonly data: { readonly percent: number } }
  | { readonly type: "scorecard-period.opened"; readonly schema: 1; readonly data: { readonly kind: string; readonly from: string; readonly to: string } }
  | { readonly type: "scorecard-period.closed"; readonly schema: 1; readonly data: { readonly kind: string; readonly from: string; readonly to: string; readonly sheets: number } }
  | { readonly type: "scorecard-sheet.appealed"; readonly schema: 1; readonly data: { readonly appeal: string; readonly toId: string } }
  | { readonly type: "scorecard-sheet.appeal-answered"; readonly schema: 1; readonly data: { readonly appeal: string } }
  | { readonly type: "pay-share.declared"; readonly schema: 1; readonly data: { readonly role: string; readonly percent: number } }
  | { readonly type: "reward-kind.declared"; readonly schema: 1; readonly data: { readonly amount: number | null; readonly active: boolean } }
  | { readonly type: "reward.proposed"; readonly schema: 1; readonly data: { readonly kind: string; readonly personId: string; readonly evidence: readonly string[] } }
  | { readonly type: "reward.approved" | "reward.declined"; readonly schema: 1; readonly data: { readonly kind: string } }
  | { readonly type: "reward.announced"; readonly schema: 1; readonly data: { readonly how: string } }
  | { readonly type: "rewards.exported" | "scorecards.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "kpi-finding.let-stand"; readonly schema: 1; readonly data: { readonly until: string } }
  | { readonly type: "kpi-finding.lifted"; readonly schema: 1; readonly data: Record<string, never> };
