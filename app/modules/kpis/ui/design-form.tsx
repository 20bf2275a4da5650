import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { DESIGN_STEPS, type DesignStep, stepBefore, stepOf } from "../domain/design-steps.ts";
import { CustomerStep, MeasureStep, NumbersStep, PeopleStep, type StepProps } from "./design-fields.tsx";

const STEPS = { customer: CustomerStep, measure: MeasureStep, people: PeopleStep, numbers: NumbersStep } as const;

/** Element ids of fields by their path in a definition. */
const FIELDS = {
  ...{ code: "ref", "name.vi": "nameVi", "name.en": "nameEn", "why.vi": "whyVi", "why.en": "whyEn", lens: "lens", "measure.scale": "scale", "measure.convention": "convention", "range.from": "rangeFrom", "range.to": "rangeTo" },
  ...{ owners: "owners", touches: "touches", guardrails: "guardrails", fights: "fights", costsFallOn: "costsFallOn", "source.fact": "fact", minimumSample: "minimumSample", baseline: "baseline", targetValue: "targetValue", targetBy: "targetBy" },
};

interface DesignFormProps extends StepProps {
  readonly step: DesignStep;
  /** null: of a KPI that is there already. */
  readonly isNew: { readonly idempotencyKey: string } | null;
}

/** The steps as places to go to, once the KPI is there. */
export function StepList({ code, step }: { code: string | null; step: DesignStep }) {
  const { t } = useTranslation("kpis");
  return (
    <ol className="flex flex-wrap gap-x-4 gap-y-1">
      {DESIGN_STEPS.map((each, index) => (
        <li key={each} aria-current={each === step ? "step" : undefined} className="flex min-h-target items-center gap-2">
          <span aria-hidden className="inline-flex size-7 items-center justify-center rounded-full border border-control text-sm">{index + 1}</span>
          {each === step || code === null ? <span className={each === step ? "font-semibold" : "text-muted"}>{t(`design.steps.${each}`)}</span> : <Link to={`/kpis/${code}/design?step=${each}`} className="inline-flex min-h-target items-center underline underline-offset-4">{t(`design.steps.${each}`)}</Link>}
        </li>
      ))}
    </ol>
  );
}

/** One step of designing a KPI. */
export function DesignForm({ step, isNew, ...props }: DesignFormProps) {
  const { t } = useTranslation("kpis");
  const busy = useNavigation().state !== "idle";
  const Step = step === "check" ? null : STEPS[step];
  const before = stepBefore(step);
  if (Step === null) return null;
  const { refusal, typed, definition } = props;
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={FIELDS} />
      <input type="hidden" name="step" value={step} />
      {isNew !== null && (
        <>
          <input type="hidden" name="idempotencyKey" value={isNew.idempotencyKey} />
          <Field label={t("design.code")} hint={t("design.codeHint")} id="ref" name="ref" defaultValue={typed["ref"] ?? ""} errors={errorsAt(refusal, "code")} required><TextInput maxLength={64} autoComplete="off" autoCapitalize="characters" /></Field>
        </>
      )}
      <Step {...props} />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" pending={busy}>{t("design.next")}</Button>
        {before !== null && <LinkButton to={`/kpis/${definition.code}/design?step=${before}`} variant="quiet">{t("design.back")}</LinkButton>}
      </div>
    </Form>
  );
}

export interface CheckProps extends Pick<StepProps, "refusal" | "definition"> {
  /** Paths that are still missing. */
  readonly missing: readonly string[];
  /** Against the version in use; null: there is none. */
  readonly against: { readonly changed: number; readonly breaks: boolean } | null;
}

/** What is still missing, what the change does to the series, and putting it into use. */
export function CheckStep({ refusal, definition, missing, against }: CheckProps) {
  const { t } = useTranslation("kpis");
  const busy = useNavigation().state !== "idle";
  const label = (path: string) => (path === "lens" ? t("design.lens") : path === "owners" ? t("design.owners") : path === "name.vi" ? t("design.nameVi") : path === "name.en" ? t("design.nameEn") : path === "why.vi" ? t("design.whyVi") : path === "why.en" ? t("design.whyEn") : path === "measure.scale" ? t("design.scale") : path === "measure.convention" ? t("design.convention") : path === "source.fact" ? t("design.fact") : t("design.rangeFrom"));
  const ready = missing.length === 0 && (against === null || against.changed > 0);
  return (
    <Card>
      <FormErrors refusal={refusal} />
      {missing.length > 0 && (
        <Banner tone="warn" title={t("design.missing")}>
          <ul className="list-disc pl-5">
            {missing.map((path) => (
              <li key={path}>
                <Link to={`/kpis/${definition.code}/design?step=${stepOf(path)}`} className="inline-flex min-h-target items-center underline underline-offset-4">{t("design.missingAt", { what: label(path), step: DESIGN_STEPS.indexOf(stepOf(path)) + 1 })}</Link>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {against !== null && against.changed === 0 && <Banner tone="info">{t("design.same")}</Banner>}
      {against?.breaks && <Banner tone="warn">{t("design.breaks")}</Banner>}
      {ready && <p>{t("design.ready")}</p>}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="step" value="check" />
        <Field label={t("design.note")} name="note" id="note" optional><TextInput maxLength={300} /></Field>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="use" variant="primary" pending={busy} disabled={!ready}>{t("design.use")}</Button>
          {against !== null && <Button name="intent" value="discard" variant="quiet">{t("design.discard")}</Button>}
        </div>
      </Form>
    </Card>
  );
}
