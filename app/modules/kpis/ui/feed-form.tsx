import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, IntegerInput, Select, TextInput } from "#ui/inputs.tsx";
import type { KpiDefinition } from "../definition.ts";
import { type Shape, shapesOf } from "../domain/tally.ts";
import type { NamedView } from "../view-models.ts";
import { useFigures } from "./use-figures.ts";

/** What a figure would do if it were saved. */
export interface FeedPreview {
  readonly does: "add" | "correct" | "nothing";
  readonly value: number | null;
  readonly n: number;
}

export interface FeedFormProps {
  readonly definition: KpiDefinition;
  /** The period that is asked for first. */
  readonly period: { readonly start: string; readonly end: string };
  readonly departments: readonly NamedView[];
  readonly sites: readonly NamedView[];
  /** Whether the whole organisation is theirs to tell. */
  readonly whole: boolean;
  readonly idempotencyKey: string;
  readonly preview: FeedPreview | null;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

const FIELDS: Readonly<Record<Shape, readonly ("promoters" | "passives" | "detractors" | "numerator" | "denominator" | "value" | "n" | "values")[]>> = {
  groups: ["promoters", "passives", "detractors"],
  ratio: ["numerator", "denominator"],
  value: ["value", "n"],
  answers: ["values"],
};

/** The name a field of a row has in a form. */
const pathOf = (name: string) => [name, `observations.0.${name}`, `observations.0.counts.${name}`];

/** One period's counts, looked at before they are saved. */
export function FeedForm({ definition, period, departments, sites, whole, idempotencyKey, preview, refusal, typed }: FeedFormProps) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const busy = useNavigation().state !== "idle";
  const [shape = "value"] = shapesOf(definition.measure.kind);
  const takesValues = definition.measure.kind === "median" || definition.measure.kind === "duration";
  const names = ["periodStart", "periodEnd", "department", "site", ...FIELDS[shape], "values", "reason"];
  const at = (name: string, before = "") => ({ id: name, name, defaultValue: typed[name] ?? before, errors: pathOf(name).flatMap((path) => errorsAt(refusal, path)) });
  const options = (list: readonly NamedView[]) => list.map(({ code, name }) => ({ value: code, label: figures.local(name) }));
  return (
    <Form method="post" className="flex flex-col gap-4">
      <FormErrors refusal={refusal} fields={Object.fromEntries(names.flatMap((name) => pathOf(name).map((path) => [path, name])))} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {preview !== null && (
        <Banner tone="info" live="status" title={t("feed.previewTitle")}>
          <p>{t("feed.result", { value: figures.value(preview.value, definition.unit), n: preview.n })}</p>
          <p>{t(preview.does === "add" ? "feed.willAdd" : preview.does === "correct" ? "feed.willCorrect" : "feed.unchanged")}</p>
        </Banner>
      )}
      <div className="flex flex-wrap gap-4">
        <Field label={t("feed.from")} {...at("periodStart", period.start)} required><DateInput /></Field>
        <Field label={t("feed.to")} {...at("periodEnd", period.end)} required><DateInput /></Field>
      </div>
      <div className="flex flex-wrap gap-4">
        <Field label={t("feed.department")} {...at("department")} optional={whole}><Select placeholder={whole ? t("feed.whole") : true} options={options(departments)} /></Field>
        <Field label={t("feed.site")} {...at("site")} optional><Select placeholder={true} options={options(sites)} /></Field>
      </div>
      <div className="flex flex-wrap gap-4">
        {FIELDS[shape].map((name) => (
          <Field key={name} label={definition.measure.kind === "mean" && name === "value" ? t("feed.value") : t(`feed.${name}`)} {...at(name)}>
            {name === "value" ? <TextInput inputMode="decimal" autoComplete="off" /> : name === "values" ? <TextInput autoComplete="off" /> : <IntegerInput />}
          </Field>
        ))}
        {takesValues && <Field label={t("feed.values")} {...at("values")} optional><TextInput autoComplete="off" /></Field>}
      </div>
      <Field label={t("feed.reason")} {...at("reason")} optional><TextInput maxLength={300} /></Field>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview" pending={busy}>{t("feed.preview")}</Button>
        <Button name="intent" value="save" variant="primary" pending={busy}>{t("feed.save")}</Button>
      </div>
    </Form>
  );
}
