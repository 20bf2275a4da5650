import type { Figures } from "./domain/figures.ts";
import type { Question, Ratings, Tone } from "./domain/scales.ts";

/** A name in both languages, as the organisation gave it. */
export interface LocalName {
  readonly vi: string;
  readonly en: string;
}

export interface CodedName {
  readonly code: string;
  readonly name: LocalName;
}

/** One thing a customer said, as a line of the inbox. */
export interface FeedbackRow {
  readonly id: string;
  /** ISO instant */
  readonly at: string;
  readonly tone: Tone | null;
  readonly ratings: Ratings;
  readonly said: string | null;
  readonly touchpoint: CodedName | null;
  readonly site: CodedName | null;
  readonly customer: { readonly ref: string; readonly name: string | null } | null;
  readonly decision: { readonly id: string; readonly number: string } | null;
  readonly read: boolean;
  readonly answered: boolean;
  readonly erased: boolean;
}

/** The same, whole. */
export interface FeedbackItem extends FeedbackRow {
  readonly source: string;
  readonly channel: string | null;
  readonly language: string;
  readonly felt: string | null;
  readonly unsaid: string | null;
  /** The colleague who typed it in. */
  readonly by: string | null;
  readonly readBy: { readonly name: string; readonly at: string } | null;
  readonly answer: { readonly text: string | null; readonly by: string; readonly at: string } | null;
  readonly may: { readonly answer: boolean; readonly customer: boolean; readonly decision: boolean };
}

export interface MonthFigures extends Figures {
  /** "2026-11" */
  readonly month: string;
}

/** What the inbox's figures rest on; ISO instants. */
export interface FigureView extends Figures {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Everything heard in that time, with or without a rating. */
  readonly heard: number;
  readonly months: readonly MonthFigures[];
}

export interface InboxFilter {
  readonly touchpoint: string | null;
  readonly tone: Tone | null;
  readonly site: string | null;
  /** Not read yet, or with words of the customer. */
  readonly state: "unread" | "words" | null;
  /** 3, 6 or 12 calendar months, the current one among them. */
  readonly months: number;
}

export interface InboxView {
  readonly figures: FigureView;
  readonly rows: readonly FeedbackRow[];
  readonly unread: number;
  readonly touchpoints: readonly CodedName[];
  readonly sites: readonly CodedName[];
}

export interface PosterLinkView {
  readonly id: string;
  readonly site: CodedName | null;
  readonly madeAt: string;
  readonly answers: number;
}

export interface SurveyRow {
  readonly touchpoint: CodedName;
  readonly department: CodedName | null;
  readonly questions: readonly Question[];
  readonly active: boolean;
  readonly links: number;
  readonly answers: number;
  readonly lastAt: string | null;
}

/** What a survey's page asks, in one language. */
export interface AskView {
  readonly questions: readonly Question[];
  readonly asksWords: boolean;
  readonly intro: string | null;
  readonly thanks: string | null;
}
