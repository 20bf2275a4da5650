import type { PersonalBudgetChange, PersonalChanges } from "../domain/announcement.ts";
import type { FieldValue, RuleChange, RuleField } from "../domain/rule-changes.ts";
import type { PolicyDocument } from "../public.ts";
import type { RuleNames } from "../rule-view.server.ts";
import { bilingual, nameIn } from "../vocabulary.ts";
import type { Bilingual, BudgetChangeView, ChangesView, RuleChangeView, ValueView } from "./views.ts";

type Naming = (code: string, document: PolicyDocument, names: RuleNames) => Bilingual | string;

/** How the codes of a field are named. */
const NAMES: Readonly<Partial<Record<RuleField, Naming>>> = {
  gestures: (code, { gestures }) => nameIn(gestures, code).name,
  "who.departments": (code, _document, { departments }) => departments.get(code) ?? code,
  "who.sites": (code, _document, { sites }) => sites.get(code) ?? code,
  "who.courses": (code, _document, { courses }) => courses.get(code)?.name ?? code,
  "when.reasons": (code, { reasons }) => nameIn(reasons, code).name,
  "when.channels": (code, { channels }) => nameIn(channels, code).name,
  "when.tiers": (code, { tiers }) => nameIn(tiers, code).name,
  "when.flags.any": (code, { flags }) => nameIn(flags, code).name,
};
const MONEY: ReadonlySet<RuleField> = new Set(["limit.perCase", "duties.secondPersonAbove", "bet.acceptedLossPerMonth"]);
const MINUTES: ReadonlySet<RuleField> = new Set(["escalation.withinMinutes", "escalation.fallbackAfterMinutes"]);
const DAYS: ReadonlySet<RuleField> = new Set(["validFrom", "validTo", "reviewBy"]);
const ROLE: ReadonlySet<RuleField> = new Set(["who.roles", "escalation.to", "escalation.fallback"]);
const UNIT: Readonly<Partial<Record<RuleField, "minor" | "days" | "level">>> = {
  "who.level": "level",
  "who.tenureDays": "days",
  "when.daysSincePurchase": "days",
  "when.lifetimeValue": "minor",
  "when.orderValue": "minor",
};

function valueView(field: RuleField, value: FieldValue, document: PolicyDocument, names: RuleNames): ValueView | null {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const codes = value as readonly string[];
    return ROLE.has(field) ? { kind: "roles", codes } : { kind: "names", names: codes.map((code) => NAMES[field]?.(code, document, names) ?? code) };
  }
  if (typeof value === "object") {
    const unit = UNIT[field];
    if (unit === undefined) return { kind: "words", text: bilingual(value as { vi?: string; en?: string }, "") };
    const { min, below } = value as { min?: number; below?: number };
    return { kind: "range", min: min ?? null, below: below ?? null, unit };
  }
  if (typeof value === "boolean") return { kind: "code", of: field === "when.proactive" ? "proactive" : "yesNo", code: value ? "yes" : "no" };
  if (typeof value === "number") return MONEY.has(field) ? { kind: "money", minor: value } : MINUTES.has(field) ? { kind: "minutes", minutes: value } : { kind: "percent", percent: value };
  if (ROLE.has(field)) return { kind: "roles", codes: [value] };
  if (DAYS.has(field)) return { kind: "day", day: value };
  return field === "effect" || field === "serves.kind" ? { kind: "code", of: field === "effect" ? "effect" : "serves", code: value } : { kind: "text", text: value };
}

/** What became of one rule, named; `document` is the later version, `earlier` names what only the one before knew. */
export function ruleChangeView({ code, kind, before, after, fields }: RuleChange, document: PolicyDocument, earlier: PolicyDocument | null, names: RuleNames): RuleChangeView {
  const rule = after ?? before;
  return {
    code,
    kind,
    name: bilingual(rule?.name, code),
    why: bilingual(rule?.why, ""),
    fields: fields.map(({ field, before: was, after: is }) => ({ field, before: valueView(field, was, earlier ?? document, names), after: valueView(field, is, document, names) })),
  };
}

function budgetChangeView({ code, budget: { subject, window, measure }, before, after }: PersonalBudgetChange): BudgetChangeView {
  return { code, subject, window, measure, before, after };
}

/** What changes for one person, named. */
export function changesView(changes: PersonalChanges, document: PolicyDocument, earlier: PolicyDocument | null, names: RuleNames): ChangesView {
  return { rules: changes.rules.map((rule) => ruleChangeView(rule, document, earlier, names)), budgets: changes.budgets.map(budgetChangeView) };
}
