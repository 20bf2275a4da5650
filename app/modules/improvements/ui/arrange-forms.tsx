import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CheckChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { ImprovementView, PlaceView } from "../view-models.ts";
import { ActForm, type ActProps, useSent } from "./act-form.tsx";
import { useLocal } from "./badges.tsx";

/** Which departments answer together, and which of them carries it out. */
export function AssignForm({ improvement, departments, sent }: ActProps & { improvement: ImprovementView; departments: readonly PlaceView[] }) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const { refusal, typed, busy } = useSent(sent, "assign");
  const chosen = typed["departments"]?.split(",") ?? improvement.owners.map(({ department }) => department.code);
  const lead = typed["lead"] ?? improvement.owners.find((owner) => owner.lead)?.department.code;
  const options = departments.map(({ code, name }) => ({ value: code, label: local(name) }));
  return (
    <Card title={t("arrange.owners")}>
      <ActForm intent="assign" sent={{ refusal, typed }} fields={{ departments: "departments" }}>
        <CheckChips label={t("arrange.owners")} hideLabel hint={t("arrange.ownersHint")} id="departments" name="departments" selected={chosen} options={options} errors={errorsAt(refusal, "departments")} />
        <Field label={t("arrange.leadDepartment")} id="lead" name="lead" defaultValue={lead}>
          <Select options={options} />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t("arrange.save")}</Button>
      </ActForm>
    </Card>
  );
}

/** Says that the report is the same as another one. */
export function MergeForm({ sent }: ActProps) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "merge");
  return (
    <Card title={t("arrange.merge")}>
      <p className="max-w-prose text-muted">{t("arrange.mergeHint")}</p>
      <ActForm intent="merge" sent={{ refusal, typed }} fields={{ into: "into" }}>
        <Field label={t("arrange.into")} id="into" name="into" hint={t("arrange.intoHint")} defaultValue={typed["into"]} errors={errorsAt(refusal, "into")} required>
          <TextInput maxLength={40} autoComplete="off" />
        </Field>
        <Button pending={busy} className="self-start">{t("arrange.mergeSend")}</Button>
      </ActForm>
    </Card>
  );
}
