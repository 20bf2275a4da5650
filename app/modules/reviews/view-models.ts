import type { Ledger, Share } from "./domain/ledger.ts";
import type { LinePatterns } from "./domain/line-patterns.ts";
import type { KeptCommitment } from "./review-content.ts";
import type { Relation } from "./relation.ts";
import type { HoursKind, LensKind, Verdict } from "./schemas.ts";

interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Figures of the ledger that open up to their acts. */
export const FIGURES = ["desk", "overturning", "overturned", "frictions", "changes", "thanks", "hours", "promises", "log", "practice"] as const;
export type Figure = (typeof FIGURES)[number];

export interface CycleView {
  readonly id: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly closed: boolean;
  readonly ended: boolean;
  readonly participants: number;
}

/** How far somebody has come with their words of a month; `alone`: written by one above whom nobody stands. */
export type MonthState = "none" | "waiting" | "alone" | "answered";

/** Somebody who takes part in a cycle, as it stood when it was opened, and how far they have come; no figure of theirs. */
export interface ParticipantView {
  readonly person: PersonRef;
  /** Where they lead; null: nowhere in particular. */
  readonly place: Bilingual | null;
  readonly teamSize: number;
  /** `alone`: published by one above whom nobody stands, so nobody agrees them. */
  readonly commitments: "none" | "published" | "alone" | "agreed";
  /** Of each month of the cycle that has begun, in their order. */
  readonly months: readonly MonthState[];
  /** The closed review; null while the cycle runs. */
  readonly reviewId: string | null;
}

/** A cycle for those who watch over it. */
export interface CyclePage {
  readonly cycle: CycleView;
  /** Those that have begun, "YYYY-MM", and how many have written them. */
  readonly months: readonly { readonly month: string; readonly written: number; readonly running: boolean }[];
  /** How many have published commitments, for how many of them somebody is there to agree, and of how many that one did. */
  readonly promised: { readonly published: number; readonly toAgree: number; readonly agreed: number };
  /** By given name. */
  readonly rows: readonly ParticipantView[];
}

export interface CommitmentView extends KeptCommitment {
  readonly unit: "percent" | "minutes" | "count" | "hours";
  readonly bound: "least" | "most";
  readonly agreed: boolean;
}

export interface MonthWords {
  readonly id: string;
  readonly words: string;
  readonly loyal: string;
  /** Instant, ISO. */
  readonly at: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

/** What the people of a leader said of one question, as far as it may be told. */
export interface UpwardItem {
  readonly question: Bilingual;
  /** Whole per cent who agree, and at least so many answers; null where only a direction, or nothing, may be told. */
  readonly favourable: number | null;
  readonly atLeast: number;
  /** Against the wave before, beyond chance; null: nothing may be said. */
  readonly trend: "up" | "steady" | "down" | null;
}

interface LargerGroup {
  /** Name of the manager whose people these are; null: everybody who answered. */
  readonly line: Bilingual | null;
  /** Something shown is about one's direct manager, and so about each manager of that group. */
  readonly ofManagers: boolean;
}

/** What the people of a leader said in the newest pulse that asked them. */
export interface UpwardView {
  readonly pulse: { readonly id: string; readonly title: Bilingual };
  /** null: their own people; otherwise these, or those of them who answered, are too few, and this is the next larger group. */
  readonly larger: LargerGroup | null;
  readonly items: readonly UpwardItem[];
  /** What others changed after they were asked, where their own people must not be shown; newest first. */
  readonly elsewhere: readonly string[];
}

/** Results of a leader's people; null where nothing was asked yet. Given by composition. */
export type UpwardReader = (personId: string, span: { readonly from: Date; readonly to: Date }) => Promise<UpwardView | null>;

export interface LeadingPage {
  readonly person: PersonRef;
  readonly relation: Relation;
  readonly month: string;
  readonly earlier: string;
  readonly later: string | null;
  /** null: the reader sees what was promised and nothing else. */
  readonly ledger: Ledger | null;
  readonly cycle: CycleView | null;
  readonly commitments: readonly CommitmentView[];
  readonly sayDo: Share | null;
  /** Whether anybody stands above them, to agree and to answer. */
  readonly nextLevel: boolean;
  readonly words: MonthWords | null;
  readonly upward: UpwardView | null;
  readonly closed: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly may: { readonly write: boolean; readonly answer: boolean; readonly agree: boolean; readonly publish: boolean; readonly explain: boolean };
}

/** A closed review, as it is kept for ever. */
export interface ReviewView {
  readonly id: string;
  readonly person: PersonRef;
  readonly manager: string | null;
  readonly titles: readonly string[];
  readonly department: string | null;
  readonly site: string | null;
  readonly teamSize: number;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly ledger: Ledger;
  readonly commitments: readonly CommitmentView[];
  readonly sayDo: Share;
}

export interface LineRow {
  readonly person: PersonRef;
  readonly teamSize: number;
  readonly ledger: Ledger;
  readonly sayDo: Share | null;
  readonly toAgree: boolean;
  readonly words: "none" | "waiting" | "answered";
  /** Nobody of the team reported an obstacle or thanked a colleague in the month. */
  readonly silent: boolean;
  /** How much of the team answered the newest pulse, in whole steps of five per cent; null where that may not be told. */
  readonly answered: number | null;
}

interface Turnouts {
  readonly pulse: { readonly id: string; readonly title: Bilingual };
  /** `own`: of the team itself and not of a larger group; `percent`: null where it may not be told. */
  readonly teams: readonly { readonly leaderId: string; readonly own: boolean; readonly percent: number | null }[];
}

/** How teams took part in the newest pulse that closed by a day, as far as it may be told; null where none asked them. Given by composition. */
export type TurnoutReader = (leaderIds: readonly string[], until: string) => Promise<Turnouts | null>;

export interface LinePage {
  readonly month: string;
  readonly earlier: string;
  readonly later: string | null;
  readonly rows: readonly LineRow[];
  readonly patterns: LinePatterns;
  /** null: no pulse has asked these teams. `told`: of how many teams it may be said whether they answered. */
  readonly pulse: { readonly id: string; readonly title: Bilingual; readonly told: number } | null;
}

export interface HoursView {
  readonly id: string;
  readonly person: PersonRef;
  readonly site: Bilingual;
  readonly day: string;
  readonly minutes: number;
  readonly what: HoursKind;
  readonly confirmedBy: string | null;
}

export interface DecisionView {
  readonly id: string;
  readonly person: PersonRef;
  readonly title: string;
  readonly words: string;
  readonly lens: LensKind;
  readonly serves: string;
  readonly givenUp: string;
  readonly at: string;
  readonly reviewOn: string;
  readonly verdict: Verdict | null;
  readonly happened: string | null;
  readonly lookedAt: string | null;
  /** The reader's own, whose day to look again has come. */
  readonly due: boolean;
}

export interface WhoView {
  /** 0: nobody has written it yet. */
  readonly version: number;
  readonly purpose: Bilingual | null;
  readonly strengths: readonly Bilingual[];
  readonly customers: readonly Bilingual[];
  readonly at: string | null;
  readonly by: string | null;
}
