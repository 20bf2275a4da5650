import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { useRowName } from "./use-local-name.ts";
import { WEEK_FIELDS } from "./week-fields.tsx";

interface Place {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface PlaceFormProps {
  /** What the fields begin with, by the form's names. */
  values: Readonly<Record<string, string | undefined>>;
  active: boolean;
  /** The code of a known place stays. */
  fixedCode: boolean;
  /** The field that names the department above or around. */
  above: { readonly name: "parent" | "department"; readonly path: "parentCode" | "departmentCode"; readonly label: string; readonly none: string };
  departments: readonly Place[];
  refusal: RefusalLike | null;
  children?: ReactNode;
}

/** A site or a department: code, names, where it belongs, whether it is in use. */
export function PlaceForm({ values, active, fixedCode, above, departments, refusal, children }: PlaceFormProps) {
  const { t } = useTranslation(["people", "ui"]);
  const name = useRowName();
  const busy = useNavigation().state !== "idle";
  const fields = { ...WEEK_FIELDS, code: "key", nameVi: "nameVi", nameEn: "nameEn", [above.path]: above.name, active: "active", channel: "channel", hours: "hours-1" };
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={fields} />
      <Field label={t("organisation.code")} id="key" name="key" defaultValue={values["key"]} errors={errorsAt(refusal, "code")} required>
        <TextInput maxLength={64} readOnly={fixedCode} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t("organisation.nameVi")} id="nameVi" name="nameVi" defaultValue={values["nameVi"]} errors={errorsAt(refusal, "nameVi")} required>
        <TextInput maxLength={120} />
      </Field>
      <Field label={t("organisation.nameEn")} id="nameEn" name="nameEn" defaultValue={values["nameEn"]} errors={errorsAt(refusal, "nameEn")} required>
        <TextInput maxLength={120} />
      </Field>
      <Field label={above.label} id={above.name} name={above.name} defaultValue={values[above.name]} errors={errorsAt(refusal, above.path)} optional>
        <Select placeholder={above.none} options={departments.map((department) => ({ value: department.code, label: name(department) }))} />
      </Field>
      {children}
      <Checkbox id="active" name="active" value="1" defaultChecked={active} label={t("organisation.active")} hint={errorsAt(refusal, "active")[0]} />
      <Button variant="primary" pending={busy} className="self-start">{t("ui:action.save")}</Button>
    </Form>
  );
}
