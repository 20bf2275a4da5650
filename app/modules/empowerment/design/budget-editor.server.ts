import type { PersonActor } from "#access/actor.ts";
import { notFound } from "#platform/http/refusal.ts";
import { budgetFieldOf, budgetForm, readBudgetForm, typedBudgetForm } from "../domain/design/budget-form.ts";
import { named } from "../vocabulary.ts";
import { answerEdit, below, type EditSubmission } from "./answer-edit.server.ts";
import { draftToEdit } from "./draft.server.ts";
import { decidingRoles, formContext } from "./rule-editor.server.ts";
import type { BudgetEditorView, EditAnswer } from "./view-models.ts";

/** The editor of one budget of a draft; `code` null for a new one. Refuses: `forbidden`, `not_found`, `state_changed`. */
export async function budgetEditor(actor: PersonActor, version: number, code: string | null, locale: "vi" | "en"): Promise<BudgetEditorView> {
  const { document, revision } = await draftToEdit(actor, version);
  const budget = code === null ? null : document.budgets.find((one) => one.code === code);
  if (budget === undefined) throw notFound();
  return {
    version,
    revision,
    before: budget?.code ?? null,
    currency: document.currency,
    form: budgetForm(budget, formContext(document, locale)),
    gestures: document.gestures.map(named),
    reasons: document.reasons.map(named),
    roles: [...new Set([...decidingRoles(document), ...(budget?.limits.map(({ role }) => role) ?? [])])].filter((role) => role !== "*"),
  };
}

/** Answers the form of one budget; `before` is the code it has in the draft, null for a new one. Refuses as `answerEdit`. */
export function answerBudgetForm(submission: EditSubmission, before: string | null): Promise<EditAnswer | "saved"> {
  return answerEdit(submission, (draft, typed) => {
    const { budget, faults } = readBudgetForm(typedBudgetForm(typed), formContext(draft.document, submission.locale));
    const taken = budget.code !== before && draft.document.budgets.some(({ code }) => code === budget.code);
    return {
      edit: { kind: "budget", before, budget },
      faults: taken ? [...faults, { path: "code", code: "already_used" }] : faults,
      fieldOf: (path, result) => {
        const inside = below("budgets", result.budgets.findIndex(({ code }) => code === budget.code), path);
        return inside === null ? null : budgetFieldOf(inside, budget);
      },
    };
  });
}
