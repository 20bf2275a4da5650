import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import { LONGEST_LINE } from "../schemas.ts";
import type { StoryPage } from "../view-models.ts";

/** "What would you have done?": one's own answer first, then the others'; no counts, no order of merit. */
export function AnswersCard({ view, refusal, typed, idempotencyKey }: { view: StoryPage; refusal: RefusalLike | null; typed: Readonly<Record<string, string>>; idempotencyKey: string }) {
  const { t } = useTranslation("stories");
  const { state, formData } = useNavigation();
  const { answers, may, ownAnswer } = view;
  if (!may.answer && (answers === null || answers.length === 0)) return null;
  return (
    <Card title={t("page.answers")} className="no-print">
      {may.answer && (
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Field label={t("page.answerLabel")} id="text" name="text" hint={answers === null ? t("page.questionHint") : undefined} defaultValue={typed["text"] ?? ownAnswer ?? undefined} errors={errorsAt(refusal, "text")}>
            <TextArea rows={3} maxLength={LONGEST_LINE} />
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" name="intent" value="answer" pending={state !== "idle" && formData?.get("intent") === "answer"}>{t("page.answer")}</Button>
            {answers === null && <Button variant="quiet" name="intent" value="just-read">{t("page.justRead")}</Button>}
          </div>
        </Form>
      )}
      {answers !== null && answers.length === 0 && <p className="text-muted">{t("page.noAnswers")}</p>}
      {answers !== null && answers.length > 0 && (
        <ul aria-label={t("page.answers")} className="flex flex-col divide-y divide-line border-t border-line">
          {answers.map(({ person, text, at }) => (
            <li key={person.id} className="py-3">
              <p className="text-sm text-muted"><strong className="text-ink">{person.name}</strong> · <RelativeTime iso={at} /></p>
              <p className="mt-1 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
