import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { type Choice, RadioChips } from "#ui/choices.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, Select } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { AvailableCases, SimulationForm as Available } from "../../simulation/view-models.ts";

const ROLES = ["frontline", "supervisor", "manager", "leader"] as const;

export interface SimulationFormProps {
  readonly form: Available;
  readonly refusal: RefusalLike | null;
  /** What was typed before a refusal. */
  readonly typed: Readonly<Record<string, string>>;
}

function useSources({ recorded, imported }: Available): Choice[] {
  const { t } = useTranslation("simulation");
  const hint = ({ cases, first, last }: AvailableCases) => (first === null || last === null ? t("form.none") : t("form.available", { count: cases, first, last }));
  return [
    { value: "recorded", label: t("form.recorded"), hint: hint(recorded), disabled: recorded.cases === 0 },
    { value: "imported", label: t("form.imported"), hint: hint(imported), disabled: imported.cases === 0 },
  ];
}

/** Which past cases to replay through a version, and how. Works without scripts. */
export function SimulationForm({ form, refusal, typed }: SimulationFormProps) {
  const { t } = useTranslation(["simulation", "ui"]);
  const busy = useNavigation().state !== "idle";
  const sources = useSources(form);
  if (form.recorded.cases + form.imported.cases === 0) {
    return (
      <EmptyState title={t("form.empty")} action={<LinkButton to="/policies/past-cases" variant="primary">{t("form.pastCases")}</LinkButton>}>
        {t("form.emptyHint")}
      </EmptyState>
    );
  }
  return (
    <Card title={t("title")} aside={<Link to="/policies/past-cases" className="inline-flex min-h-target items-center text-accent underline underline-offset-4">{t("form.pastCases")}</Link>}>
      <p className="max-w-prose">{t("lead")}</p>
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ from: "from", to: "to" }} />
        <RadioChips label={t("form.source")} name="source" options={sources} selected={typed["source"] ?? (form.recorded.cases > 0 ? "recorded" : "imported")} />
        <div className="flex flex-wrap gap-4">
          <Field label={t("form.from")} id="from" name="from" defaultValue={typed["from"] ?? form.fromDay} errors={errorsAt(refusal, "from")}>
            <DateInput />
          </Field>
          <Field label={t("form.to")} id="to" name="to" defaultValue={typed["to"] ?? form.toDay} errors={errorsAt(refusal, "to")}>
            <DateInput />
          </Field>
        </div>
        <RadioChips
          label={t("form.mode")}
          name="mode"
          selected={typed["mode"] ?? "stateful"}
          options={[
            { value: "stateful", label: t("form.stateful"), hint: t("form.statefulHint") },
            { value: "stateless", label: t("form.stateless"), hint: t("form.statelessHint") },
          ]}
        />
        {form.imported.cases > 0 && (
          <Field label={t("form.asRole")} hint={t("form.asRoleHint")} name="asRole" defaultValue={typed["asRole"] ?? "frontline"} errors={errorsAt(refusal, "asRole")}>
            <Select className="max-w-80" options={ROLES.map((role) => ({ value: role, label: t(`ui:role.${role}`) }))} />
          </Field>
        )}
        <Button variant="primary" pending={busy} className="self-start">{t("form.start")}</Button>
      </Form>
    </Card>
  );
}
