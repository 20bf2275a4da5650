import { formatDay, formatDuration, formatList, formatMoney } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { words } from "#i18n/words.ts";
import { RULE_FIELDS } from "../domain/rule-changes.ts";
import type { Bilingual } from "../schemas.ts";
import type { BudgetChangeView, FieldChangeView, RuleChangeView, ValueView } from "./views.ts";

/** What words about a change depend on besides it: any translator of the language, and the policy's currency. */
export interface ChangeReader {
  readonly t: (...input: never[]) => unknown;
  readonly locale: Locale;
  readonly currency: string;
}

const inLanguage = (text: Bilingual, locale: Locale) => text[locale] || text.vi || text.en;

function valueWords(value: ValueView, { t, locale, currency }: ChangeReader): string {
  switch (value.kind) {
    case "money":
      return formatMoney({ minor: value.minor, currency }, locale);
    case "names":
      return formatList(value.names.map((name) => (typeof name === "string" ? name : inLanguage(name, locale))), locale);
    case "roles":
      return formatList(value.codes.map((code) => words(t, "ui:role", { code })), locale);
    case "range": {
      const said = (bound: number) =>
        value.unit === "minor" ? formatMoney({ minor: bound, currency }, locale) : words(t, "decide:condition", { code: value.unit, params: { value: bound } });
      const { min, below } = value;
      if (min !== null && below !== null) return words(t, "decide:condition", { code: "between", params: { min: said(min), below: said(below) } });
      return min !== null
        ? words(t, "decide:condition", { code: "atLeast", params: { min: said(min) } })
        : words(t, "decide:condition", { code: "under", params: { below: said(below ?? 0) } });
    }
    case "words":
      return inLanguage(value.text, locale);
    case "code":
      return words(t, `policy:change.${value.of}`, { code: value.code });
    case "percent":
      return words(t, "policy:change", { code: "percent", params: { percent: value.percent } });
    case "minutes":
      return formatDuration(value.minutes, locale);
    case "day":
      return formatDay(value.day);
    case "text":
      return value.text;
  }
}

/** `Hạn mức mỗi trường hợp: 500.000 ₫ → 300.000 ₫`, in three parts; what is absent leaves nothing out, or is not there. */
export function fieldWords(change: FieldChangeView, reader: ChangeReader): { readonly label: string; readonly before: string; readonly after: string } {
  const { field, before, after } = change;
  const open = RULE_FIELDS[field] === "codes" || RULE_FIELDS[field] === "range" || field === "when.proactive";
  const absent = words(reader.t, "policy:change", { code: open ? "any" : "none" });
  const said = (value: ValueView | null) => (value === null ? absent : valueWords(value, reader));
  return { label: words(reader.t, "policy:field", { code: field.replaceAll(".", "_") }), before: said(before), after: said(after) };
}

/** What a rule that is new to somebody need not say: its name stands above it, who they are they know, the way up is the usual one. */
const KNOWN: ReadonlySet<string> = new Set(["name", "why", "who.roles", "who.departments", "who.sites", "say", "escalation.to", "escalation.withinMinutes", "escalation.fallback", "escalation.fallbackAfterMinutes"]);

/** The fields of a change worth telling, its name and why apart: of a new rule what it allows and when. */
export function toldFields({ kind, fields }: RuleChangeView): readonly FieldChangeView[] {
  if (kind === "removed") return [];
  if (kind === "changed") return fields.filter(({ field }) => field !== "name" && field !== "why");
  return fields.filter(({ field, after }) => !KNOWN.has(field) && !(field === "effect" && after?.kind === "code" && after.code === "grant"));
}

/** `mỗi người, mỗi ngày`: whose budget it is and for how long. */
export function budgetName({ subject, window }: Pick<BudgetChangeView, "subject" | "window">, { t }: Pick<ChangeReader, "t">): string {
  const said =
    typeof window === "string" ? words(t, "decide:policies.window", { code: window }) : words(t, "decide:policies.window", { code: "rolling", params: { days: window.rollingDays } });
  return words(t, "decide:policies", { code: "budgetLine", params: { subject: words(t, "decide:policies.subject", { code: subject }), window: said } });
}

/** A budget's limit before or after. */
export function budgetFigure(limit: number | null, { measure }: Pick<BudgetChangeView, "measure">, { t, locale, currency }: ChangeReader): string {
  if (limit === null) return words(t, "policy:change", { code: "unbound" });
  return measure === "count" ? words(t, "empowerment:", { code: "times", params: { count: limit } }) : formatMoney({ minor: limit, currency }, locale);
}

/** What changes, as lines of plain text with the why of each rule: for a mail. */
export function changeLines({ rules, budgets }: { readonly rules: readonly RuleChangeView[]; readonly budgets: readonly BudgetChangeView[] }, reader: ChangeReader): string {
  const { t, locale } = reader;
  const ruleParts = rules.map((change) => {
    const { kind, name, why } = change;
    const lines = toldFields(change).map((field) => fieldWords(field, reader)).map(({ label, before, after }) => `  ${label}: ${kind === "added" ? after : `${before} → ${after}`}`);
    const reason = inLanguage(why, locale);
    const because = reason === "" ? [] : [`  ${words(t, "policy:change", { code: "why", params: { why: reason } })}`];
    return [`• ${words(t, "policy:change.title", { code: kind, params: { name: inLanguage(name, locale) } })}`, ...lines, ...because].join("\n");
  });
  const budgetParts = budgets.map((budget) => `• ${budgetName(budget, reader)}: ${budgetFigure(budget.before, budget, reader)} → ${budgetFigure(budget.after, budget, reader)}`);
  return [...ruleParts, ...budgetParts].join("\n\n");
}
