import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { LeadingPage } from "../view-models.ts";

interface Props {
  page: LeadingPage;
  /** The operational change that came of this month, where the reader knows of one. */
  change: { readonly title: string; readonly href: string | null } | null;
  sent: { readonly refusal: RefusalLike | null; readonly typed: Readonly<Record<string, string>> };
}

/** The leader's own words of the month, the question of loyalty, and the next level's answer. */
export function WordsCard({ page: { words, may, month, person, relation, nextLevel }, change, sent: { refusal, typed } }: Props) {
  const { t } = useTranslation("leading");
  return (
    <Card title={relation === "self" ? t("words.title") : t("words.titleOf", { name: person.name })}>
      {may.write ? (
        <Form method="post" preventScrollReset className="flex flex-col gap-4">
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
          {relation === "self" && words.answer !== null && <p className="text-sm text-muted">{t("words.locked")}</p>}
        </>
      )}
      {change !== null && <p>{t("words.became")} {change.href === null ? change.title : <Link to={change.href} className="inline-flex min-h-target items-center underline underline-offset-4">{change.title}</Link>}</p>}
      {relation === "self" && words !== null && change === null && (
        <div className="flex flex-col gap-2">
          <p className="text-muted">{t("words.toChangeHint")}</p>
          <LinkButton to={`/improvements/new?from=leading_month:${words.id}`} className="self-start">{t("words.toChange")}</LinkButton>
        </div>
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
            <Form method="post" preventScrollReset className="flex flex-col gap-3">
              <input type="hidden" name="month" value={month} />
              <input type="hidden" name="seen" value={words.at} />
              <Field label={t("answer.label", { name: person.name })} id="answer" name="answer" hint={t("answer.hint")} defaultValue={typed["answer"]} errors={errorsAt(refusal, "answer")} required>
                <TextArea rows={3} maxLength={2000} />
              </Field>
              <Button variant="primary" name="intent" value="answer" className="self-start">{t("answer.send")}</Button>
            </Form>
          ) : (
            <p className="text-muted">{t(nextLevel ? "answer.waiting" : "answer.nobody")}</p>
          )}
        </div>
      )}
    </Card>
  );
}
