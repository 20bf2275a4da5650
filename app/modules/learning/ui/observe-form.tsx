import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CheckChips, RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { LONGEST_REPORT_LINE } from "../schemas.ts";
import type { ReportView } from "../view-models.ts";
import type { Sent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

const LEVELS = ["does", "helps_others"] as const;

/** What was seen, a few words, and the verdict; signing off is only for who may. */
export function ObserveForm({ report, sent: { refusal, typed }, idempotencyKey }: { report: ReportView; sent: Sent; idempotencyKey: string }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const busy = useNavigation().state !== "idle";
  const verdicts = report.may.signOff ? (["signed_off", "again", "observed"] as const) : (["observed"] as const);
  const words = { signed_off: t("practice.signOff"), again: t("practice.again"), observed: t("practice.observed") };
  return (
    <Card title={t("practice.observe")}>
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ verdict: "verdict", words: "words", seen: "seen", level: "level" }} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {report.observe.length > 0 && (
          <CheckChips label={t("practice.look")} id="seen" name="seen" hint={t("practice.observeHint")} selected={(typed["seen"] ?? "").split(",")} errors={errorsAt(refusal, "seen")} options={report.observe.map((one, index) => ({ value: String(index), label: text(one) }))} />
        )}
        <Field label={t("practice.words")} id="words" name="words" hint={t("practice.wordsHint")} defaultValue={typed["words"]} errors={errorsAt(refusal, "words")}>
          <TextArea rows={3} maxLength={LONGEST_REPORT_LINE} />
        </Field>
        <RadioChips label={t("practice.verdict")} id="verdict" name="verdict" selected={typed["verdict"] ?? (verdicts.length === 1 ? "observed" : undefined)} errors={errorsAt(refusal, "verdict")} options={verdicts.map((verdict) => ({ value: verdict, label: words[verdict] }))} required />
        {report.may.signOff && <RadioChips label={t("practice.level")} id="level" name="level" selected={typed["level"] ?? "does"} errors={errorsAt(refusal, "level")} options={LEVELS.map((level) => ({ value: level, label: t(`skills.level.${level}`) }))} />}
        <Button type="submit" variant="primary" pending={busy} className="sm:self-start">{t("practice.save")}</Button>
      </Form>
    </Card>
  );
}
