import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CheckChips, Checkbox } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { QUESTIONS } from "../domain/scales.ts";
import type { CodedName } from "../view-models.ts";
import { useName } from "./use-name.ts";

export interface SurveyFormProps {
  /** What the fields begin with, by the form's names; ticked questions joined by commas. */
  values: Readonly<Record<string, string | undefined>>;
  isNew: boolean;
  departments: readonly CodedName[];
  refusal: RefusalLike | null;
}

const IDS = { code: "key", nameVi: "nameVi", nameEn: "nameEn", departmentCode: "department", questions: "question", introVi: "introVi", introEn: "introEn", thanksVi: "thanksVi", thanksEn: "thanksEn" };

/** A touchpoint and what is asked there. */
export function SurveyForm({ values, isNew, departments, refusal }: SurveyFormProps) {
  const { t } = useTranslation("listening");
  const name = useName();
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("intent") === "save";
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={IDS} />
      {isNew && (
        <Field label={t("survey.code")} id="key" name="key" hint={t("survey.codeHint")} defaultValue={values["key"]} errors={errorsAt(refusal, "code")} required>
          <TextInput maxLength={64} autoComplete="off" spellCheck={false} />
        </Field>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("survey.nameVi")} id="nameVi" name="nameVi" defaultValue={values["nameVi"]} errors={errorsAt(refusal, "nameVi")} required>
          <TextInput maxLength={120} />
        </Field>
        <Field label={t("survey.nameEn")} id="nameEn" name="nameEn" defaultValue={values["nameEn"]} errors={errorsAt(refusal, "nameEn")} required>
          <TextInput maxLength={120} lang="en" />
        </Field>
      </div>
      <Field label={t("survey.department")} id="department" name="department" hint={t("survey.departmentHint")} defaultValue={values["department"]} errors={errorsAt(refusal, "departmentCode")} optional>
        <Select placeholder={t("survey.departmentNone")} options={departments.map(({ code, name: words }) => ({ value: code, label: name(words) }))} />
      </Field>
      <CheckChips
        label={t("survey.questions")}
        id="question"
        name="question"
        hint={t("survey.questionsHint")}
        errors={errorsAt(refusal, "questions")}
        selected={(values["question"] ?? "").split(",")}
        options={QUESTIONS.map((question) => ({ value: question, label: t(`survey.question.${question}`) }))}
      />
      <Checkbox name="asksWords" value="1" defaultChecked={values["asksWords"] !== undefined} label={t("survey.asksWords")} />
      <div className="grid gap-5 sm:grid-cols-2">
        {(["introVi", "introEn", "thanksVi", "thanksEn"] as const).map((field) => (
          <Field
            key={field}
            label={t(`survey.${field}`)}
            id={field}
            name={field}
            {...(field === "thanksVi" ? { hint: t("survey.thanksHint") } : {})}
            defaultValue={values[field]}
            errors={errorsAt(refusal, field)}
            optional
          >
            <TextArea rows={2} maxLength={field.startsWith("intro") ? 300 : 600} lang={field.endsWith("En") ? "en" : "vi"} />
          </Field>
        ))}
      </div>
      <Checkbox name="active" value="1" defaultChecked={values["active"] !== undefined} label={t("survey.active")} />
      <Button name="intent" value="save" variant="primary" pending={busy} className="self-start">{t("survey.save")}</Button>
    </Form>
  );
}
