import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ROLES } from "#access/roles.ts";
import { Button } from "#ui/button.tsx";
import { Field, FieldErrors, useErrorTexts } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { PersonPicker, type PersonOption } from "#ui/person-picker.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Bilingual } from "../definition.ts";
import { COUNTED, ITEM_SCOPES } from "../scorecards/items.ts";
import { useFigures } from "./use-figures.ts";

const LINES = 6;

interface Named {
  readonly code: string;
  readonly name: Bilingual;
}

export interface ScorecardFormProps {
  kpis: readonly Named[];
  departments: readonly Named[];
  people: readonly PersonOption[];
  /** What was typed, or what the scorecard says, by field. */
  typed: Readonly<Record<string, string>>;
  refusal: RefusalLike | null;
}

function Line({ index, kpis, typed }: { index: number } & Pick<ScorecardFormProps, "kpis" | "typed">) {
  const { t } = useTranslation("scorecards");
  const { local } = useFigures();
  const field = (name: string) => ({ id: `${name}-${index}`, name: `${name}-${index}`, defaultValue: typed[`${name}-${index}`] });
  const options = [...kpis.map(({ code, name }) => ({ value: code, label: local(name) })), ...COUNTED.map((value) => ({ value, label: t(`counted.${value}`) }))];
  return (
    <fieldset className="grid gap-3 border-t border-line pt-4 sm:grid-cols-2">
      <legend className="sr-only">{t("design.row", { n: index + 1 })}</legend>
      <Field label={t("design.item")} {...field("item")} className="sm:col-span-2">
        <Select placeholder={true} options={options} />
      </Field>
      <Field label={t("design.scope")} {...field("scope")}>
        <Select options={ITEM_SCOPES.map((value) => ({ value, label: t(`design.scopes.${value}`) }))} />
      </Field>
      <Field label={t("design.weight")} {...field("weight")}>
        <TextInput inputMode="numeric" />
      </Field>
      <Field label={t("design.target")} hint={t("design.targetHint")} {...field("target")} className="sm:col-span-2">
        <TextInput inputMode="numeric" className="max-w-40" />
      </Field>
    </fieldset>
  );
}

/** Whose scorecard, and what stands on it; works without scripts. */
export function ScorecardForm({ kpis, departments, people, typed, refusal }: ScorecardFormProps) {
  const { t } = useTranslation(["scorecards", "kpis"]);
  const { local } = useFigures();
  const lines = Array.from({ length: LINES }, (_, index) => index);
  const itemErrors = [...errorsAt(refusal, "items"), ...lines.flatMap((index) => [...errorsAt(refusal, `items.${index}`), ...errorsAt(refusal, `items.${index}.weight`), ...errorsAt(refusal, `items.${index}.target`)])];
  const texts = useErrorTexts(itemErrors);
  const subjects = [...ROLES.map((role) => ({ value: `role:${role}`, label: t(`kpis:role.${role}`) })), ...departments.map(({ code, name }) => ({ value: `department:${code}`, label: local(name) })), { value: "person", label: t("design.onePerson") }];
  return (
    <Form method="post" className="flex flex-col gap-6" key={typed["subject"]}>
      <FormErrors refusal={refusal} fields={{ subject: "subject", person: "person", nameVi: "nameVi", nameEn: "nameEn", items: "items" }} />
      <Card title={t("design.new")}>
        <Field label={t("design.subject")} id="subject" name="subject" defaultValue={typed["subject"]} errors={errorsAt(refusal, "subject")} required>
          <Select placeholder={true} options={subjects} />
        </Field>
        <PersonPicker label={t("design.person")} hint={t("design.personHint")} id="person" name="person" defaultValue={typed["person"] ?? ""} options={people} searchUrl="/people/options" errors={errorsAt(refusal, "person")} optional />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("design.nameVi")} id="nameVi" name="nameVi" defaultValue={typed["nameVi"]} errors={errorsAt(refusal, "nameVi")} required><TextInput maxLength={120} /></Field>
          <Field label={t("design.nameEn")} id="nameEn" name="nameEn" defaultValue={typed["nameEn"]} errors={errorsAt(refusal, "nameEn")} required><TextInput maxLength={120} lang="en" /></Field>
        </div>
        <p id="items" tabIndex={-1} className="text-muted">{t("design.equalHint")}</p>
        <FieldErrors id="items-errors" texts={[...new Set(texts)]} />
        {lines.map((index) => <Line key={index} index={index} kpis={kpis} typed={typed} />)}
      </Card>
      <Button variant="primary" size="large" name="intent" value="save" className="sm:self-start">{t("design.save")}</Button>
    </Form>
  );
}
