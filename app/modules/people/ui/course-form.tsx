import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, TextInput } from "#ui/inputs.tsx";

/** Adds a course, or renames the one of its code. */
export function CourseForm({ refusal, typed }: { refusal: RefusalLike | null; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("people");
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={{ code: "key", nameVi: "nameVi", nameEn: "nameEn", minutes: "minutes" }} />
      <Field label={t("qualifications.code")} id="key" name="key" defaultValue={typed["key"]} errors={errorsAt(refusal, "code")} required>
        <TextInput maxLength={64} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t("qualifications.nameVi")} id="nameVi" name="nameVi" defaultValue={typed["nameVi"]} errors={errorsAt(refusal, "nameVi")} required>
        <TextInput maxLength={120} />
      </Field>
      <Field label={t("qualifications.nameEn")} id="nameEn" name="nameEn" defaultValue={typed["nameEn"]} errors={errorsAt(refusal, "nameEn")} required>
        <TextInput maxLength={120} />
      </Field>
      <Field label={t("qualifications.minutes")} id="minutes" name="minutes" defaultValue={typed["minutes"]} errors={errorsAt(refusal, "minutes")} required>
        <IntegerInput maxLength={3} />
      </Field>
      <Button pending={busy} className="self-start">{t("qualifications.saveCourse")}</Button>
    </Form>
  );
}
