import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { CommentView } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { RuleChangeItem } from "./rule-changes.tsx";

const TONE = { changed: "good", kept: "info", explained: "info" } as const;
const OUTCOMES = ["changed", "kept", "explained"] as const;

interface Answering {
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** What was said of a version, newest first, each with its answer and what was changed because of it. */
export function CommentList({ comments, currency, refusal, typed }: { comments: readonly CommentView[]; currency: string } & Answering) {
  const { t } = useTranslation("policy");
  if (comments.length === 0) return <EmptyState title={t("comments.none")} />;
  return (
    <ol className="flex flex-col gap-4">
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} currency={currency} refusal={typed["comment"] === comment.id ? refusal : null} typed={typed["comment"] === comment.id ? typed : {}} />
      ))}
    </ol>
  );
}

function Comment({ comment, currency, refusal, typed }: { comment: CommentView; currency: string } & Answering) {
  const { t } = useTranslation("policy");
  const name = useBilingual();
  return (
    <Card as="li" className="gap-3">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span>
          <span className="font-semibold">{comment.mine ? t("comments.mine") : (comment.author ?? t("comments.colleague"))}</span>{" "}
          <span className="text-muted">
            · <RelativeTime iso={comment.at} /> · {comment.rule === null ? t("comments.whole") : name(comment.rule.name)}
          </span>
        </span>
        {comment.outcome === null ? <Badge tone="waiting">{t("comments.waiting")}</Badge> : <Badge tone={TONE[comment.outcome]}>{t(`comments.outcome.${comment.outcome}`)}</Badge>}
      </p>
      <p className="whitespace-pre-line">{comment.text}</p>
      {comment.answer !== null && (
        <div className="flex flex-col gap-3 border-l-4 border-line pl-4">
          <p className="whitespace-pre-line">{comment.answer}</p>
          <p className="text-sm text-muted">
            {comment.answeredBy} {comment.answeredAt && <>· <RelativeTime iso={comment.answeredAt} /></>}
          </p>
          {comment.changes.length > 0 && (
            <div className="flex flex-col gap-3">
              <p className="font-semibold">{t("comments.changedSince")}</p>
              {comment.changes.map((change) => (
                <RuleChangeItem key={change.code} change={change} currency={currency} compact />
              ))}
            </div>
          )}
        </div>
      )}
      {comment.mayAnswer && <AnswerForm comment={comment} refusal={refusal} typed={typed} />}
    </Card>
  );
}

function AnswerForm({ comment, refusal, typed }: { comment: CommentView } & Answering) {
  const { t } = useTranslation("policy");
  const { state, formData } = useNavigation();
  return (
    <Fold summary={t("comments.answer")} open={refusal !== null}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="comment" value={comment.id} />
        <RadioChips
          label={t("comments.outcomeLabel")}
          name="outcome"
          required
          selected={typed["outcome"]}
          errors={errorsAt(refusal, "outcome")}
          options={OUTCOMES.map((value) => ({ value, label: t(`comments.outcome.${value}`) }))}
        />
        <Field label={t("comments.answerWords")} name="answer" defaultValue={typed["answer"]} errors={errorsAt(refusal, "answer")}>
          <TextArea rows={2} maxLength={2000} required />
        </Field>
        <div>
          <Button variant="primary" name="intent" value="answer" pending={state !== "idle" && formData?.get("comment") === comment.id}>
            {t("comments.answerSend")}
          </Button>
        </div>
      </Form>
    </Fold>
  );
}
