import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { UNDERSTOOD } from "../domain/scales.ts";
import type { CodedName } from "../view-models.ts";
import { useName } from "./use-name.ts";

interface FeedbackFormProps {
  touchpoints: readonly CodedName[];
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
  idempotencyKey: string;
}

/** What a colleague writes down of a customer: said, felt, left unsaid. */
export function FeedbackForm({ touchpoints, refusal, typed, idempotencyKey }: FeedbackFormProps) {
  const { t } = useTranslation("listening");
  const name = useName();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={{ text: "said", felt: "felt", unsaid: "unsaid", customerRef: "customer", touchpoint: "touchpoint" }} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field label={t("new.said")} id="said" name="said" defaultValue={typed["said"]} errors={errorsAt(refusal, "text")}>
        <TextArea maxLength={2000} rows={4} />
      </Field>
      <Field label={t("new.felt")} id="felt" name="felt" defaultValue={typed["felt"]} errors={errorsAt(refusal, "felt")} optional>
        <TextInput maxLength={500} />
      </Field>
      <Field label={t("new.unsaid")} id="unsaid" name="unsaid" hint={t("new.unsaidHint")} defaultValue={typed["unsaid"]} errors={errorsAt(refusal, "unsaid")} optional>
        <TextArea maxLength={1000} rows={2} />
      </Field>
      <RadioChips
        label={t("public.understood")}
        name="understood"
        layout="words"
        optional
        selected={typed["understood"] ?? ""}
        options={UNDERSTOOD.map((value) => ({ value, label: t(`public.understoodOption.${value}`) }))}
      />
      <Field label={t("new.touchpoint")} id="touchpoint" name="touchpoint" defaultValue={typed["touchpoint"]} errors={errorsAt(refusal, "touchpoint")} optional>
        <Select placeholder={t("new.touchpointNone")} options={touchpoints.map(({ code, name: words }) => ({ value: code, label: name(words) }))} />
      </Field>
      <Field label={t("new.customer")} id="customer" name="customer" hint={t("new.customerHint")} defaultValue={typed["customer"]} errors={errorsAt(refusal, "customerRef")} optional>
        <TextInput maxLength={64} autoComplete="off" />
      </Field>
      <Button variant="primary" pending={busy} className="self-start">{t("new.save")}</Button>
    </Form>
  );
}
