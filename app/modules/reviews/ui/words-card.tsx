import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { LeadingPage } from "../view-models.ts";

interface Props {
  page: LeadingPage;
  sent: { readonly refusal: RefusalLike | null; readonly typed: Readonly<Record<string, string>> };
}

/** The leader's own words of the month, the question of loyalty, and the next level's answer. */
export function WordsCard({ page: { words, may, month, person, relation }, sent: { refusal, typed } }: Props) {
  const { t } = useTranslation("leading");
  return (
    <Card title={relation === "self" ? t("words.title") : t("words.titleOf", { name: person.name })}>
      {may.write ? (
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="month" value={month} />
          <Field label={t("words.words")} id="words" name="words" defaultValue={typed["words"] ?? words?.words} errors={errorsAt(refusal, "words")} required>
            <TextArea rows={3} maxLength={2000} />
          </Field>
          <Field label={t("words.loyal")} id="loyal" name="loyal" defaultValue={typed["loyal"] ?? words?.loyal} errors={errorsAt(refusal, "loyal")} required>
            <TextArea rows={3} maxLength={2000} />
          </Field>
          <Button variant="primary" name="intent" value="words" className="self-start">{t("words.save")}</Button>
        </Form>
      ) : words === null ? (
        <p className="text-muted">{t("words.none")}</p>
      ) : (
        <>
          <h3 className="font-semibold">{t("words.words")}</h3>
          <p className="whitespace-pre-line">{words.words}</p>
          <h3 className="font-semibold">{t("words.loyal")}</h3>
          <p className="whitespace-pre-line">{words.loyal}</p>
        </>
      )}
      {relation === "self" && words !== null && (
        <Form method="post" className="flex flex-col gap-2">
          <input type="hidden" name="month" value={month} />
          <p className="text-muted">{t("words.toChangeHint")}</p>
          <Button name="intent" value="change" className="self-start">{t("words.toChange")}</Button>
        </Form>
      )}
      {words !== null && (
        <div className="flex flex-col gap-2 border-t border-line pt-4">
          <h3 className="font-semibold">{t("answer.title")}</h3>
          {words.answer !== null && words.answeredAt !== null ? (
            <>
              <p className="text-sm text-muted">{t("answer.said", { name: words.answeredBy ?? "–", at: words.answeredAt })}</p>
              <p className="whitespace-pre-line">{words.answer}</p>
            </>
          ) : may.answer ? (
            <Form method="post" className="flex flex-col gap-3">
              <input type="hidden" name="month" value={month} />
              <input type="hidden" name="seen" value={words.at} />
              <Field label={t("answer.label", { name: person.name })} id="answer" name="answer" hint={t("answer.hint")} defaultValue={typed["answer"]} errors={errorsAt(refusal, "answer")} required>
                <TextArea rows={3} maxLength={2000} />
              </Field>
              <Button variant="primary" name="intent" value="answer" className="self-start">{t("answer.send")}</Button>
            </Form>
          ) : (
            <p className="text-muted">{t("answer.waiting")}</p>
          )}
        </div>
      )}
    </Card>
  );
}
