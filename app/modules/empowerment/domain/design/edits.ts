import type { PolicyBudget, PolicyDocument, PolicyEscalation, PolicyRule, Words } from "../../schemas.ts";

/** The vocabularies of a document. */
export const VOCABULARIES = ["gestures", "reasons", "channels", "tiers", "flags"] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

/** One change to a draft, as one form makes it. `before` is the code it had; null adds. */
export type PolicyEdit =
  | { readonly kind: "rule"; readonly before: string | null; readonly rule: PolicyRule }
  | { readonly kind: "remove-rule"; readonly code: string }
  | { readonly kind: "budget"; readonly before: string | null; readonly budget: PolicyBudget }
  | { readonly kind: "remove-budget"; readonly code: string }
  | { readonly kind: "vocabulary"; readonly list: Vocabulary; readonly entries: PolicyDocument["gestures"] | PolicyDocument["reasons"] }
  | { readonly kind: "paths"; readonly lastResort: string; readonly escalation: PolicyEscalation | undefined; readonly exceptions: PolicyDocument["exceptions"] }
  | { readonly kind: "sayings"; readonly sayings: Readonly<Record<string, Words>> };

function replaced<T extends { readonly code: string }>(list: readonly T[], before: string | null, entry: T): T[] {
  if (before === null || !list.some(({ code }) => code === before)) return [...list, entry];
  return list.map((one) => (one.code === before ? entry : one));
}

/** The document after a change; the order of what stays is kept. What the change breaks is found by checking the result. */
export function applyEdit(document: PolicyDocument, edit: PolicyEdit): PolicyDocument {
  switch (edit.kind) {
    case "rule":
      return { ...document, rules: replaced(document.rules, edit.before, edit.rule) };
    case "remove-rule":
      return { ...document, rules: document.rules.filter(({ code }) => code !== edit.code) };
    case "budget":
      return { ...document, budgets: replaced(document.budgets, edit.before, edit.budget) };
    case "remove-budget":
      return { ...document, budgets: document.budgets.filter(({ code }) => code !== edit.code) };
    case "vocabulary":
      return { ...document, [edit.list]: [...edit.entries] };
    case "paths": {
      const { escalation: _before, ...rest } = document;
      return { ...rest, lastResort: edit.lastResort, exceptions: [...edit.exceptions], ...(edit.escalation === undefined ? {} : { escalation: edit.escalation }) };
    }
    case "sayings":
      return { ...document, sayings: { ...edit.sayings } };
  }
}

/** The part of a document that a change is about, to compare what two people made of it; null where it is not there. */
export function partOf(document: PolicyDocument, edit: PolicyEdit): unknown {
  switch (edit.kind) {
    case "rule":
      return document.rules.find(({ code }) => code === (edit.before ?? edit.rule.code)) ?? null;
    case "remove-rule":
      return document.rules.find(({ code }) => code === edit.code) ?? null;
    case "budget":
      return document.budgets.find(({ code }) => code === (edit.before ?? edit.budget.code)) ?? null;
    case "remove-budget":
      return document.budgets.find(({ code }) => code === edit.code) ?? null;
    case "vocabulary":
      return document[edit.list];
    case "paths":
      return { lastResort: document.lastResort, escalation: document.escalation ?? null, exceptions: document.exceptions };
    case "sayings":
      return document.sayings;
  }
}
