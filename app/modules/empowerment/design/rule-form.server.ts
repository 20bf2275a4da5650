import { readRuleForm, ruleFieldOf, typedRuleForm } from "../domain/design/rule-form.ts";
import { answerEdit, below, type EditSubmission } from "./answer-edit.server.ts";
import { formContext } from "./rule-editor.server.ts";
import type { EditAnswer } from "./view-models.ts";

/** Answers the form of one rule; `before` is the code it has in the draft, null for a new one. Refuses as `answerEdit`. */
export function answerRuleForm(submission: EditSubmission, before: string | null): Promise<EditAnswer | "saved"> {
  return answerEdit(submission, (draft, typed) => {
    const { rule, faults } = readRuleForm(typedRuleForm(typed), formContext(draft.document, submission.locale));
    const taken = rule.code !== before && draft.document.rules.some(({ code }) => code === rule.code);
    return {
      edit: { kind: "rule", before, rule },
      faults: taken ? [...faults, { path: "code", code: "already_used" }] : faults,
      fieldOf: (path, result) => {
        const inside = below("rules", result.rules.findIndex(({ code }) => code === rule.code), path);
        return inside === null ? null : ruleFieldOf(inside);
      },
    };
  });
}
