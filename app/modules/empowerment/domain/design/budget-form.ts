import { type Currency, parseMoney, plainAmount } from "#kernel/money.ts";
import type { PolicyBudget } from "../../schemas.ts";
import type { RuleFormContext, Typed } from "./rule-form.ts";

/** A budget as a person types it; `limits` by role, `*` for every other one. */
export interface BudgetForm {
  readonly code: string;
  readonly subject: string;
  readonly measure: string;
  readonly window: string;
  readonly days: string;
  readonly onExceed: string;
  readonly gestures: readonly string[];
  readonly reasons: readonly string[];
  readonly limits: Readonly<Record<string, string>>;
}

export interface BudgetFault {
  readonly path: string;
  readonly code: string;
}

const LIMIT = "limit.";
/** The name of the field that holds one role's limit. */
export const limitField = (role: string): string => `${LIMIT}${role}`;

/** A stored budget as the form shows it; null is one not yet written. */
export function budgetForm(budget: PolicyBudget | null, { currency, locale }: RuleFormContext): BudgetForm {
  if (budget === null) return { code: "", subject: "person", measure: "amount", window: "day", days: "30", onExceed: "escalate", gestures: [], reasons: [], limits: {} };
  const limit = (value: number) => (budget.measure === "amount" ? plainAmount({ minor: value, currency }, locale) : String(value));
  return {
    code: budget.code,
    subject: budget.subject,
    measure: budget.measure,
    window: typeof budget.window === "string" ? budget.window : "rolling",
    days: typeof budget.window === "string" ? "30" : String(budget.window.rollingDays),
    onExceed: budget.onExceed,
    gestures: budget.gestures ?? [],
    reasons: budget.reasons ?? [],
    limits: Object.fromEntries(budget.limits.map((row) => [row.role, limit(row.limit)])),
  };
}

/** The form as it was sent. */
export function typedBudgetForm(typed: Typed): BudgetForm {
  const one = (name: string) => typed[name]?.[0]?.trim() ?? "";
  return {
    ...{ code: one("code"), subject: one("subject"), measure: one("measure"), window: one("window"), days: one("days"), onExceed: one("onExceed") },
    gestures: typed["gestures"] ?? [],
    reasons: typed["reasons"] ?? [],
    limits: Object.fromEntries(Object.keys(typed).flatMap((name) => (name.startsWith(LIMIT) ? [[name.slice(LIMIT.length), one(name)]] : []))),
  };
}

function limitOf(typed: string, measure: string, currency: Currency, locale: "vi" | "en"): number | string {
  if (measure === "count") return /^\d{1,9}$/.test(typed) ? Number(typed) : "integer_format";
  const read = parseMoney(typed, currency, locale);
  return read.ok ? read.value.minor : "amount_format";
}

/** Reads the form back into a budget; roles without a limit are not bound by it. */
export function readBudgetForm(form: BudgetForm, { currency, locale }: RuleFormContext): { budget: PolicyBudget; faults: BudgetFault[] } {
  const faults: BudgetFault[] = [];
  const limits = Object.entries(form.limits).flatMap(([role, typed]) => {
    if (typed === "") return [];
    const limit = limitOf(typed, form.measure, currency, locale);
    if (typeof limit === "number") return [{ role, limit }];
    faults.push({ path: limitField(role), code: limit });
    return [];
  });
  const days = /^\d{1,4}$/.test(form.days) ? Number(form.days) : 0;
  if (form.window === "rolling" && (days < 1 || days > 3660)) faults.push({ path: "days", code: "integer_format" });
  const window = form.window === "rolling" ? { rollingDays: days } : (form.window as "day" | "week" | "month");
  const budget: PolicyBudget = {
    code: form.code,
    subject: form.subject as PolicyBudget["subject"],
    measure: form.measure as PolicyBudget["measure"],
    window,
    limits,
    onExceed: form.onExceed as PolicyBudget["onExceed"],
    ...(form.gestures.length > 0 && { gestures: [...form.gestures] }),
    ...(form.reasons.length > 0 && { reasons: [...form.reasons] }),
  };
  return { budget, faults };
}

/** The field of the form that a fault of the budget belongs to; `path` as below `budgets.<n>.`. */
export function budgetFieldOf(path: string, budget: PolicyBudget): string {
  const [, row] = /^limits\.(\d+)/.exec(path) ?? [];
  if (row !== undefined) return limitField(budget.limits[Number(row)]?.role ?? "*");
  if (path.startsWith("window")) return "days";
  return path.split(".")[0] || "code";
}
