/** Shapes that queries hand to screens: plain JSON, instants as ISO text, money as integer minor units, no formatted words. */

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export interface MoneyView {
  readonly minor: number;
  readonly currency: string;
}

export interface NamedCode {
  readonly code: string;
  readonly name: Bilingual;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A deciding or accompanying reason, in words of the reader's language. */
export interface ReasonView {
  readonly code: string;
  readonly text: string;
}

export interface BudgetView {
  readonly code: string;
  readonly unit: "minor" | "count";
  readonly subject: "person" | "team" | "site" | "customer";
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly resetsAt: string | null;
}

/** One gesture in the situation at hand, and what may be given of it now. */
export interface GestureOffer {
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: string;
  readonly valued: boolean;
  readonly outcome: "granted" | "escalated" | "refused";
  /** null for a gesture without amount */
  readonly room: MoneyView | null;
}

/** What the policy in force lets a person choose from, for the decision form. */
export interface DecideChoices {
  readonly policyVersion: number;
  readonly currency: string;
  readonly reasons: readonly NamedCode[];
  readonly channels: readonly NamedCode[];
  readonly tiers: readonly NamedCode[];
  readonly flags: readonly NamedCode[];
  /** of the person's site; null: ask */
  readonly channel: string | null;
}

/** The verdict for what is typed, before or after it is recorded. */
export interface VerdictView {
  readonly outcome: "granted" | "escalated" | "refused";
  readonly policyVersion: number;
  readonly rule: { readonly code: string; readonly name: Bilingual; readonly why: Bilingual } | null;
  readonly amount: MoneyView | null;
  readonly limit: MoneyView | null;
  readonly room: MoneyView | null;
  readonly binding: string | null;
  readonly reasons: readonly ReasonView[];
  readonly budgets: readonly BudgetView[];
  readonly duties: { readonly note: boolean; readonly evidence: boolean };
  readonly unknown: readonly string[];
  readonly alternatives: readonly { readonly gesture: string; readonly name: Bilingual; readonly limit: MoneyView | null }[];
  /** who would be asked (or is), and by when */
  readonly approver: { readonly name: string; readonly email: string; readonly dueAt: string } | null;
  readonly say: Bilingual;
}

export type DecisionState = "granted" | "pending" | "approved" | "declined" | "returned" | "expired" | "cancelled" | "refused";

/** One line of a list of decisions, newest first. */
export interface DecisionRow {
  readonly id: string;
  readonly number: string;
  readonly at: string;
  readonly person: PersonView;
  readonly gesture: NamedCode;
  readonly reason: NamedCode;
  readonly amount: MoneyView | null;
  readonly approvedAmount: MoneyView | null;
  readonly customerRef: string | null;
  readonly state: DecisionState;
  readonly givenAt: string | null;
  readonly result: "resolved" | "partly" | "unresolved" | null;
}

export interface RuleTrace {
  readonly code: string;
  readonly name: Bilingual;
  readonly effect: string;
  readonly status: string;
  readonly limit: MoneyView | null;
  readonly by: string | null;
  readonly failed: readonly { readonly dim: string; readonly actual: TraceValue; readonly needed: TraceValue }[];
}

/** What was the case in a dimension, or what a rule asks for, in parts that words are made of. */
export type TraceValue =
  | { readonly kind: "unknown" }
  | { readonly kind: "none" }
  | { readonly kind: "proactive"; readonly value: boolean }
  | { readonly kind: "names"; readonly names: readonly (Bilingual | string)[] }
  | {
      readonly kind: "range";
      readonly min: number | string | null;
      readonly below: number | string | null;
      readonly unit: "minor" | "days" | "level" | "day";
      /** `min` alone is the value itself */
      readonly exact: boolean;
    };

export interface ApprovalStep {
  readonly level: number;
  readonly kind: "person" | "second_person" | "exception";
  readonly state: string;
  readonly approver: PersonView;
  readonly onBehalfOf: PersonView | null;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answeredAt: string | null;
  readonly note: string | null;
}

/** Why a decision was looked at again and changed. */
export const OVERTURN_REASONS = ["wrong_facts", "outside_purpose", "abuse", "better_for_customer", "other"] as const;
export type OverturnReason = (typeof OVERTURN_REASONS)[number];

export interface DecisionDetail extends DecisionRow {
  readonly channel: NamedCode;
  readonly proactive: boolean;
  readonly caseRef: string | null;
  readonly orderRef: string | null;
  readonly felt: string | null;
  readonly note: string | null;
  readonly evidence: readonly string[];
  readonly flags: readonly NamedCode[];
  readonly byChoice: boolean;
  readonly externalRef: string | null;
  readonly verdict: VerdictView;
  readonly rules: readonly RuleTrace[];
  readonly approvals: readonly ApprovalStep[];
  readonly givenBy: PersonView | null;
  readonly csat: number | null;
  readonly resultNote: string | null;
  readonly repeatContactAt: string | null;
  readonly boughtAgainAt: string | null;
  /** decided inside the rules: it was right when taken */
  readonly receipt: boolean;
  /** looked at again and changed by somebody above */
  readonly overturn: { readonly by: PersonView; readonly at: string; readonly reason: OverturnReason; readonly note: string } | null;
  readonly may: { readonly cancel: boolean; readonly give: boolean; readonly result: boolean; readonly overturn: boolean };
}

/** One request that waits for an answer. */
export interface WaitingApproval {
  readonly id: string;
  readonly decisionId: string;
  readonly number: string;
  readonly requester: PersonView;
  readonly site: NamedCode | null;
  readonly gesture: NamedCode;
  readonly reason: NamedCode;
  readonly amount: MoneyView | null;
  readonly customerRef: string | null;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly why: ReasonView;
}

export interface ApprovalDetail extends WaitingApproval {
  readonly kind: "person" | "second_person" | "exception";
  readonly state: string;
  readonly onBehalfOf: PersonView | null;
  readonly customerName: string | null;
  readonly felt: string | null;
  readonly note: string | null;
  readonly evidence: readonly string[];
  readonly flags: readonly NamedCode[];
  readonly byChoice: boolean;
  readonly escalateReason: string | null;
  readonly rule: { readonly code: string; readonly name: Bilingual; readonly why: Bilingual } | null;
  /** the same case so far: decisions of this case, or of this customer, newest first */
  readonly caseSoFar: readonly DecisionRow[];
  /** goodwill to this customer in the last 90 days */
  readonly goodwill: { readonly count: number; readonly total: MoneyView };
  /** the most the reader may approve; null for a gesture without amount */
  readonly room: MoneyView | null;
  /** budgets that approving draws on, as they stand before it */
  readonly budgets: readonly BudgetView[];
  /** may be returned with coaching: it lies within the requester's own authority */
  readonly withinRequestersAuthority: boolean;
  readonly declineSay: Bilingual;
  readonly mayAnswer: boolean;
}

/** One rule as it concerns the reader: "everything I may do". */
export interface AuthorityRule {
  readonly code: string;
  readonly effect: "grant" | "prohibit" | "require";
  readonly gestures: readonly NamedCode[];
  readonly name: Bilingual;
  readonly why: Bilingual;
  readonly perCase: MoneyView | null;
  readonly percentOfOrder: number | null;
  readonly secondPersonAbove: MoneyView | null;
  readonly duties: { readonly note: boolean; readonly evidence: boolean };
  readonly conditions: readonly RuleCondition[];
  /** false where the reader's courses are still missing */
  readonly open: boolean;
  readonly missingCourses: readonly { readonly code: string; readonly name: Bilingual; readonly minutes: number | null }[];
  readonly validTo: string | null;
}

/** A condition of a rule in parts that words are made of: a set of names, or a half-open range. */
export type RuleCondition =
  | { readonly dim: string; readonly names: readonly (Bilingual | string)[] }
  | { readonly dim: string; readonly min: number | null; readonly below: number | null; readonly unit: "minor" | "days" | "level" }
  | { readonly dim: "proactive"; readonly value: boolean };

/** A budget of the reader: what it counts, and how long a time it is for. */
export interface AuthorityBudget extends BudgetView {
  /** none: every gesture */
  readonly gestures: readonly NamedCode[];
  readonly window: "day" | "week" | "month" | { readonly rollingDays: number };
}

export interface AuthorityView {
  readonly policyVersion: number;
  readonly effectiveFrom: string;
  readonly rules: readonly AuthorityRule[];
  readonly budgets: readonly AuthorityBudget[];
  readonly readAt: string | null;
  /** "understood" asks a question first. */
  readonly asks: boolean;
  /** The next version to come, and whether the reader has answered it. */
  readonly coming: { readonly version: number; readonly effectiveFrom: string; readonly answered: boolean } | null;
}

export interface PolicySummary {
  readonly version: number;
  readonly state: "draft" | "in_review" | "published" | "in_force" | "retired";
  readonly effectiveFrom: string | null;
  readonly authors: readonly PersonView[];
  readonly publishedBy: PersonView | null;
  readonly note: string | null;
  readonly rules: number;
  readonly revision: number;
}

/** Polled every few seconds; `stamp` changes whenever the reader's lists would. */
export interface UpdatesView {
  readonly stamp: string;
  readonly waiting: number;
  readonly notifications: number;
}
