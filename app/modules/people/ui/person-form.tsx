import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { DateInput, IntegerInput, Select, TextInput } from "#ui/inputs.tsx";
import { PersonPicker, type PersonOption } from "#ui/person-picker.tsx";
import { useRowName } from "./use-local-name.ts";

interface Place {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly active: boolean;
}

export interface PersonFormProps {
  /** What the fields begin with, by the form's names. */
  values: Readonly<Record<string, string | null | undefined>>;
  sites: readonly Place[];
  departments: readonly Place[];
  /** Likely managers; the rest is found by typing. */
  managers: readonly PersonOption[];
  refusal: RefusalLike | null;
  submit: string;
  children?: ReactNode;
}

const FIELDS = { email: "email", name: "name", siteCode: "site", departmentCode: "department", managerId: "managerId", level: "level", startedOn: "startedOn" };

/** A person's record, new or known. */
export function PersonForm({ values, sites, departments, managers, refusal, submit, children }: PersonFormProps) {
  const { t } = useTranslation(["people", "ui"]);
  const name = useRowName();
  const busy = useNavigation().state !== "idle";
  const value = (field: string) => values[field] ?? "";
  const options = (places: readonly Place[], chosen: string) =>
    places.filter(({ active, code }) => active || code === chosen).map((place) => ({ value: place.code, label: name(place) }));
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={FIELDS} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2 sm:items-start">
        <Field label={t("person.name")} id="name" name="name" defaultValue={value("name")} errors={errorsAt(refusal, "name")} required>
          <TextInput maxLength={120} autoComplete="off" />
        </Field>
        <Field label={t("person.email")} id="email" name="email" defaultValue={value("email")} errors={errorsAt(refusal, "email")} required>
          <TextInput type="email" inputMode="email" maxLength={254} autoComplete="off" />
        </Field>
        <Field label={t("person.site")} id="site" name="site" defaultValue={value("site")} errors={errorsAt(refusal, "siteCode")} optional>
          <Select placeholder={t("person.noSite")} options={options(sites, value("site"))} />
        </Field>
        <Field label={t("person.department")} id="department" name="department" defaultValue={value("department")} errors={errorsAt(refusal, "departmentCode")} optional>
          <Select placeholder={t("person.noDepartment")} options={options(departments, value("department"))} />
        </Field>
        <PersonPicker
          label={t("person.manager")}
          id="managerId"
          name="managerId"
          defaultValue={value("managerId")}
          options={managers}
          searchUrl="/people/options"
          errors={errorsAt(refusal, "managerId")}
          optional
        />
        <Field label={t("person.startedOn")} id="startedOn" name="startedOn" defaultValue={value("startedOn")} errors={errorsAt(refusal, "startedOn")} optional>
          <DateInput />
        </Field>
        <Field label={t("person.level")} id="level" name="level" hint={t("person.levelHint")} defaultValue={value("level")} errors={errorsAt(refusal, "level")} optional>
          <IntegerInput maxLength={2} />
        </Field>
        <Field label={t("person.language")} id="language" name="language" defaultValue={value("language") || "vi"} errors={errorsAt(refusal, "language")}>
          <Select options={[{ value: "vi", label: t("ui:shell.languages.vi") }, { value: "en", label: t("ui:shell.languages.en") }]} />
        </Field>
        <Field label={t("person.addressForm")} id="addressForm" name="addressForm" defaultValue={value("addressForm")} errors={errorsAt(refusal, "addressForm")} optional>
          <Select placeholder={t("person.addressDefault")} options={["bạn", "anh/chị"].map((form) => ({ value: form, label: form, lang: "vi" as const }))} />
        </Field>
      </div>
      {children}
      <Button variant="primary" pending={busy} className="self-start">{submit}</Button>
    </Form>
  );
}
