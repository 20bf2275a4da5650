import type { FindingView } from "../design/view-models.ts";
import type { CheckQuestion } from "../domain/check-question.ts";
import type { RuleField } from "../domain/rule-changes.ts";
import type { Bilingual, NamedCode } from "../view-models.ts";

/** Shapes that the pages about a version on its way hand to screens: plain JSON, instants as ISO text, no formatted words. */

/** The value of a rule's field, ready for words. */
export type ValueView =
  | { readonly kind: "money"; readonly minor: number }
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "minutes"; readonly minutes: number }
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "words"; readonly text: Bilingual }
  | { readonly kind: "names"; readonly names: readonly (Bilingual | string)[] }
  | { readonly kind: "roles"; readonly codes: readonly string[] }
  | { readonly kind: "code"; readonly of: "effect" | "serves" | "yesNo" | "proactive"; readonly code: string }
  | { readonly kind: "range"; readonly min: number | null; readonly below: number | null; readonly unit: "minor" | "days" | "level" };

export interface FieldChangeView {
  readonly field: RuleField;
  /** null: absent, so any or none. */
  readonly before: ValueView | null;
  readonly after: ValueView | null;
}

export interface RuleChangeView {
  readonly code: string;
  readonly kind: "added" | "removed" | "changed";
  readonly name: Bilingual;
  readonly why: Bilingual;
  readonly fields: readonly FieldChangeView[];
}

export interface BudgetChangeView {
  readonly code: string;
  readonly subject: "person" | "team" | "site" | "customer";
  readonly window: "day" | "week" | "month" | { readonly rollingDays: number };
  readonly measure: "amount" | "count";
  /** For the reader's most generous role; null: it does not bind them. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface ChangesView {
  readonly rules: readonly RuleChangeView[];
  readonly budgets: readonly BudgetChangeView[];
}

export interface CommentView {
  readonly id: string;
  readonly at: string;
  /** null: about the whole. */
  readonly rule: NamedCode | null;
  readonly text: string;
  /** What was read. */
  readonly revision: number;
  readonly mine: boolean;
  /** For who reads drafts or answers it, and oneself; null for colleagues. */
  readonly author: string | null;
  readonly outcome: "changed" | "kept" | "explained" | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly mayAnswer: boolean;
  /** Where it led to a change: what of the rule (of the whole) differs between what was read and what is there now. */
  readonly changes: readonly RuleChangeView[];
}

export interface CommentsView {
  readonly version: number;
  readonly state: string;
  readonly revision: number;
  readonly currency: string;
  /** The last local day of the period, asked for now or before. */
  readonly lastDay: string | null;
  readonly open: boolean;
  /** How many people the draft binds: who would be asked. */
  readonly binds: number;
  readonly rules: readonly NamedCode[];
  /** What the draft would change for the reader; null for whom it does not bind. */
  readonly changes: ChangesView | null;
  readonly comments: readonly CommentView[];
  /** For who sees to the answers; null for others. */
  readonly unanswered: number | null;
  readonly may: { readonly invite: boolean; readonly end: boolean; readonly comment: boolean };
}

export interface OwnResponseView {
  readonly response: "understood" | "unclear" | "unreasonable";
  readonly at: string;
  readonly rule: NamedCode | null;
  readonly words: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
}

/** What a version means to one reader, and what they said of it. */
export interface RespondView {
  readonly version: number;
  readonly state: "published" | "in_force" | "retired";
  readonly effectiveFrom: string;
  readonly currency: string;
  /** null: the first version there is. */
  readonly before: number | null;
  readonly changes: ChangesView;
  /** Rules meant for the reader, to name the one that is meant. */
  readonly rules: readonly NamedCode[];
  readonly mine: OwnResponseView | null;
  readonly question: { readonly question: Bilingual; readonly options: readonly Bilingual[] } | null;
  readonly mayRespond: boolean;
}

export interface TeamReaders {
  /** The team's direct manager; null: nobody. */
  readonly manager: string | null;
  readonly own: boolean;
  readonly bound: number;
  readonly understood: number;
  readonly unclear: number;
  readonly unreasonable: number;
  readonly open: number;
  /** Of one's own direct reports alone; null for every other team. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly response: "understood" | "unclear" | "unreasonable" | null; readonly words: string | null }[] | null;
}

/** Something raised about a version, without whose it is. */
export interface RaisedView {
  readonly ref: string;
  readonly response: "unclear" | "unreasonable" | "understood";
  readonly at: string;
  readonly rule: NamedCode | null;
  readonly words: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly mayAnswer: boolean;
}

export interface ReadersView {
  readonly version: number;
  readonly teams: readonly TeamReaders[];
  readonly total: Omit<TeamReaders, "manager" | "own" | "people">;
  readonly raised: readonly RaisedView[];
  readonly mayRemind: boolean;
}

export interface PolicyTestView {
  readonly index: number;
  readonly name: string;
  readonly passed: boolean;
  readonly roles: readonly string[];
  readonly gesture: NamedCode;
  readonly minor: number | null;
  /** The first thing that differs; of a test that passed the outcome it expects. */
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
  /** Names of the rules that `expected` and `actual` are codes of. */
  readonly ruleNames: Readonly<Record<string, Bilingual>>;
}

export interface PolicyTestsView {
  readonly version: number;
  readonly revision: number;
  readonly currency: string;
  readonly tests: readonly PolicyTestView[];
  readonly failed: number;
  readonly mayEdit: boolean;
}

/** A finding with what somebody wrote down about it. */
export interface NotedFindingView extends FindingView {
  readonly noted: { readonly note: string; readonly by: string | null; readonly at: string } | null;
}

/** Who is told what when the version is published. */
export interface AudienceView {
  readonly people: number;
  readonly roles: readonly string[];
  readonly changes: ChangesView;
}

/** A version on its way from draft to rule: what stands in the way, and the step the reader may take. */
export interface PublishView {
  readonly version: number;
  readonly state: "draft" | "in_review";
  readonly currency: string;
  readonly note: string | null;
  readonly ownDraft: boolean;
  readonly findings: readonly NotedFindingView[];
  readonly tests: { readonly total: number; readonly failed: number };
  readonly comments: { readonly lastDay: string | null; readonly open: boolean; readonly unanswered: number };
  readonly audiences: readonly AudienceView[];
  readonly question: CheckQuestion | null;
  readonly may: { readonly submit: boolean; readonly publish: boolean; readonly returnIt: boolean; readonly note: boolean; readonly ask: boolean };
}

export type { Bilingual, NamedCode };
