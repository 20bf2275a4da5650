import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "#access/roles.ts";
import { Button } from "#ui/button.tsx";
import { CheckChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { DateInput, IntegerInput, TextArea } from "#ui/inputs.tsx";
import type { PlaceName } from "../../assignments/view-models.ts";
import type { Sent } from "./sent.ts";
import { useBilingual } from "./use-bilingual.ts";

interface AssignmentFormProps {
  readonly roles: readonly { readonly code: Role; readonly name: string }[];
  readonly departments: readonly PlaceName[];
  readonly sites: readonly PlaceName[];
  readonly idempotencyKey: string;
  readonly sent: Sent;
}

/** Who should learn a course, and by when. */
export function AssignmentForm({ roles, departments, sites, idempotencyKey, sent }: AssignmentFormProps) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const busy = useNavigation().state !== "idle";
  const chosen = (name: string) => (sent.typed[name] ?? "").split(",");
  const at = (name: string) => ({ id: name, name, defaultValue: sent.typed[name] ?? "", errors: errorsAt(sent.refusal, name) });
  const places = (list: readonly PlaceName[]) => list.map(({ code, name }) => ({ value: code, label: text(name) }));
  return (
    <Form method="post" className="flex flex-col gap-5">
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <FormErrors refusal={sent.refusal} fields={{ dueDays: "dueDays", everyMonths: "everyMonths", startedFrom: "startedFrom" }} />
      <p className="text-muted">{t("assign.whoHint")}</p>
      <CheckChips label={t("assign.roles")} name="roles" layout="words" selected={chosen("roles")} options={roles.map(({ code, name }) => ({ value: code, label: name }))} />
      <Fold summary={t("assign.departments")}><CheckChips label={t("assign.departments")} hideLabel name="departments" layout="words" selected={chosen("departments")} options={places(departments)} /></Fold>
      <Fold summary={t("assign.sites")}><CheckChips label={t("assign.sites")} hideLabel name="sites" layout="words" selected={chosen("sites")} options={places(sites)} /></Fold>
      <Fold summary={t("assign.people")}>
        <Field label={t("assign.people")} hideLabel hint={t("assign.peopleHint")} {...at("people")} optional><TextArea maxLength={10_000} autoComplete="off" /></Field>
      </Fold>
      <Field label={t("assign.startedFrom")} {...at("startedFrom")} optional><DateInput /></Field>
      <Field label={t("assign.dueDays")} hint={t("assign.dueDaysHint")} {...at("dueDays")} required><IntegerInput /></Field>
      <Field label={t("assign.everyMonths")} hint={t("assign.everyMonthsHint")} {...at("everyMonths")} optional><IntegerInput /></Field>
      <Button variant="primary" pending={busy} className="self-start">{t("assign.act")}</Button>
    </Form>
  );
}
