import type { PolicyBudget, PolicyDocument, PolicyRule } from "../schemas.ts";

/**
 * The fields of a rule and how two values of one are compared: `codes` as sets, where empty is absent (any); `range` with
 * a lower bound of 0 as none; `words` in both languages together; `plain` as they are.
 */
export const RULE_FIELDS = {
  effect: "plain",
  gestures: "codes",
  name: "words",
  "who.roles": "codes",
  "who.departments": "codes",
  "who.sites": "codes",
  "who.level": "range",
  "who.tenureDays": "range",
  "who.courses": "codes",
  "when.reasons": "codes",
  "when.channels": "codes",
  "when.tiers": "codes",
  "when.lifetimeValue": "range",
  "when.orderValue": "range",
  "when.daysSincePurchase": "range",
  "when.flags.any": "codes",
  "when.proactive": "plain",
  "limit.perCase": "plain",
  "limit.percentOfOrder": "plain",
  "duties.note": "plain",
  "duties.evidence": "plain",
  "duties.secondPersonAbove": "plain",
  "escalation.to": "plain",
  "escalation.withinMinutes": "plain",
  "escalation.fallback": "plain",
  "escalation.fallbackAfterMinutes": "plain",
  validFrom: "plain",
  validTo: "plain",
  why: "words",
  "serves.kind": "plain",
  "serves.text": "words",
  say: "words",
  "bet.acceptedLossPerMonth": "plain",
  "bet.because": "words",
  owner: "plain",
  reviewBy: "plain",
} as const;
export type RuleField = keyof typeof RULE_FIELDS;

/** What a field holds: sorted codes, bounds, words by language, or the value itself; null when it is absent. */
export type FieldValue = readonly string[] | { readonly min?: number; readonly below?: number } | { readonly vi?: string; readonly en?: string } | string | number | boolean | null;

export interface FieldChange {
  readonly field: RuleField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** What became of one rule; `before` or `after` is null for one that was added or removed, whose `fields` are all it states. */
export interface RuleChange {
  readonly code: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before: PolicyRule | null;
  readonly after: PolicyRule | null;
  readonly fields: readonly FieldChange[];
}

export interface BudgetChange {
  readonly code: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before: PolicyBudget | null;
  readonly after: PolicyBudget | null;
}

export interface PolicyChanges {
  readonly rules: readonly RuleChange[];
  readonly budgets: readonly BudgetChange[];
}

const FIELDS = Object.entries(RULE_FIELDS) as readonly (readonly [RuleField, (typeof RULE_FIELDS)[RuleField]])[];

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((part, key) => (typeof part === "object" && part !== null ? (part as Record<string, unknown>)[key] : undefined), value);
}

const present = (value: object): Record<string, unknown> => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined && member !== null));

/** The value of a field of a rule, in the form in which two are compared; null when absent, or when it leaves nothing out. */
export function fieldOf(rule: PolicyRule, field: RuleField): FieldValue {
  const value = at(rule, field);
  if (value === undefined || value === null) return null;
  switch (RULE_FIELDS[field]) {
    case "codes":
      return (value as readonly string[]).length === 0 ? null : [...new Set(value as readonly string[])].sort();
    case "range": {
      const bounds = present(value) as { min?: number; below?: number };
      const { min, below } = bounds;
      const kept = { ...(min === undefined || min === 0 ? {} : { min }), ...(below === undefined ? {} : { below }) };
      return Object.keys(kept).length === 0 ? null : kept;
    }
    case "words": {
      const { vi, en } = value as { vi?: string; en?: string };
      const kept = { ...(vi ? { vi } : {}), ...(en ? { en } : {}) };
      return Object.keys(kept).length === 0 ? null : kept;
    }
    case "plain":
      return value as string | number | boolean;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changed(before: PolicyRule | null, after: PolicyRule | null): FieldChange[] {
  return FIELDS.flatMap(([field]) => {
    const [was, is] = [before === null ? null : fieldOf(before, field), after === null ? null : fieldOf(after, field)];
    return same(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** Counts as one whatever order its sets and rows stand in. */
function budgetForm(budget: PolicyBudget): unknown {
  const { code, subject, measure, window, onExceed } = budget;
  const sorted = (codes: readonly string[] | undefined) => [...new Set(codes ?? [])].sort();
  const limits = [...budget.limits].sort((a, b) => (a.role < b.role ? -1 : 1)).map(({ role, limit }) => [role, limit]);
  return [code, subject, measure, window, onExceed, sorted(budget.gestures), sorted(budget.reasons), limits];
}

function codesOf(before: readonly { readonly code: string }[], after: readonly { readonly code: string }[]): string[] {
  return [...new Set([...before, ...after].map(({ code }) => code))].sort();
}

const kindOf = (before: unknown, after: unknown) => (before === null ? ("added" as const) : after === null ? ("removed" as const) : ("changed" as const));

/**
 * What differs between two documents, rule by rule and field by field, rules and budgets in order of code. Codes tell
 * which rule is which; the order of rules, of sets and of rows is no difference. Empty for equal documents.
 */
export function policyChanges(before: Pick<PolicyDocument, "rules" | "budgets">, after: Pick<PolicyDocument, "rules" | "budgets">): PolicyChanges {
  const find = <T extends { readonly code: string }>(list: readonly T[], code: string): T | null => list.find((entry) => entry.code === code) ?? null;
  const rules = codesOf(before.rules, after.rules).flatMap((code): RuleChange[] => {
    const [was, is] = [find(before.rules, code), find(after.rules, code)];
    const fields = changed(was, is);
    return fields.length === 0 ? [] : [{ code, kind: kindOf(was, is), before: was, after: is, fields }];
  });
  const budgets = codesOf(before.budgets, after.budgets).flatMap((code): BudgetChange[] => {
    const [was, is] = [find(before.budgets, code), find(after.budgets, code)];
    return was !== null && is !== null && same(budgetForm(was), budgetForm(is)) ? [] : [{ code, kind: kindOf(was, is), before: was, after: is }];
  });
  return { rules, budgets };
}
