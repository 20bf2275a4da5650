import type { StorySource, StoryVisibility } from "./schemas.ts";

/** What this module writes into the audit trail: never the words of a story, of an answer, or of what came up. */
export type StoriesEvent =
  | { readonly type: "story.told"; readonly schema: 1; readonly data: { readonly value: string; readonly visibility: StoryVisibility; readonly source: StorySource | null; readonly kept: boolean; readonly draft: boolean } }
  | { readonly type: "story.edited"; readonly schema: 1; readonly data: { readonly posted: boolean; readonly kept: boolean } }
  | { readonly type: "story.masked"; readonly schema: 1; readonly data: { readonly masks: number } }
  | { readonly type: "story.hidden"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "story.shown"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "story.withdrawn"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "story.answered"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "story.reported"; readonly schema: 1; readonly data: { readonly report: string; readonly reason: string } }
  | { readonly type: "story.report-settled"; readonly schema: 1; readonly data: { readonly report: string; readonly state: "kept" | "hidden" } }
  | { readonly type: "stories.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "line-up.saved"; readonly schema: 1; readonly data: { readonly week: string; readonly story: string; readonly rule: string } }
  | { readonly type: "line-up.published"; readonly schema: 1; readonly data: { readonly week: string } }
  | { readonly type: "line-up.discussed"; readonly schema: 1; readonly data: { readonly week: string; readonly present: number } }
  | { readonly type: "circle.saved"; readonly schema: 1; readonly data: { readonly sequence: number } }
  | { readonly type: "circle.cancelled"; readonly schema: 1; readonly data: { readonly sequence: number } }
  | { readonly type: "circle.joined"; readonly schema: 1; readonly data: { readonly state: "going" | "waiting" } }
  | { readonly type: "circle.left"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "circle.attendance"; readonly schema: 1; readonly data: { readonly came: number } }
  | { readonly type: "circle.learnt"; readonly schema: 1; readonly data: Record<string, never> };
