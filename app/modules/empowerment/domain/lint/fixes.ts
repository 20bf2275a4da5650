import type { PolicyDocument, PolicyRule } from "../../schemas.ts";
import type { Finding } from "./findings.ts";

/** A change of a document that mends a finding and that needs no judgement beyond "do it"; amounts in minor units. */
export type Fix =
  | { readonly kind: "remove_rule"; readonly rule: string }
  | { readonly kind: "remove_budget"; readonly budget: string }
  /** Codes to leave out of a rule's scope; others stay in the set, so that it never comes to mean any. */
  | { readonly kind: "remove_codes"; readonly rule: string; readonly set: "departments" | "sites" | "roles"; readonly codes: readonly string[] }
  | { readonly kind: "set_limit"; readonly rule: string; readonly perCase: number }
  | { readonly kind: "raise_budget"; readonly budget: string; readonly roles: readonly string[]; readonly limit: number }
  /** The way up without its second role; null: the policy's own. */
  | { readonly kind: "remove_fallback"; readonly rule: string | null };

const SETS = { department: "departments", site: "sites", role: "roles" } as const;
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value);

/** The mechanical mends of a finding, the likeliest first; none for what wants judgement: a gap, a conflict, a missing word. */
export function fixesOf({ code, rules, budgets = [], params }: Finding, document: PolicyDocument): Fix[] {
  const [rule = "", other = ""] = rules;
  const [budget = ""] = budgets;
  switch (code) {
    case "never_decides":
    case "fully_prohibited":
    case "redundant":
    case "never_in_force":
      return [{ kind: "remove_rule", rule }];
    case "budget_never_binds":
      return [{ kind: "remove_budget", budget }];
    case "unknown_code":
      return unknownCodes(document, rule, params);
    case "slipped_zero":
      return isNumber(params["limit"]) ? [{ kind: "set_limit", rule, perCase: Math.floor(params["limit"] / 10) }] : [];
    case "limit_not_rising":
      return raised(document, other, params["limits"]);
    case "budget_below_case_limit": {
      const { limit, left, roles } = params;
      const lowered: Fix[] = isNumber(left) && left > 0 ? [{ kind: "set_limit", rule, perCase: left }] : [];
      const isAmount = document.budgets.find((entry) => entry.code === budget)?.measure === "amount";
      return [...lowered, ...(isNumber(limit) && isAmount ? [{ kind: "raise_budget" as const, budget, roles: texts(roles), limit }] : [])];
    }
    case "escalation_cycle":
      return params["kind"] === "asks_below" ? [] : [{ kind: "remove_fallback", rule: rules[0] ?? null }];
    default:
      return [];
  }
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : []);

/** Leaving the last code out would make the set mean any: then the rule goes, since it never applied. */
function unknownCodes({ rules }: PolicyDocument, code: string, { kind, codes }: Finding["params"]): Fix[] {
  const set = SETS[kind as keyof typeof SETS] as (typeof SETS)[keyof typeof SETS] | undefined;
  const named = rules.find((entry) => entry.code === code)?.who?.[set ?? "roles"] ?? [];
  const unknown = texts(codes).filter((entry) => named.includes(entry));
  if (set === undefined || unknown.length === 0) return [];
  return unknown.length === named.length ? [{ kind: "remove_rule", rule: code }] : [{ kind: "remove_codes", rule: code, set, codes: unknown }];
}

/** The higher role's own limit raised to the lower one's, where a limit per case is all that keeps it down. */
function raised({ rules }: PolicyDocument, code: string, limits: unknown): Fix[] {
  const limit = rules.find((entry) => entry.code === code && entry.effect === "grant")?.limit;
  const lower = typeof limits === "object" && limits !== null && "lower" in limits ? limits.lower : null;
  return limit?.perCase !== undefined && limit.percentOfOrder === undefined && isNumber(lower) ? [{ kind: "set_limit", rule: code, perCase: lower }] : [];
}

/** The document with a mend applied; the one given stays as it is. Test cases that expect a removed rule stay, and will fail. */
export function applyFix(document: PolicyDocument, fix: Fix): PolicyDocument {
  const changed = (code: string, change: (rule: PolicyRule) => PolicyRule) => ({ ...document, rules: document.rules.map((rule) => (rule.code === code ? change(rule) : rule)) });
  switch (fix.kind) {
    case "remove_rule":
      return { ...document, rules: document.rules.filter(({ code }) => code !== fix.rule) };
    case "remove_budget":
      return { ...document, budgets: document.budgets.filter(({ code }) => code !== fix.budget) };
    case "remove_codes":
      return changed(fix.rule, (rule) => ({ ...rule, who: { ...rule.who, [fix.set]: rule.who?.[fix.set]?.filter((code) => !fix.codes.includes(code)) } }));
    case "set_limit":
      return changed(fix.rule, (rule) => ({ ...rule, limit: { ...rule.limit, perCase: fix.perCase } }));
    case "raise_budget":
      return { ...document, budgets: document.budgets.map((budget) => (budget.code === fix.budget ? { ...budget, limits: raisedRows(budget.limits, fix) } : budget)) };
    case "remove_fallback": {
      if (fix.rule !== null) return changed(fix.rule, ({ escalation, ...rule }) => ({ ...rule, ...(escalation !== undefined && { escalation: firstOnly(escalation) }) }));
      return { ...document, ...(document.escalation !== undefined && { escalation: firstOnly(document.escalation) }) };
    }
  }
}

const firstOnly = ({ to, withinMinutes }: NonNullable<PolicyRule["escalation"]>) => ({ to, withinMinutes });

/** Rows of these roles raised to a limit; roles that fall under the row of all others get one of their own. */
function raisedRows(rows: PolicyDocument["budgets"][number]["limits"], { roles, limit }: { readonly roles: readonly string[]; readonly limit: number }) {
  const kept = rows.map((row) => (roles.includes(row.role) ? { ...row, limit: Math.max(row.limit, limit) } : row));
  return [...kept, ...roles.filter((role) => !rows.some((row) => row.role === role)).map((role) => ({ role, limit }))];
}
