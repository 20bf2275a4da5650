import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { ANSWERS } from "../domain/states.ts";
import type { PlaceView } from "../view-models.ts";
import { ActForm, type ActProps, useSent } from "./act-form.tsx";
import { useLocal } from "./badges.tsx";

/** Stop it, make it better, or needed and why: the one question to whoever owns a procedure. */
export function AnswerForm({ departments, sent }: ActProps & { departments: readonly PlaceView[] }) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const { refusal, typed, busy } = useSent(sent, "answer");
  return (
    <Card title={t("answerForm.title")}>
      <p className="max-w-prose">{t("answerForm.question")}</p>
      <ActForm intent="answer" sent={{ refusal, typed }} fields={{ answer: "answer", words: "words", law: "law", department: "department" }}>
        {departments.length > 1 && (
          <Field label={t("answerForm.department")} id="department" name="department" defaultValue={typed["department"]} errors={errorsAt(refusal, "department")}>
            <Select options={departments.map(({ code, name }) => ({ value: code, label: local(name) }))} />
          </Field>
        )}
        <RadioChips
          label={t("answerForm.choice")}
          id="answer"
          name="answer"
          selected={typed["answer"]}
          errors={errorsAt(refusal, "answer")}
          options={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`), hint: t(`answerHint.${value}`) }))}
          required
        />
        <Field label={t("answerForm.words")} id="words" name="words" hint={t("answerForm.wordsHint")} defaultValue={typed["words"]} errors={errorsAt(refusal, "words")} required>
          <TextArea maxLength={2000} />
        </Field>
        <Field label={t("answerForm.law")} id="law" name="law" hint={t("answerForm.lawHint")} defaultValue={typed["law"]} errors={errorsAt(refusal, "law")} optional>
          <TextInput maxLength={300} />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t("answerForm.send")}</Button>
      </ActForm>
    </Card>
  );
}
