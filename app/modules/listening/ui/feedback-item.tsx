import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { FeedbackItem } from "../view-models.ts";
import { RatingBadges } from "./ratings.tsx";
import { useName } from "./use-name.ts";

const LINK = "inline-flex min-h-target items-center underline underline-offset-4";

/** What was said, felt and left unsaid. */
export function FeedbackWords({ item }: { item: FeedbackItem }) {
  const { t } = useTranslation("listening");
  return (
    <Card>
      <RatingBadges tone={item.tone} ratings={item.ratings} />
      {item.erased ? (
        <p className="text-muted italic">{t("list.erased")}</p>
      ) : item.said === null ? (
        <p className="text-muted italic">{t("list.noWords")}</p>
      ) : (
        <blockquote lang={item.language} className="max-w-prose border-l-4 border-accent pl-4 text-lg whitespace-pre-line [overflow-wrap:anywhere]">
          {item.said}
        </blockquote>
      )}
      {(item.felt !== null || item.unsaid !== null) && (
        <DefinitionList items={[item.felt !== null && { label: t("item.felt"), value: item.felt }, item.unsaid !== null && { label: t("item.unsaid"), value: item.unsaid }]} />
      )}
    </Card>
  );
}

/** Where it was said, by whom, about which decision. */
export function FeedbackFacts({ item }: { item: FeedbackItem }) {
  const { t } = useTranslation("listening");
  const format = useFormat();
  const name = useName();
  const { customer, decision, may } = item;
  const customerName = customer && (customer.name === null ? customer.ref : `${customer.name} (${customer.ref})`);
  return (
    <Card title={t("item.facts")}>
      <DefinitionList
        items={[
          { label: t("item.at"), value: format.dateTimeLong(item.at) },
          item.touchpoint && { label: t("item.touchpoint"), value: name(item.touchpoint.name) },
          item.site && { label: t("item.site"), value: name(item.site.name) },
          customer && { label: t("item.customer"), value: may.customer ? <Link to={`/customers/${encodeURIComponent(customer.ref)}`} className={LINK}>{customerName}</Link> : customerName },
          decision && { label: t("item.decision"), value: may.decision ? <Link to={`/decisions/${decision.id}`} className={LINK}>{decision.number}</Link> : decision.number },
          { label: t("item.source"), value: words(t, "listening:item.sources", { code: item.source }, "listening:item.sources.api") },
          item.by !== null && item.by !== "" && { label: t("item.by"), value: item.by },
        ]}
      />
    </Card>
  );
}

/** That it was read, and what the customer was answered. */
export function FeedbackAnswer({ item, refusal, typed }: { item: FeedbackItem; refusal: RefusalLike | null; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("listening");
  const { state, formData } = useNavigation();
  const busy = (intent: string) => state !== "idle" && formData?.get("intent") === intent;
  if (item.answer === null && !item.may.answer && item.readBy === null) return null;
  return (
    <Card title={t("item.answerTitle")}>
      {item.readBy && <p className="text-sm text-muted">{t("item.readBy", item.readBy)}</p>}
      {item.answer ? (
        <div>
          <p className="max-w-prose whitespace-pre-line">{item.answer.text ?? t("item.answerErased")}</p>
          <p className="text-sm text-muted">{t("item.answered", { name: item.answer.by, at: item.answer.at })}</p>
        </div>
      ) : (
        item.may.answer && (
          <>
            {item.readBy === null && (
              <Form method="post">
                <Button name="intent" value="read" pending={busy("read")}>{t("item.markRead")}</Button>
              </Form>
            )}
            <Form method="post" className="flex flex-col gap-4">
              <Field label={t("item.answer")} id="answer" name="answer" hint={t("item.answerHint")} defaultValue={typed["answer"]} errors={errorsAt(refusal, "answer")} required>
                <TextArea maxLength={2000} />
              </Field>
              <Button name="intent" value="answer" variant="primary" pending={busy("answer")} className="self-start">{t("item.answerSave")}</Button>
            </Form>
          </>
        )
      )}
    </Card>
  );
}
