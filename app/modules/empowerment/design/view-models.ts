import type { BudgetForm } from "../domain/design/budget-form.ts";
import type { Vocabulary } from "../domain/design/edits.ts";
import type { Witness } from "../domain/lint/findings.ts";
import type { RuleChoice, RuleForm, Typed } from "../domain/design/rule-form.ts";
import type { AuthorityRule, Bilingual, MoneyView, NamedCode } from "../view-models.ts";

/** Shapes that the designer's queries hand to its screens: plain JSON, no formatted words. */

/** One line of the delegation-of-authority matrix. */
export interface MatrixRow extends AuthorityRule {
  readonly roles: readonly string[];
  readonly owner: string | null;
  readonly reviewBy: string | null;
  /** Whether the review date has passed or is less than 30 days away. */
  readonly reviewDue: boolean;
  readonly escalation: EscalationView | null;
}

export interface EscalationView {
  readonly to: string;
  readonly withinMinutes: number;
  readonly fallback: string | null;
  readonly fallbackAfterMinutes: number | null;
}

export interface MatrixFilter {
  readonly q: string;
  readonly gesture: string;
  readonly role: string;
  readonly effect: string;
}

export interface MatrixView {
  readonly currency: string;
  readonly total: number;
  readonly rows: readonly MatrixRow[];
  readonly gestures: readonly NamedCode[];
  readonly roles: readonly string[];
}

export interface ChoiceView {
  readonly code: string;
  /** null: the code has words of its own, as roles have. */
  readonly name: Bilingual | null;
}

/** Everything the form of one rule needs. */
export interface RuleEditorView {
  readonly version: number;
  readonly revision: number;
  readonly currency: string;
  /** null for a rule not yet written */
  readonly before: string | null;
  readonly form: RuleForm;
  readonly choices: Readonly<Record<RuleChoice, readonly ChoiceView[]>>;
  /** gestures that are given as an amount */
  readonly valued: readonly string[];
  /** where the rule leaves it to the policy */
  readonly policyPath: EscalationView | null;
  readonly lastResort: string;
  /** active people by role, for the line of people */
  readonly peopleByRole: Readonly<Record<string, number>>;
}

/** How authority for one gesture changes for one role (`*`: any role that neither version names), against the version in force. */
export interface ChangeView {
  readonly role: string;
  readonly gesture: NamedCode;
  /** `unsettled`: no difference was found, but there was too much to look through. */
  readonly direction: "more" | "less" | "incomparable" | "unsettled";
  readonly examples: readonly ChangeExampleView[];
}

export interface ChangeExampleView {
  readonly situation: SituationView;
  readonly before: OutcomeView;
  readonly after: OutcomeView;
}

/** `none` is known not to exist. */
export type FactView = string | number | boolean | MoneyView | readonly (Bilingual | string)[];

/** Concrete facts, as a person would tell them. */
export interface SituationView {
  readonly role: string;
  readonly gesture: NamedCode;
  readonly amount: MoneyView | null;
  readonly reason: NamedCode | null;
  readonly channel: NamedCode | null;
  readonly tier: NamedCode | null;
  readonly facts: readonly { readonly dim: string; readonly value: FactView }[];
}

export interface OutcomeView {
  readonly outcome: "granted" | "escalated" | "refused";
  readonly room: MoneyView | null;
}

export interface FindingView {
  readonly key: string;
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly fix: string;
  readonly rules: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly budgets: readonly string[];
  readonly witness: SituationView | null;
  /** the same as request and facts, to evaluate again */
  readonly facts: Witness | null;
}

/** What recent cases would have come to: a first look, the whole is the simulation. */
export interface EffectView {
  readonly cases: number;
  readonly judged: number;
  /** granted alone, then and now */
  readonly granted: { readonly before: number; readonly after: number };
  readonly cost: { readonly before: MoneyView; readonly after: MoneyView };
  readonly waitingMinutesSaved: number;
}

export interface EditPreview {
  /** Names exactly this result: saving asks for it, so nothing is saved that was not seen. */
  readonly seen: string;
  readonly revision: number;
  readonly changed: boolean;
  /** null: no version is in force to compare with */
  readonly changes: readonly ChangeView[] | null;
  /** Those that the saved draft does not have; failed test cases are told apart. */
  readonly findings: readonly FindingView[];
  /** How many the saved draft has already. */
  readonly earlierFindings: number;
  readonly tests: { readonly total: number; readonly failed: readonly { readonly name: string; readonly field: string; readonly expected: string; readonly actual: string }[] };
  readonly effect: EffectView | null;
  /** Somebody saved the draft since the form was opened; `samePart`: what this form is about. */
  readonly meanwhile: { readonly name: string; readonly at: string; readonly samePart: boolean } | null;
}

/** One thing to mend; `path` is the name of a field of the form. */
export interface EditFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What a form of the designer gets back. */
export interface EditAnswer {
  readonly faults: readonly EditFault[];
  readonly preview: EditPreview | null;
  /** what was typed, for pages drawn again without scripts */
  readonly typed: Typed;
}

export type PolicyTab = "rules" | "budgets" | "settings" | "changes" | "check" | "tests" | "simulate" | "comments" | "publish" | "readers";

/** What stands above every page of a version. */
export interface PolicyFrameView {
  readonly version: number;
  readonly state: "draft" | "in_review" | "published" | "in_force" | "retired";
  readonly effectiveFrom: string | null;
  readonly authors: readonly string[];
  readonly publishedBy: string | null;
  readonly note: string | null;
  readonly rules: number;
  readonly acknowledged: number;
  readonly tabs: readonly PolicyTab[];
  readonly mayEdit: boolean;
}

/** Everything the form of one budget needs. */
export interface BudgetEditorView {
  readonly version: number;
  readonly revision: number;
  /** null for a budget not yet written */
  readonly before: string | null;
  readonly currency: string;
  readonly form: BudgetForm;
  readonly gestures: readonly NamedCode[];
  readonly reasons: readonly NamedCode[];
  readonly roles: readonly string[];
}

export interface BudgetsView {
  readonly version: number;
  readonly mayEdit: boolean;
  readonly currency: string;
  readonly budgets: readonly {
    readonly code: string;
    readonly subject: "person" | "team" | "site" | "customer";
    readonly gestures: readonly NamedCode[];
    readonly reasons: readonly NamedCode[];
    readonly measure: "amount" | "count";
    readonly window: "day" | "week" | "month" | { readonly rollingDays: number };
    readonly limits: readonly { readonly role: string; readonly limit: number }[];
    readonly onExceed: "escalate" | "block";
  }[];
}

export interface EntryView {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** of gestures: given as an amount */
  readonly valued: boolean | null;
  readonly kind: "compensation" | "proactive" | null;
}

export interface SettingsView {
  readonly version: number;
  readonly revision: number;
  readonly mayEdit: boolean;
  readonly currency: string;
  readonly vocabulary: Readonly<Record<Vocabulary, readonly EntryView[]>>;
  readonly lastResort: string;
  readonly path: EscalationView | null;
  /** `perCase` null: no ceiling */
  readonly exceptions: readonly { readonly role: string; readonly perCase: number | null }[];
  readonly roles: readonly string[];
  readonly caseGroups: readonly (readonly NamedCode[])[];
}
