import { Form } from "@remix-run/react";
import { Check, Circle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { DateInput, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { PersonPicker, type PersonOption } from "#ui/person-picker.tsx";
import type { StepView } from "../view-models.ts";
import { ActForm, type ActProps, useSent } from "./act-form.tsx";

/** The steps of a plan: whoever has one says that it is done; who carries the change out may add others. */
export function StepsCard({ steps, mayAdd, colleagues, sent }: ActProps & { steps: readonly StepView[]; mayAdd: boolean; colleagues: readonly PersonOption[] }) {
  const { t } = useTranslation("improvements");
  return (
    <Card title={t("steps.title")}>
      {steps.length === 0 ? (
        <p className="text-muted">{t("steps.empty")}</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      )}
      {mayAdd && <AddStep colleagues={colleagues} sent={sent} />}
    </Card>
  );
}

function Step({ step }: { step: StepView }) {
  const { t } = useTranslation("improvements");
  const format = useFormat();
  const Icon = step.doneAt === null ? Circle : Check;
  const when = step.doneAt !== null ? t("steps.doneAt", { at: step.doneAt }) : step.dueDay === null ? null : t("steps.due", { day: format.day(step.dueDay) });
  return (
    <li className="flex flex-wrap items-start gap-3">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${step.doneAt === null ? "text-muted" : "text-good"}`} />
      <div className="min-w-0 flex-1 basis-48">
        <p>{step.text}</p>
        <p className="text-sm text-muted">{[step.owner.name, ...(when === null ? [] : [when])].join(" · ")}</p>
      </div>
      {step.mayFinish && (
        <Form method="post">
          <input type="hidden" name="intent" value="finish-step" />
          <input type="hidden" name="step" value={step.id} />
          <Button aria-label={`${t("steps.finish")}: ${step.text}`}>{t("steps.finish")}</Button>
        </Form>
      )}
    </li>
  );
}

function AddStep({ colleagues, sent }: ActProps & { colleagues: readonly PersonOption[] }) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "add-step");
  return (
    <Fold summary={t("steps.add")} open={refusal !== null}>
      <ActForm intent="add-step" sent={{ refusal, typed }} fields={{ text: "step-text", ownerId: "step-owner", "steps.0.ownerId": "step-owner", "steps.0.dueDay": "step-due" }}>
        <Field label={t("plan.stepText")} id="step-text" name="step-text" defaultValue={typed["step-text"]} errors={errorsAt(refusal, "text")} required>
          <TextInput maxLength={300} />
        </Field>
        <PersonPicker
          label={t("plan.stepOwner")}
          id="step-owner"
          name="step-owner"
          defaultValue={typed["step-owner"]}
          options={colleagues}
          searchUrl="/people/options"
          errors={[...errorsAt(refusal, "ownerId"), ...errorsAt(refusal, "steps.0.ownerId")]}
          required
        />
        <Field label={t("plan.stepDue")} id="step-due" name="step-due" defaultValue={typed["step-due"]} errors={errorsAt(refusal, "steps.0.dueDay")} optional>
          <DateInput />
        </Field>
        <Button pending={busy} className="self-start">{t("steps.addSend")}</Button>
      </ActForm>
    </Fold>
  );
}
