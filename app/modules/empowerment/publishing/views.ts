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

export type { Bilingual, NamedCode };
