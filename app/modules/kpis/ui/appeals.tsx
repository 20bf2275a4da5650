import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { SheetView } from "../scorecards/view-models.ts";

interface Props {
  view: SheetView;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** What was asked to be looked at again, with its answers, and the forms for both. */
export function Appeals({ view, refusal, typed }: Props) {
  const { t } = useTranslation("scorecards");
  if (view.appeals.length === 0 && !view.mayAppeal) return null;
  return (
    <Card title={t("appeal.title")}>
      {view.appeals.map((one) => (
        <article key={one.id} className="flex flex-col gap-2 border-b border-line pb-4 last:border-0 last:pb-0">
          <p className="text-sm text-muted">{t("appeal.said", { by: one.by, to: one.to, at: one.at })}</p>
          <p className="whitespace-pre-line">{one.words}</p>
          <p className="whitespace-pre-line text-muted">{t("appeal.evidence")}: {one.evidence}</p>
          {one.answer !== null && one.answeredAt !== null && (
            <>
              <p className="text-sm text-muted">{t("appeal.answeredBy", { by: one.answeredBy ?? "", at: one.answeredAt })}</p>
              <p className="whitespace-pre-line">{one.answer}</p>
            </>
          )}
          {one.answer === null && !one.mayAnswer && <p>{t("appeal.waiting", { to: one.to })}</p>}
          {one.mayAnswer && (
            <Form method="post" className="flex flex-col gap-3">
              <input type="hidden" name="appeal" value={one.id} />
              <Field label={t("appeal.answer")} id="answer" name="answer" hint={t("appeal.answerHint")} defaultValue={typed["answer"]} errors={errorsAt(refusal, "answer")} required>
                <TextArea rows={3} maxLength={1000} />
              </Field>
              <Button variant="primary" name="intent" value="answer" className="self-start">{t("appeal.answerSend")}</Button>
            </Form>
          )}
        </article>
      ))}
      {view.mayAppeal && (
        <Form method="post" className="flex flex-col gap-4">
          <p className="text-muted">{t("appeal.lead")}</p>
          <Field label={t("appeal.words")} id="words" name="words" defaultValue={typed["words"]} errors={errorsAt(refusal, "words")} required>
            <TextArea rows={3} maxLength={1000} />
          </Field>
          <Field label={t("appeal.evidence")} id="evidence" name="evidence" hint={t("appeal.evidenceHint")} defaultValue={typed["evidence"]} errors={errorsAt(refusal, "evidence")} required>
            <TextArea rows={2} maxLength={1000} />
          </Field>
          <Button name="intent" value="appeal" className="self-start">{t("appeal.send")}</Button>
        </Form>
      )}
    </Card>
  );
}
