import type { Burden, BurdenMinutes } from "./domain/burden.ts";
import type { Comparison } from "./domain/compare.ts";
import type { Measure } from "./domain/measures.ts";
import type { Answer, Confirmation, ImprovementState, Move } from "./domain/states.ts";
import type { ProcedureState, Review } from "./domain/sunset.ts";
import type { FREQUENCIES, Kind, LENSES, WAYS } from "./schemas.ts";
import type { StoryMove } from "./record-event.server.ts";

export interface Local {
  readonly vi: string;
  readonly en: string;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface PlaceView {
  readonly code: string;
  readonly name: Local;
}

export type Frequency = (typeof FREQUENCIES)[number];
export type Lens = (typeof LENSES)[number];
export type Way = (typeof WAYS)[number];

/** One line of a list. */
export interface ImprovementRow {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly state: ImprovementState;
  readonly answer: Answer | null;
  /** The beginning of what was reported. */
  readonly title: string;
  readonly departments: readonly PlaceView[];
  /** ISO instant */
  readonly reportedAt: string;
  /** By when the next open answer is due; null when nothing is asked. */
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly confirmation: Confirmation | null;
  readonly returned: boolean;
  readonly reporters: number;
  /** What waits on the reader. */
  readonly waitsForMe: "answer" | "confirm" | "step" | null;
}

export interface OwnerView {
  readonly department: PlaceView;
  readonly lead: boolean;
  readonly asked: PersonView;
  readonly level: number;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly answer: Answer | null;
  readonly words: string | null;
  readonly law: string | null;
  readonly answeredBy: PersonView | null;
  readonly answeredAt: string | null;
}

export interface StepView {
  readonly id: string;
  readonly text: string;
  readonly owner: PersonView;
  readonly dueDay: string | null;
  readonly doneAt: string | null;
  readonly mayFinish: boolean;
}

export interface PlanView {
  readonly text: string;
  readonly lensKind: Lens;
  readonly lensText: string;
  readonly evidence: string | null;
  readonly way: Way;
  readonly burden: Burden;
  readonly burdenAfter: Burden;
  readonly before: BurdenMinutes;
  readonly removed: BurdenMinutes;
  readonly at: string;
}

/** Before and after, each with its time, and what the comparison says. */
export interface EffectView {
  readonly measure: Measure;
  readonly before: { readonly from: string | null; readonly to: string | null };
  readonly after: { readonly from: string | null; readonly to: string | null };
  readonly comparison: Comparison;
  /** Of a series: its points, before and after. */
  readonly points: { readonly before: readonly number[]; readonly after: readonly number[] } | null;
  readonly sources: readonly { readonly phase: "before" | "after"; readonly source: string; readonly n: number; readonly at: string; readonly by: string }[];
}

export interface StoryLine {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly move: StoryMove;
  readonly note: string | null;
}

export interface ImprovementView {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly state: ImprovementState;
  readonly answer: Answer | null;
  readonly title: string;
  readonly what: string;
  readonly cost: string;
  readonly often: Frequency;
  readonly reportedAt: string;
  readonly reporters: readonly PersonView[];
  readonly mine: boolean;
  readonly site: PlaceView | null;
  readonly touchpoint: string | null;
  readonly procedure: { readonly id: string; readonly name: Local } | null;
  readonly rule: string | null;
  readonly decisionId: string | null;
  readonly owners: readonly OwnerView[];
  readonly plan: PlanView | null;
  readonly steps: readonly StepView[];
  readonly trialFrom: string | null;
  readonly effect: EffectView | null;
  readonly decidedAt: string | null;
  readonly confirmation: Confirmation | null;
  readonly confirmBy: string | null;
  readonly confirmedAt: string | null;
  readonly confirmNote: string | null;
  readonly verifiedAt: string | null;
  readonly watchUntil: string | null;
  readonly returnedAt: string | null;
  readonly mergedInto: { readonly id: string; readonly number: string } | null;
  readonly merged: readonly { readonly id: string; readonly number: string }[];
  readonly story: readonly StoryLine[];
  readonly may: {
    /** Departments the reader can answer for now. */
    readonly answer: readonly PlaceView[];
    readonly moves: readonly Move[];
    readonly addStep: boolean;
    readonly figures: "before" | "after" | null;
    readonly confirm: boolean;
    readonly arrange: boolean;
  };
}

export interface ProcedureRow {
  readonly id: string;
  readonly code: string;
  readonly name: Local;
  readonly department: PlaceView;
  readonly owner: PersonView | null;
  /** Local days. */
  readonly since: string;
  readonly reviewBy: string;
  readonly lastReview: string | null;
  readonly law: string | null;
  readonly state: ProcedureState;
  readonly standing: "fine" | "soon" | "due" | "sunset" | "ended";
  readonly burden: Burden;
  readonly minutes: BurdenMinutes;
  /** Reports about it that are not over. */
  readonly openReports: number;
}

export interface ProcedureReviewView {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly decision: Review;
  readonly note: string;
  readonly reviewBy: string | null;
}

export interface ProcedureView extends ProcedureRow {
  /** The day it is stopped by default; null for one a law asks for. */
  readonly sunset: string | null;
  readonly reviews: readonly ProcedureReviewView[];
  readonly improvements: readonly ImprovementRow[];
  readonly mayReview: boolean;
  readonly mayEdit: boolean;
}

/** The KPIs that may show a change, and what a measure may be narrowed to. */
export interface MeasureScopes {
  readonly rules: readonly PlaceView[];
  readonly gestures: readonly PlaceView[];
  readonly kpis: readonly PlaceView[];
  readonly departments: readonly PlaceView[];
  readonly sites: readonly PlaceView[];
}

/** Names of what a measure is narrowed to. */
export interface MeasureScope {
  readonly rule: Local | null;
  readonly gesture: Local | null;
  readonly department: Local | null;
  readonly site: Local | null;
}
