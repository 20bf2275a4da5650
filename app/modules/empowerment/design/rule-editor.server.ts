import type { PersonActor } from "#access/actor.ts";
import { ROLES } from "#access/roles.ts";
import { isCurrency } from "#kernel/money.ts";
import { peopleWithRole } from "#modules/people/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { emptyRuleForm, type RuleChoice, ruleForm, type RuleFormContext } from "../domain/design/rule-form.ts";
import { loadRuleNames } from "../rule-view.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import type { Bilingual } from "../view-models.ts";
import { named } from "../vocabulary.ts";
import { type Draft, draftToEdit } from "./draft.server.ts";
import { escalationView } from "./matrix.server.ts";
import type { ChoiceView, RuleEditorView } from "./view-models.ts";

const DECIDING = ["frontline", "supervisor", "manager", "leader"] as const;

function choicesOf(names: ReadonlyMap<string, Bilingual | { readonly name: Bilingual }>): ChoiceView[] {
  return [...names].map(([code, name]) => ({ code, name: "name" in name ? name.name : name }));
}

/** The roles a policy may speak of: those that decide, lowest first, and whatever else its rules name. */
export function decidingRoles(document: PolicyDocument): string[] {
  return [...new Set<string>([...DECIDING, ...document.rules.flatMap(({ who }) => who?.roles ?? [])])];
}

async function ruleChoices(document: PolicyDocument): Promise<Record<RuleChoice, readonly ChoiceView[]>> {
  const names = await loadRuleNames();
  return {
    gestures: document.gestures.map(named),
    roles: decidingRoles(document).map((code) => ({ code, name: (ROLES as readonly string[]).includes(code) ? null : { vi: code, en: code } })),
    departments: choicesOf(names.departments),
    sites: choicesOf(names.sites),
    courses: choicesOf(names.courses),
    reasons: document.reasons.map(named),
    channels: document.channels.map(named),
    tiers: document.tiers.map(named),
    flags: document.flags.map(named),
  };
}

/** How a form writes amounts of a policy. */
export function formContext(document: PolicyDocument, locale: "vi" | "en"): RuleFormContext {
  return { currency: isCurrency(document.currency) ? document.currency : "VND", locale };
}

/** A code that no rule has yet, made of a gesture's. */
function freeCode(document: PolicyDocument, gesture: string | undefined): string {
  const stem = (gesture ?? "rule").toUpperCase();
  const taken = new Set(document.rules.map(({ code }) => code));
  for (let at = 1; ; at += 1) if (!taken.has(`${stem}-${at}`)) return `${stem}-${at}`;
}

/**
 * The editor of one rule of a draft.
 * @param code null for a new rule; `known` is what is already known of it, as codes of the vocabulary
 * Refuses: `forbidden`, `not_found`, `state_changed`
 */
export async function ruleEditor(
  actor: PersonActor,
  version: number,
  code: string | null,
  { locale, known = {} }: { readonly locale: "vi" | "en"; readonly known?: Readonly<Partial<Record<RuleChoice, readonly string[]>>> },
): Promise<RuleEditorView> {
  const draft = await draftToEdit(actor, version);
  const rule = code === null ? null : draft.document.rules.find((one) => one.code === code);
  if (rule === undefined) throw notFound();
  const choices = await ruleChoices(draft.document);
  const form = rule === null ? newForm(draft, choices, known, actor) : ruleForm(rule, formContext(draft.document, locale));
  return {
    version,
    revision: draft.revision,
    currency: draft.document.currency,
    before: rule?.code ?? null,
    form,
    choices,
    valued: draft.document.gestures.flatMap((gesture) => (gesture.valued ? [gesture.code] : [])),
    policyPath: escalationView(draft.document.escalation),
    lastResort: draft.document.lastResort,
    peopleByRole: Object.fromEntries(choices.roles.map((role) => [role.code, (ROLES as readonly string[]).includes(role.code) ? peopleWithRole(role.code as (typeof ROLES)[number]).length : 0])),
  };
}

function newForm({ document }: Draft, choices: Record<RuleChoice, readonly ChoiceView[]>, known: Readonly<Partial<Record<RuleChoice, readonly string[]>>>, actor: PersonActor) {
  const valid = Object.fromEntries(
    Object.entries(known).map(([name, codes]) => [name, codes.filter((code) => choices[name as RuleChoice].some((choice) => choice.code === code))]),
  );
  const form = emptyRuleForm(valid);
  return { ...form, texts: { ...form.texts, code: freeCode(document, form.chosen.gestures[0]), owner: actor.email } };
}
