import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { ActForm, type ActProps, useSent } from "./act-form.tsx";

/** Whoever reported it says whether it really changed. */
export function ConfirmForm({ until, sent }: ActProps & { until: string }) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "confirm");
  return (
    <Card title={t("confirm.title")}>
      <p>{t("confirm.lead", { until })}</p>
      <ActForm intent="confirm" sent={{ refusal, typed }} fields={{ changed: "changed", note: "confirm-note" }}>
        <RadioChips
          label={t("confirm.choice")}
          id="changed"
          name="changed"
          selected={typed["changed"]}
          errors={errorsAt(refusal, "changed")}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(`confirm.${value}`) }))}
          required
        />
        <Field label={t("confirm.note")} id="confirm-note" name="note" hint={t("confirm.noteHint")} defaultValue={typed["note"]} errors={errorsAt(refusal, "note")} optional>
          <TextArea maxLength={2000} />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t("confirm.send")}</Button>
      </ActForm>
    </Card>
  );
}
