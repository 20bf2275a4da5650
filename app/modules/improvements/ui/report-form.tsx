import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { FREQUENCIES, KINDS } from "../schemas.ts";
import type { Local } from "../view-models.ts";
import { useLocal } from "./badges.tsx";

export interface ReportFormProps {
  readonly idempotencyKey: string;
  readonly decision: { readonly id: string; readonly number: string } | null;
  readonly feedback: { readonly id: string; readonly said: string } | null;
  readonly learnt: { readonly from: string; readonly title: string; readonly what: string } | null;
  readonly rule: { readonly code: string; readonly name: Local } | null;
  /** Code of the procedure it is about. */
  readonly procedure: string;
  readonly procedures: readonly { readonly code: string; readonly name: Local }[];
  readonly departments: readonly { readonly code: string; readonly name: Local }[];
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

const FIELDS = ["kind", "what", "cost", "often", "procedure", "touchpoint", "department"] as const;

/** What stands in the way, what it costs the customer, how often: twenty seconds, with or without scripts. */
export function ReportForm({ idempotencyKey, decision, feedback, learnt, rule, procedure, procedures, departments, refusal, typed }: ReportFormProps) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const busy = useNavigation().state !== "idle";
  const at = (path: (typeof FIELDS)[number]) => ({ id: path, name: path, defaultValue: typed[path], errors: errorsAt(refusal, path) });
  const detailed = ["procedure", "touchpoint", "department"].some((path) => errorsAt(refusal, path).length > 0 || Boolean(typed[path]));
  const choices = (list: readonly { readonly code: string; readonly name: Local }[]) => list.map(({ code, name }) => ({ value: code, label: local(name) }));
  return (
    <Form method="post" className="flex flex-col gap-5">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {decision && <input type="hidden" name="decision" value={decision.id} />}
      {learnt && <input type="hidden" name="from" value={learnt.from} />}
      {feedback && <input type="hidden" name="feedback" value={feedback.id} />}
      {rule && <input type="hidden" name="rule" value={rule.code} />}
      <FormErrors refusal={refusal} fields={Object.fromEntries(FIELDS.map((path) => [path, path]))} />
      {(decision ?? feedback ?? rule ?? learnt) && (
        <Banner tone="info">
          {decision && <p>{t("form.aboutDecision", { number: decision.number })}</p>}
          {feedback && <p>{t("form.aboutFeedback", { said: feedback.said })}</p>}
          {learnt && <p>{t("form.aboutLearnt", { title: learnt.title })}</p>}
          {rule && <p>{t("form.aboutRule", { rule: local(rule.name) })}</p>}
        </Banner>
      )}
      <Field label={t("form.what")} hint={t("form.whatHint")} {...at("what")} defaultValue={typed["what"] ?? learnt?.what} required>
        <TextArea maxLength={600} />
      </Field>
      <Field label={t("form.cost")} hint={t("form.costHint")} {...at("cost")} required>
        <TextArea maxLength={600} rows={2} />
      </Field>
      <RadioChips label={t("form.often")} layout="words" {...at("often")} selected={typed["often"]} options={FREQUENCIES.map((value) => ({ value, label: t(`often.${value}`) }))} required />
      <RadioChips label={t("form.kind")} {...at("kind")} selected={typed["kind"] ?? (learnt ? "idea" : "friction")} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`kindHint.${value}`) }))} />
      <Fold summary={t("form.more")} open={detailed || procedure !== ""}>
        <Field label={t("form.procedure")} {...at("procedure")} defaultValue={typed["procedure"] ?? procedure} optional>
          <Select placeholder={t("form.noProcedure")} options={choices(procedures)} />
        </Field>
        <Field label={t("form.touchpoint")} hint={t("form.touchpointHint")} {...at("touchpoint")} optional>
          <TextInput maxLength={120} />
        </Field>
        <Field label={t("form.department")} {...at("department")} optional>
          <Select placeholder={t("form.ownDepartment")} options={choices(departments)} />
        </Field>
      </Fold>
      <Button variant="primary" size="large" pending={busy} className="self-start">{t("form.send")}</Button>
    </Form>
  );
}
