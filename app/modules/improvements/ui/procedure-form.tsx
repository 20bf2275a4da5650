import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, Select, TextInput } from "#ui/inputs.tsx";
import type { PlaceView, ProcedureView } from "../view-models.ts";
import { useLocal } from "./badges.tsx";
import { loadFieldIds, LoadFields } from "./burden-fields.tsx";

const NAMES = ["ref", "nameVi", "nameEn", "department", "owner", "since", "law", "reviewBy"] as const;

export interface ProcedureFormProps {
  /** null: a new one. */
  readonly procedure: ProcedureView | null;
  readonly departments: readonly PlaceView[];
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** A procedure of the register: its names, owner, burden and the day it is looked at again. */
export function ProcedureForm({ procedure, departments, refusal, typed }: ProcedureFormProps) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const busy = useNavigation().state !== "idle";
  const before: Partial<Record<(typeof NAMES)[number], string>> =
    procedure === null
      ? {}
      : { ref: procedure.code, nameVi: procedure.name.vi, nameEn: procedure.name.en, department: procedure.department.code, owner: procedure.owner?.email ?? "", since: procedure.since, law: procedure.law ?? "", reviewBy: procedure.reviewBy };
  const at = (name: (typeof NAMES)[number]) => ({ id: name, name, defaultValue: typed[name] ?? before[name] ?? "", errors: errorsAt(refusal, name === "ref" ? "code" : name) });
  const load = (name: "staff" | "customer") => <LoadFields name={name} legend={t(`procedureForm.${name}`)} load={procedure?.burden[name] ?? null} refusal={refusal} typed={typed} />;
  return (
    <Form method="post" className="flex flex-col gap-4">
      <FormErrors refusal={refusal} fields={{ code: "ref", ...Object.fromEntries(NAMES.map((name) => [name, name])), ...loadFieldIds("staff", "customer") }} />
      <Field label={t("procedureForm.nameVi")} {...at("nameVi")} required>
        <TextInput maxLength={160} lang="vi" />
      </Field>
      <Field label={t("procedureForm.nameEn")} {...at("nameEn")} required>
        <TextInput maxLength={160} lang="en" />
      </Field>
      <Field label={t("procedureForm.code")} hint={t("procedureForm.codeHint")} {...at("ref")} required>
        <TextInput maxLength={64} autoComplete="off" />
      </Field>
      <Field label={t("procedureForm.department")} {...at("department")} required>
        <Select placeholder options={departments.map(({ code, name }) => ({ value: code, label: local(name) }))} />
      </Field>
      <Field label={t("procedureForm.owner")} {...at("owner")} optional>
        <TextInput type="email" maxLength={254} autoComplete="off" />
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field label={t("procedureForm.since")} {...at("since")} required>
          <DateInput />
        </Field>
        <Field label={t("procedureForm.reviewBy")} {...at("reviewBy")} required>
          <DateInput />
        </Field>
      </div>
      <Field label={t("procedureForm.law")} hint={t("procedureForm.lawHint")} {...at("law")} optional>
        <TextInput maxLength={300} />
      </Field>
      <p className="text-muted">{t("plan.burdenHint")}</p>
      {load("staff")}
      {load("customer")}
      <Button variant="primary" pending={busy} className="self-start">{t("procedureForm.save")}</Button>
    </Form>
  );
}
