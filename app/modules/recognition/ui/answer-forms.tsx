import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { LONGEST_COMMENT, LONGEST_MESSAGE, REPORT_REASONS } from "../schemas.ts";
import type { RecognitionPage } from "../view-models.ts";
import { REACTION_ICONS } from "./recognition-card.tsx";

interface FormState {
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

function usePending() {
  const { state, formData } = useNavigation();
  return (intent: string) => state !== "idle" && formData?.get("intent") === intent;
}

/** Small signs, each set and taken back by a press. */
export function Reactions({ reactions, may }: { reactions: RecognitionPage["reactions"]; may: boolean }) {
  const { t } = useTranslation("recognition");
  const shown = may ? reactions : reactions.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="intent" value="react" />
      {shown.map(({ kind, count, mine }) => (
        <Button key={kind} name="reaction" value={kind} icon={REACTION_ICONS[kind]} aria-pressed={may ? mine : undefined} disabled={!may} className={mine ? "border-accent bg-accent-soft text-accent" : undefined}>
          {t(`reaction.${kind}`)} {count > 0 && <span className="tabular-nums">{count}</span>}
        </Button>
      ))}
    </Form>
  );
}

/** "Me too", with a few words or none. */
export function AddOnForm({ refusal, typed }: FormState) {
  const { t } = useTranslation("recognition");
  const pending = usePending();
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3">
      <Field label={t("page.addOnWords")} id="words" name="words" defaultValue={typed["intent"] === "add-on" ? typed["words"] : undefined} errors={errorsAt(refusal, "message")} optional className="min-w-56 flex-1">
        <TextInput maxLength={LONGEST_COMMENT} />
      </Field>
      <Button variant="primary" name="intent" value="add-on" pending={pending("add-on")}>{t("page.addOn")}</Button>
    </Form>
  );
}

/** A comment, told to giver and receivers. */
export function CommentForm({ refusal, typed, idempotencyKey }: FormState & { idempotencyKey: string }) {
  const { t } = useTranslation("recognition");
  const pending = usePending();
  return (
    <Form method="post" className="flex flex-col gap-3" key={idempotencyKey}>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field label={t("page.comment")} id="text" name="text" defaultValue={typed["intent"] === "comment" ? typed["text"] : undefined} errors={errorsAt(refusal, "text")}>
        <TextArea rows={2} maxLength={LONGEST_COMMENT} />
      </Field>
      <Button name="intent" value="comment" pending={pending("comment")} className="self-start">{t("page.commentSend")}</Button>
    </Form>
  );
}

/** The giver's own: other words, or nothing of it any more. */
export function OwnForms({ message, refusal, typed }: FormState & { message: string }) {
  const { t } = useTranslation("recognition");
  const pending = usePending();
  const mine = typed["intent"] === "edit";
  return (
    <>
      <Fold summary={t("page.edit")} open={mine}>
        <Form method="post" className="flex flex-col gap-3">
          <Field label={t("form.message")} id="message" name="message" hint={t("page.editLead")} defaultValue={mine ? typed["message"] : message} errors={errorsAt(refusal, "message")} required>
            <TextArea rows={4} maxLength={LONGEST_MESSAGE} />
          </Field>
          <Button name="intent" value="edit" pending={pending("edit")} className="self-start">{t("page.editSave")}</Button>
        </Form>
      </Fold>
      <Fold summary={t("page.withdraw")}>
        <Form method="post" className="flex flex-col gap-3">
          <p>{t("page.withdrawConfirm")} {t("page.withdrawLead")}</p>
          <Button variant="danger" name="intent" value="withdraw" pending={pending("withdraw")} className="self-start">{t("page.withdraw")}</Button>
        </Form>
      </Fold>
    </>
  );
}

/** Asks HR to look at it. */
export function ReportForm({ refusal, typed }: FormState) {
  const { t } = useTranslation("recognition");
  const pending = usePending();
  const mine = typed["intent"] === "report";
  return (
    <Fold summary={t("page.report")} open={mine}>
      <Form method="post" className="flex flex-col gap-4">
        <p className="text-sm text-muted">{t("page.reportLead")}</p>
        <RadioChips
          label={t("page.reportReason")}
          id="reason"
          name="reason"
          selected={mine ? typed["reason"] : undefined}
          errors={errorsAt(refusal, "reason")}
          options={REPORT_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        />
        <Field label={t("page.reportWords")} id="reportWords" name="reportWords" defaultValue={mine ? typed["reportWords"] : undefined} errors={errorsAt(refusal, "words")} optional>
          <TextArea rows={2} maxLength={LONGEST_COMMENT} />
        </Field>
        <Button name="intent" value="report" pending={pending("report")} className="self-start">{t("page.reportSend")}</Button>
      </Form>
    </Fold>
  );
}
