import type { PolicyDocument } from "../schemas.ts";
import { nearMisses } from "./near-misses.ts";
import type { DecisionRequest, EscalateReason, Explanation, MoneyValue } from "./verdict.ts";

/** A reason as data: its code and what its words are made of. */
export interface ReasonData {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A budget as it stands after a decision. */
export interface BudgetStanding {
  readonly code: string;
  readonly unit: "minor" | "count";
  readonly subject: "person" | "team" | "site" | "customer";
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** RFC 3339; null for a rolling window that holds nothing, or where the subject is unknown. */
  readonly resetsAt: string | null;
}

interface Told {
  readonly document: PolicyDocument;
  readonly request: DecisionRequest;
  readonly byChoice: boolean;
  /** As they stood before the decision. */
  readonly budgets: readonly BudgetStanding[];
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

/** The reasons of a verdict, the deciding one first. */
export function reasonsOf(explanation: Explanation, told: Told): ReasonData[] {
  const { verdict, rules } = explanation;
  const stricter = rules.filter(({ status }) => status === "stricter_used").map(({ code }) => code);
  const deciding = decidingReason(explanation, told);
  return [
    ...(told.byChoice ? [byChoiceReason(told.request.escalateReason)] : []),
    deciding,
    ...(stricter.length > 0 && verdict.rule !== null ? [{ code: "stricter_rule_used", params: { rule: verdict.rule, stricterThan: stricter } }] : []),
  ];
}

function byChoiceReason(why: EscalateReason | null | undefined): ReasonData {
  return { code: "escalated_by_choice", params: { why: why ?? null } };
}

function decidingReason(explanation: Explanation, { document, request, budgets }: Told): ReasonData {
  const { verdict, caseTotal } = explanation;
  const money = (minor: number | null): MoneyValue | null => (minor === null ? null : { minor, currency: document.currency });
  const amount = request.amount ?? null;
  const code = verdict.reason;
  switch (code) {
    case "within_case_limit":
    case "over_case_limit":
      return { code, params: { limit: money(verdict.limit), room: money(verdict.room), amount } };
    case "case_total_over_limit":
      return { code, params: { limit: money(verdict.limit), granted: money(caseTotal), amount } };
    case "over_budget":
      return { code, params: overBudget(verdict.binding, document, budgets) };
    case "second_person_required":
      return { code, params: { above: money(verdict.secondPersonAbove) } };
    case "forbidden_by_rule": {
      const rule = document.rules.find((each) => each.code === verdict.rule);
      return { code, params: { rule: verdict.rule, why: { vi: rule?.why?.vi ?? "", en: rule?.why?.en ?? "" } } };
    }
    case "fact_unknown":
      return { code, params: { facts: verdict.unknown } };
    case "training_required": {
      const courses = nearMisses(explanation).flatMap(({ missing }) => {
        if (missing.dim !== "courses" || !isList(missing.needed)) return [];
        const held = new Set(isList(missing.actual) ? missing.actual : []);
        return missing.needed.filter((course) => !held.has(course));
      });
      return { code, params: { courses: [...new Set(courses)].sort() } };
    }
    case "no_rule_covers":
      return { code, params: { nearMisses: nearMisses(explanation).slice(0, 20).map(({ rule, missing }) => ({ rule, ...missing })) } };
    default:
      return { code, params: {} };
  }
}

function overBudget(code: string | null, document: PolicyDocument, budgets: readonly BudgetStanding[]): Readonly<Record<string, unknown>> {
  const budget = document.budgets.find((each) => each.code === code);
  const standing = budgets.find((each) => each.code === code);
  const { unit = "minor", limit = 0, used = 0, remaining = 0, resetsAt = null, subject = budget?.subject ?? "person" } = standing ?? {};
  const figure = (value: number) => (unit === "minor" ? { minor: value, currency: document.currency } : value);
  return { budget: code, subject, window: budget?.window ?? null, unit, limit: figure(limit), used: figure(used), remaining: figure(remaining), resetsAt };
}
