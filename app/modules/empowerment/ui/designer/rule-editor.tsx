import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { type RuleChoice, type RuleForm, type RuleText, typedRuleForm } from "../../domain/design/rule-form.ts";
import type { EditAnswer, RuleEditorView } from "../../design/view-models.ts";
import { RuleFormProvider } from "./blanks.tsx";
import { EditForm, type EditFormProps } from "./edit-form.tsx";
import { RuleDuties, RuleLife, RuleSentences, RuleWords } from "./rule-fields.tsx";

function toggled(form: RuleForm, name: RuleChoice, code: string, chosen: boolean): RuleForm {
  const others = form.chosen[name].filter((one) => one !== code);
  return { ...form, chosen: { ...form.chosen, [name]: chosen ? [...others, code] : others } };
}

/** One rule in sentences, and beside it what it changes, what is wrong, what it would have done. */
export function RuleEditor({ view, answered }: { view: RuleEditorView; answered: EditFormProps["answered"] }) {
  const { t } = useTranslation("designer");
  const [form, setForm] = useState<RuleForm>(answered !== undefined && "typed" in answered ? typedRuleForm(answered.typed) : view.form);
  const [answer, setAnswer] = useState<EditAnswer | null>(answered !== undefined && "preview" in answered ? answered : null);
  const setText = useCallback((name: RuleText, value: string) => setForm((now) => ({ ...now, texts: { ...now.texts, [name]: value } })), []);
  const toggle = useCallback((name: RuleChoice, code: string, chosen: boolean) => setForm((now) => toggled(now, name, code, chosen)), []);
  const state = useMemo(
    () => ({ form, setText, toggle, errors: (name: string) => (answer?.faults ?? []).filter((fault) => fault.path === name).map((fault) => fault.message) }),
    [form, setText, toggle, answer],
  );
  return (
    <RuleFormProvider value={state}>
      <EditForm
        version={view.version}
        revision={view.revision}
        answered={answered}
        onAnswer={setAnswer}
        below={
          view.before !== null && (
            <details>
              <summary className="inline-flex min-h-target cursor-pointer items-center text-bad underline underline-offset-4">{t("preview.remove")}</summary>
              <p className="py-2 text-muted">{t("preview.removeLead")}</p>
              <Button variant="danger" name="intent" value="remove">
                {t("preview.remove")}
              </Button>
            </details>
          )
        }
      >
        <RuleSentences view={view} />
        <RuleDuties view={view} />
        <RuleWords />
        <RuleLife view={view} />
      </EditForm>
    </RuleFormProvider>
  );
}
