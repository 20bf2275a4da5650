import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { PersonPicker, type PersonOption } from "#ui/person-picker.tsx";
import { LENSES, WAYS } from "../schemas.ts";
import type { ImprovementView, MeasureScopes } from "../view-models.ts";
import { loadFieldIds, LoadFields } from "./burden-fields.tsx";
import { MeasureFields, MEASURE_FIELD_IDS } from "./measure-fields.tsx";

export interface PlanFormProps {
  readonly improvement: ImprovementView;
  readonly scopes: MeasureScopes;
  readonly colleagues: readonly PersonOption[];
  readonly stepRows: number;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

const LOADS = ["staff", "staff-after", "customer", "customer-after"] as const;

/** What is done, for what of the customer's, and what will show it. */
export function PlanForm({ improvement, scopes, colleagues, stepRows, refusal, typed }: PlanFormProps) {
  const { t } = useTranslation("improvements");
  const busy = useNavigation().state !== "idle";
  const { plan } = improvement;
  const value = (name: string, before: string | null | undefined) => typed[name] ?? before ?? "";
  const steps = Array.from({ length: stepRows }, (_, index) => index);
  const stepIds = Object.fromEntries(steps.flatMap((index) => [[`steps.${index}.text`, `step-text-${index}`], [`steps.${index}.ownerId`, `step-owner-${index}`], [`steps.${index}.dueDay`, `step-due-${index}`]]));
  const fields = { text: "text", lensKind: "lensKind", lensText: "lensText", evidence: "evidence", way: "way", ...loadFieldIds(...LOADS), ...MEASURE_FIELD_IDS, ...stepIds };
  const loads = { staff: plan?.burden.staff, "staff-after": plan?.burdenAfter.staff, customer: plan?.burden.customer, "customer-after": plan?.burdenAfter.customer };
  const legends = { staff: t("plan.burdenStaff"), "staff-after": t("plan.burdenStaffAfter"), customer: t("plan.burdenCustomer"), "customer-after": t("plan.burdenCustomerAfter") };
  const open = improvement.steps.filter(({ doneAt }) => doneAt === null);
  const shown = Math.min(stepRows, open.length + 1);
  const stepFields = (index: number) => (
    <fieldset key={index} className="flex min-w-0 flex-col gap-3 border-b border-line pb-4 last:border-b-0 last:pb-0">
      <legend className="mb-1.5 font-semibold">{t("plan.step", { number: index + 1 })}</legend>
      <Field label={t("plan.stepText")} id={`step-text-${index}`} name={`step-text-${index}`} defaultValue={value(`step-text-${index}`, open[index]?.text)} errors={errorsAt(refusal, `steps.${index}.text`)} optional>
        <TextInput maxLength={300} />
      </Field>
      <PersonPicker label={t("plan.stepOwner")} id={`step-owner-${index}`} name={`step-owner-${index}`} defaultValue={value(`step-owner-${index}`, open[index]?.owner.id)} options={colleagues} searchUrl="/people/options" errors={errorsAt(refusal, `steps.${index}.ownerId`)} optional />
      <Field label={t("plan.stepDue")} id={`step-due-${index}`} name={`step-due-${index}`} defaultValue={value(`step-due-${index}`, open[index]?.dueDay)} errors={errorsAt(refusal, `steps.${index}.dueDay`)} optional>
        <DateInput />
      </Field>
    </fieldset>
  );
  return (
    <Form method="post" className="flex flex-col gap-6">
      <FormErrors refusal={refusal} fields={fields} />
      <Card>
        <Field label={t("plan.text")} id="text" name="text" defaultValue={value("text", plan?.text)} errors={errorsAt(refusal, "text")} required>
          <TextArea maxLength={2000} />
        </Field>
        <RadioChips label={t("plan.lensKind")} id="lensKind" name="lensKind" layout="words" selected={value("lensKind", plan?.lensKind)} errors={errorsAt(refusal, "lensKind")} options={LENSES.map((lens) => ({ value: lens, label: t(`lens.${lens}`) }))} required />
        <Field label={t("plan.lensText")} id="lensText" name="lensText" hint={t("plan.lensTextHint")} defaultValue={value("lensText", plan?.lensText)} errors={errorsAt(refusal, "lensText")} required>
          <TextArea maxLength={600} rows={2} />
        </Field>
        <Field label={t("plan.evidence")} id="evidence" name="evidence" hint={t("plan.evidenceHint")} defaultValue={value("evidence", plan?.evidence)} errors={errorsAt(refusal, "evidence")} optional>
          <TextArea maxLength={2000} rows={2} />
        </Field>
        <RadioChips label={t("plan.way")} id="way" name="way" selected={value("way", plan?.way)} errors={errorsAt(refusal, "way")} options={WAYS.map((way) => ({ value: way, label: t(`way.${way}`), hint: t(`wayHint.${way}`) }))} required />
      </Card>
      <Card>
        <Fold summary={t("plan.burden")} open={refusal !== null || LOADS.some((name) => loads[name] != null)}>
          <p className="text-muted">{t("plan.burdenHint")}</p>
          {LOADS.map((name) => (
            <LoadFields key={name} name={name} legend={legends[name]} load={loads[name] ?? null} refusal={refusal} typed={typed} />
          ))}
        </Fold>
      </Card>
      <Card title={t("plan.measure")}>
        <MeasureFields measure={improvement.effect?.measure ?? null} scopes={scopes} refusal={refusal} typed={typed} />
      </Card>
      <Card title={t("plan.steps")}>
        {steps.slice(0, shown).map(stepFields)}
        {shown < stepRows && <Fold summary={t("plan.moreSteps")} open={refusal !== null}>{steps.slice(shown).map(stepFields)}</Fold>}
      </Card>

      <Button variant="primary" size="large" pending={busy} className="self-start">{t("plan.save")}</Button>
    </Form>
  );
}
