import type { Burden } from "#modules/improvements/domain/burden.ts";
import type { Comparison } from "#modules/improvements/domain/compare.ts";
import type { Measure, RecordedMeasure } from "#modules/improvements/domain/measures.ts";
import type { Answer } from "#modules/improvements/domain/states.ts";
import type { Frequency, Lens, Way } from "#modules/improvements/view-models.ts";

/** Who reports: a sign-in's e-mail, or the n-th of a role at a site. */
export type Who = string | { readonly site: string; readonly role: "frontline" | "supervisor"; readonly n: number };

export interface AnswerPlan {
  readonly answer: Answer;
  readonly words: string;
  readonly law?: string;
  /** Hours after the report. */
  readonly after: number;
}

export interface ChangePlan {
  readonly text: string;
  readonly lensKind: Lens;
  readonly lensText: string;
  readonly evidence: string | null;
  readonly way: Way;
  readonly burden: Burden;
  readonly burdenAfter: Burden;
  readonly steps: readonly string[];
  readonly measure: Measure;
}

/** A measure from the records that may have moved, with the days before today a trial may have begun. */
export interface Candidate {
  readonly measure: RecordedMeasure;
  readonly trialDaysAgo: number;
}

export type End =
  | { readonly as: "open"; readonly climbed?: true }
  | { readonly as: "answered" }
  | { readonly as: "planned" }
  | { readonly as: "trialled"; readonly trialDaysAgo: number; readonly denied?: string }
  | { readonly as: "adopted"; readonly trialDaysAgo: number; readonly afterDays: number; readonly note: string; readonly word: "asked" | "confirmed" | "unconfirmed"; readonly said?: string }
  | { readonly as: "reverted"; readonly trialDaysAgo: number; readonly afterDays: number; readonly note: string }
  | { readonly as: "merged"; readonly into: string }
  /** The first candidate whose measure really got better; else it stays adopted. */
  | { readonly as: "verified"; readonly candidates: readonly Candidate[]; readonly note: string; readonly word: "confirmed" | "unconfirmed"; readonly said?: string; readonly returned?: true };

/** One report of the demo, and how far it has come. */
export interface Story {
  readonly key: string;
  /** Told in English, by somebody who reads English at work. */
  readonly english?: true;
  readonly kind: "friction" | "pain_point" | "idea";
  readonly what: string;
  readonly cost: string;
  readonly often: Frequency;
  readonly by: Who;
  /** Days before today; of verified ones it is counted back from their trial. */
  readonly daysAgo: number;
  readonly department: string;
  /** Departments that answer together with the first. */
  readonly together?: readonly string[];
  readonly procedure?: string;
  readonly rule?: string;
  readonly touchpoint?: string;
  /** Came from the reporter's latest decision with this gesture, or else from their shop's. */
  readonly fromGesture?: string;
  readonly answer?: AnswerPlan;
  readonly plan?: ChangePlan;
  /** Figures of one's own, with their source. */
  readonly figures?: { readonly source: string; readonly before: readonly number[]; readonly after: readonly number[] } | { readonly source: string; readonly before: { readonly hits: number; readonly n: number }; readonly after: { readonly hits: number; readonly n: number } };
  readonly end: End;
}

/** When a story's report and trial lie, and what its measure really did. */
export interface Course {
  readonly reportDaysAgo: number;
  readonly verified: { readonly candidate: Candidate; readonly trialFrom: Date; readonly verifiedAt: Date; readonly comparison: Comparison } | null;
}
