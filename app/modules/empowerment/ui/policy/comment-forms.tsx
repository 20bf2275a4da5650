import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, Select, TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { CommentsView } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { ChangeList } from "./rule-changes.tsx";

interface FormState {
  talk: CommentsView;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

function usePending() {
  const { state, formData } = useNavigation();
  return (intent: string) => state !== "idle" && formData?.get("intent") === intent;
}

/** Whether comments are asked for, until when, and how many wait. */
export function CommentPeriod({ talk }: { talk: CommentsView }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const day = talk.lastDay === null ? "" : format.day(talk.lastDay);
  return (
    <Banner tone={talk.open ? "waiting" : "info"} title={talk.open ? t("comments.open", { day }) : talk.lastDay === null ? t("comments.notAsked") : t("comments.closed", { day })}>
      {talk.unanswered !== null && talk.unanswered > 0 && t("comments.unanswered", { count: talk.unanswered })}
    </Banner>
  );
}

/** For HR: the way to begin asking, and to end it early. */
export function CommentSteps({ talk, refusal, typed }: FormState) {
  const { t } = useTranslation("policy");
  const pending = usePending();
  const at = (intent: string) => (typed["intent"] === intent ? refusal : null);
  return (
    <Card title={t("comments.title")}>
      {talk.may.invite && (
        <Form method="post" className="flex flex-col gap-4">
          <p>{t("comments.inviteLead", { count: talk.binds })}</p>
          <Field label={t("comments.days")} name="days" defaultValue={typed["days"] ?? "7"} errors={errorsAt(at("invite"), "days")}>
            <IntegerInput maxLength={2} required />
          </Field>
          <div>
            <Button variant={talk.lastDay === null ? "primary" : "secondary"} name="intent" value="invite" pending={pending("invite")}>
              {t("comments.invite")}
            </Button>
          </div>
        </Form>
      )}
      {talk.may.end && (
        <Fold summary={t("comments.end")} open={at("end") !== null}>
          <Form method="post" className="flex flex-col gap-4">
            <Field label={t("comments.endNote")} name="note" hint={t("comments.endHint")} defaultValue={at("end") === null ? undefined : typed["note"]} errors={errorsAt(at("end"), "note")}>
              <TextArea rows={2} maxLength={2000} required />
            </Field>
            <div>
              <Button name="intent" value="end" pending={pending("end")}>
                {t("comments.end")}
              </Button>
            </div>
          </Form>
        </Fold>
      )}
    </Card>
  );
}

/** What the draft would change for the reader, before they say something of it. */
export function CommentChanges({ talk }: { talk: CommentsView }) {
  const { t } = useTranslation("policy");
  if (talk.changes === null) return null;
  const nothing = talk.changes.rules.length === 0 && talk.changes.budgets.length === 0;
  return <Card title={t("comments.changes")}>{nothing ? <p>{t("comments.changesNothing")}</p> : <ChangeList changes={talk.changes} currency={talk.currency} />}</Card>;
}

/** Says something of the draft: of a rule or of the whole. */
export function CommentForm({ talk, refusal, typed }: FormState) {
  const { t } = useTranslation("policy");
  const name = useBilingual();
  const pending = usePending();
  const mine = typed["intent"] === "comment" ? refusal : null;
  const was = mine === null ? {} : typed;
  return (
    <Card title={t("comments.add")}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="revision" value={talk.revision} />
        <Field label={t("comments.about")} name="rule" defaultValue={was["rule"]} errors={errorsAt(mine, "rule")}>
          <Select placeholder={t("comments.whole")} options={talk.rules.map((rule) => ({ value: rule.code, label: name(rule.name) }))} />
        </Field>
        <Field label={t("comments.text")} name="text" defaultValue={was["text"]} errors={errorsAt(mine, "text")} hint={t("comments.seen")}>
          <TextArea rows={3} maxLength={2000} required />
        </Field>
        <div>
          <Button variant="primary" name="intent" value="comment" pending={pending("comment")}>
            {t("comments.send")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
