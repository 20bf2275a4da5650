import type { RecognitionState } from "./domain/state.ts";
import type { Visibility } from "./domain/visibility.ts";

/**
 * What this module writes into the audit trail. Words never stand there, and the receivers only of what is public: what
 * was said in private stays between those it concerns.
 */
export type RecognitionEvent =
  | {
      readonly type: "recognition.given";
      readonly schema: 1;
      readonly data: {
        readonly visibility: Visibility;
        readonly value: string;
        readonly version: number;
        readonly behaviour: string;
        readonly receivers: number;
        readonly receiverIds: readonly string[] | null;
        readonly evidence: readonly string[];
        readonly state: RecognitionState;
      };
    }
  | { readonly type: "recognition.edited"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "recognition.added-on"; readonly schema: 1; readonly data: { readonly words: boolean } }
  | { readonly type: "recognition.commented"; readonly schema: 1; readonly data: { readonly comment: string } }
  | { readonly type: "recognition.withdrawn"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "recognition.reported"; readonly schema: 1; readonly data: { readonly report: string; readonly reason: string } }
  | { readonly type: "recognition.report-settled"; readonly schema: 1; readonly data: { readonly report: string; readonly state: "kept" | "hidden" } }
  | { readonly type: "recognition.state-moved"; readonly schema: 1; readonly data: { readonly from: RecognitionState; readonly to: RecognitionState; readonly evidence: string } }
  | { readonly type: "recognition.manager-nudged"; readonly schema: 1; readonly data: { readonly kind: string; readonly managerId: string } }
  | { readonly type: "recognitions.exported"; readonly schema: 1; readonly data: Record<string, never> };
