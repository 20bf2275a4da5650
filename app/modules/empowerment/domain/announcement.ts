import type { PolicyBudget } from "../schemas.ts";
import { budgetLimitFor, type Held, isMeantFor } from "./concerns.ts";
import type { PolicyChanges, RuleChange, RuleField } from "./rule-changes.ts";

/** What is HR's bookkeeping of a rule: a change there changes nothing for those it binds. */
const BOOKKEEPING: ReadonlySet<RuleField> = new Set(["owner", "reviewBy", "bet.acceptedLossPerMonth", "bet.because", "serves.kind", "serves.text"]);

/** What becomes of a budget for somebody: its limit for the most generous of their roles, null where it does not bind them. */
export interface PersonalBudgetChange {
  readonly code: string;
  readonly budget: PolicyBudget;
  readonly before: number | null;
  readonly after: number | null;
}

export interface PersonalChanges {
  readonly rules: readonly RuleChange[];
  readonly budgets: readonly PersonalBudgetChange[];
}

/** A rule whose scope moved onto somebody is new to them, one that moved off them is gone. */
function ruleFor(change: RuleChange, held: Held): RuleChange[] {
  const before = change.before !== null && isMeantFor(change.before, held);
  const after = change.after !== null && isMeantFor(change.after, held);
  if (!before && !after) return [];
  const fields = change.fields.filter(({ field }) => !BOOKKEEPING.has(field));
  if (before && after) return fields.length === 0 ? [] : [{ ...change, fields }];
  return [{ ...change, fields, kind: after ? "added" : "removed" }];
}

/** What differs between two versions for one person: rules meant for them, and budgets as far as they bind their roles. */
export function changesFor(changes: PolicyChanges, held: Held): PersonalChanges {
  return {
    rules: changes.rules.flatMap((change) => ruleFor(change, held)),
    budgets: changes.budgets.flatMap(({ code, before: was, after: is }) => {
      const budget = is ?? was;
      const [before, after] = [was, is].map((one) => (one === null ? null : budgetLimitFor(one, held.roles)));
      const bound = before != null || after != null;
      return budget === null || !bound ? [] : [{ code, budget, before: before ?? null, after: after ?? null }];
    }),
  };
}

/** Whether anything changes for the person. */
export function changesNothing({ rules, budgets }: PersonalChanges): boolean {
  return rules.length === 0 && budgets.length === 0;
}
