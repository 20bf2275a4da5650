import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { RulePage, RuleReviewView } from "../../insights/view-models.ts";

interface ReviewProps {
  readonly page: RulePage;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

const DECISIONS = ["keep", "change", "stop"] as const;

/** What becomes of the rule: open when its day is here, behind a line before that. */
export function ReviewCard({ page, refusal, typed }: ReviewProps) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { reviewDue, due, mayReview, reviews } = page;
  const when = reviewDue === null ? t("review.none") : due ? t("review.due", { day: format.day(reviewDue) }) : t("review.next", { day: format.day(reviewDue) });
  return (
    <Card title={t("review.title")}>
      <p className={due ? "font-semibold text-warn" : undefined}>{when}</p>
      {mayReview && (
        <details open={due || refusal !== null} className="group">
          <summary className="inline-flex min-h-target items-center font-semibold underline underline-offset-4">{t("review.write")}</summary>
          <ReviewForm refusal={refusal} typed={typed} />
        </details>
      )}
      <ReviewHistory reviews={reviews} />
    </Card>
  );
}

function ReviewForm({ refusal, typed }: Omit<ReviewProps, "page">) {
  const { t } = useTranslation("insights");
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="mt-2 flex flex-col gap-4">
      <FormErrors refusal={refusal} fields={{ decision: "decision", note: "note", reviewBy: "reviewBy" }} />
      <p className="max-w-prose text-muted">{t("review.lead")}</p>
      <RadioChips
        label={t("review.decision")}
        id="decision"
        name="decision"
        selected={typed["decision"]}
        options={DECISIONS.map((value) => ({ value, label: t(`review.choice.${value}`), hint: t(`review.hint.${value}`) }))}
        errors={errorsAt(refusal, "decision")}
      />
      <Field label={t("review.note")} id="note" name="note" hint={t("review.noteHint")} defaultValue={typed["note"] ?? ""} errors={errorsAt(refusal, "note")}>
        <TextArea rows={3} maxLength={2000} required />
      </Field>
      <Field label={t("review.reviewBy")} id="reviewBy" name="reviewBy" hint={t("review.reviewByHint")} defaultValue={typed["reviewBy"] ?? ""} errors={errorsAt(refusal, "reviewBy")} optional>
        <DateInput />
      </Field>
      <div>
        <Button variant="primary" pending={busy}>{t("review.save")}</Button>
      </div>
    </Form>
  );
}

function ReviewHistory({ reviews }: { reviews: readonly RuleReviewView[] }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  if (reviews.length === 0) return <p className="text-muted">{t("review.empty")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-base font-semibold">{t("review.history")}</h3>
      <ol className="flex flex-col gap-4">
        {reviews.map(({ id, at, by, version, decision, note, reviewBy }) => (
          <li key={id} className="border-l-2 border-line pl-4">
            <p className="font-semibold">{t(`review.choice.${decision}`)}</p>
            <p className="max-w-prose">{note}</p>
            <p className="text-sm text-muted">
              {t("review.line", { name: by.name || by.email, day: format.date(at), version })}
              {reviewBy && <> · {t("review.nextLine", { day: format.day(reviewBy) })}</>}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
