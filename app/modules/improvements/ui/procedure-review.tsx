import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { DateInput, TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { REVIEWS } from "../domain/sunset.ts";
import type { ProcedureReviewView } from "../view-models.ts";
import { ActForm, type ActProps, useSent } from "./act-form.tsx";

/** What becomes of a procedure: keep, change, stop. */
export function ReviewForm({ sent }: ActProps) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "review");
  return (
    <Card title={t("review.title")}>
      <ActForm intent="review" sent={{ refusal, typed }} fields={{ decision: "decision", note: "note", reviewBy: "reviewBy" }}>
        <RadioChips label={t("review.decision")} id="decision" name="decision" selected={typed["decision"]} errors={errorsAt(refusal, "decision")} options={REVIEWS.map((value) => ({ value, label: t(`review.choice.${value}`), hint: t(`review.hint.${value}`) }))} required />
        <Field label={t("review.note")} id="note" name="note" hint={t("review.noteHint")} defaultValue={typed["note"]} errors={errorsAt(refusal, "note")} required>
          <TextArea maxLength={2000} />
        </Field>
        <Field label={t("review.reviewBy")} id="reviewBy" name="reviewBy" hint={t("review.reviewByHint")} defaultValue={typed["reviewBy"]} errors={errorsAt(refusal, "reviewBy")} optional>
          <DateInput />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t("review.save")}</Button>
      </ActForm>
    </Card>
  );
}

export function ReviewHistory({ reviews }: { reviews: readonly ProcedureReviewView[] }) {
  const { t } = useTranslation("improvements");
  const format = useFormat();
  return (
    <Card title={t("review.history")}>
      {reviews.length === 0 ? (
        <p className="text-muted">{t("review.empty")}</p>
      ) : (
        <ol className="flex flex-col gap-4">
          {reviews.map(({ id, at, by, decision, note, reviewBy }) => (
            <li key={id} className="border-l-2 border-line pl-4">
              <p className="font-semibold">{by === null ? t("review.byNobody") : t(`review.choice.${decision}`)}</p>
              {by !== null && <p className="max-w-prose whitespace-pre-line">{note}</p>}
              <p className="text-sm text-muted">
                {by === null ? format.date(at) : t("review.line", { name: by, at })}
                {reviewBy && <> · {t("review.next", { day: format.day(reviewBy) })}</>}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
