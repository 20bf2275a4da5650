import type { Mode } from "./domain/thresholds.ts";

/**
 * What this module writes into the audit trail. Nothing about answering stands there: not who, not when, not how many.
 */
export type PulseEvent =
  | { readonly type: "pulse.saved"; readonly schema: 1; readonly data: { readonly revision: number; readonly questions: readonly string[] } }
  | { readonly type: "pulse.discarded"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "pulse.launched"; readonly schema: 1; readonly data: { readonly mode: Mode; readonly kScores: number; readonly kComments: number; readonly invited: number; readonly cells: number } }
  | { readonly type: "pulse.extended"; readonly schema: 1; readonly data: { readonly closesOn: string } }
  | { readonly type: "pulse.closed"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "pulse.asked-again"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "pulse.improvement-tied"; readonly schema: 1; readonly data: { readonly improvement: string; readonly question: string } }
  | { readonly type: "pulse.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "pulse-question.added"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "pulse-threshold.raised"; readonly schema: 1; readonly data: { readonly from: number; readonly to: number } };
