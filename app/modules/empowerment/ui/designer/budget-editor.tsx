import { useState } from "react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { Button } from "#ui/button.tsx";
import { CheckChips, RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { IntegerInput, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { MoneyInput } from "#ui/money-input.tsx";
import { limitField, typedBudgetForm } from "../../domain/design/budget-form.ts";
import type { BudgetEditorView, EditAnswer } from "../../design/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { EditForm, type EditFormProps } from "./edit-form.tsx";

/** One budget: per whom, what counts, in which window, how much for each role; beside it what it changes. */
export function BudgetEditor({ view, answered }: { view: BudgetEditorView; answered: EditFormProps["answered"] }) {
  const { t } = useTranslation(["designer", "decide", "ui"]);
  const name = useBilingual();
  const start = answered !== undefined && "typed" in answered ? typedBudgetForm(answered.typed) : view.form;
  const [answer, setAnswer] = useState<EditAnswer | null>(answered !== undefined && "preview" in answered ? answered : null);
  const [measure, setMeasure] = useState(start.measure);
  const [window, setWindow] = useState(start.window);
  const errors = (path: string) => (answer?.faults ?? []).filter((fault) => fault.path === path).map(({ message }) => message);
  const role = (code: string) => (code === "*" ? t("budget.others") : words(t, "ui:role", { code }));
  return (
    <EditForm
      version={view.version}
      revision={view.revision}
      answered={answered}
      onAnswer={setAnswer}
      below={
        view.before !== null && (
          <Button variant="danger" name="intent" value="remove" formNoValidate>
            {t("budget.remove")}
          </Button>
        )
      }
    >
      <Card>
        <Field label={t("budget.code")} id="rule-code" name="code" defaultValue={start.code} errors={errors("code")}>
          <TextInput maxLength={64} autoComplete="off" spellCheck={false} required />
        </Field>
        <RadioChips
          label={t("budget.subject")}
          name="subject"
          selected={start.subject}
          options={(["person", "team", "site", "customer"] as const).map((value) => ({ value, label: t(`decide:policies.subject.${value}`) }))}
        />
        <RadioChips
          label={t("budget.measure")}
          name="measure"
          selected={measure}
          onChange={setMeasure}
          options={(["amount", "count"] as const).map((value) => ({ value, label: t(`budget.measures.${value}`) }))}
        />
        <RadioChips
          label={t("budget.window")}
          name="window"
          selected={window}
          onChange={setWindow}
          options={(["day", "week", "month", "rolling"] as const).map((value) => ({ value, label: t(`budget.windows.${value}`) }))}
        />
        <div hidden={window !== "rolling"}>
          <Field label={t("budget.days")} id="rule-days" name="days" defaultValue={start.days} errors={errors("days")}>
            <IntegerInput />
          </Field>
        </div>
      </Card>
      <Card title={t("budget.limits")}>
        <p className="text-muted">{t("budget.limitsHint")}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {[...view.roles, "*"].map((code) => (
            <Field key={code} label={role(code)} id={`rule-${limitField(code)}`} name={limitField(code)} defaultValue={start.limits[code] ?? ""} errors={errors(limitField(code))} optional>
              {measure === "count" ? <IntegerInput /> : <MoneyInput currency={view.currency} />}
            </Field>
          ))}
        </div>
        <RadioChips
          label={t("budget.onExceed")}
          name="onExceed"
          selected={start.onExceed}
          options={(["escalate", "block"] as const).map((value) => ({ value, label: t(`budget.exceed.${value}`) }))}
        />
      </Card>
      <Card>
        <CheckChips
          label={t("budget.gestures")}
          hint={t("budget.allOf")}
          name="gestures"
          selected={start.gestures}
          errors={errors("gestures")}
          options={view.gestures.map((gesture) => ({ value: gesture.code, label: name(gesture.name) }))}
        />
        <CheckChips
          label={t("budget.reasons")}
          hint={t("budget.allOf")}
          name="reasons"
          selected={start.reasons}
          errors={errors("reasons")}
          options={view.reasons.map((reason) => ({ value: reason.code, label: name(reason.name) }))}
        />
      </Card>
    </EditForm>
  );
}
