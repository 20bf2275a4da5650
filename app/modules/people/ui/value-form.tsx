import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, TextArea, TextInput } from "#ui/inputs.tsx";

export interface ValueFormProps {
  /** Begins the ids of the fields, so that several forms stand on one page. */
  idPrefix: string;
  values: Readonly<Record<string, string | undefined>>;
  active: boolean;
  /** The code of a known value stays. */
  fixedCode: boolean;
  refusal: RefusalLike | null;
}

/** A core value with its behaviours in both languages, one a line. */
export function ValueForm({ idPrefix, values, active, fixedCode, refusal }: ValueFormProps) {
  const { t } = useTranslation("people");
  const busy = useNavigation().state !== "idle";
  const wired = (name: string, path = name) => ({ id: `${idPrefix}-${name}`, name, defaultValue: values[name], errors: errorsAt(refusal, path), required: true });
  return (
    <Form method="post" className="flex flex-col gap-5">
      <Field label={t("values.code")} {...wired("key", "code")}>
        <TextInput maxLength={64} readOnly={fixedCode} autoComplete="off" spellCheck={false} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("values.nameVi")} {...wired("nameVi")}>
          <TextInput maxLength={120} />
        </Field>
        <Field label={t("values.nameEn")} {...wired("nameEn")}>
          <TextInput maxLength={120} />
        </Field>
        <Field label={t("values.meaningVi")} {...wired("meaningVi")}>
          <TextArea rows={2} maxLength={300} />
        </Field>
        <Field label={t("values.meaningEn")} {...wired("meaningEn")}>
          <TextArea rows={2} maxLength={300} />
        </Field>
        <Field label={t("values.behavioursVi")} hint={t("values.linesHint")} {...wired("behavioursVi", "behaviours")}>
          <TextArea rows={5} maxLength={2500} />
        </Field>
        <Field label={t("values.behavioursEn")} hint={t("values.linesHint")} {...wired("behavioursEn")}>
          <TextArea rows={5} maxLength={2500} />
        </Field>
      </div>
      <Field label={t("values.position")} {...wired("position")}>
        <IntegerInput maxLength={2} />
      </Field>
      <Checkbox id={`${idPrefix}-active`} name="active" value="1" defaultChecked={active} label={t("values.active")} />
      <Button variant="primary" pending={busy} className="self-start">{t("values.save")}</Button>
    </Form>
  );
}
