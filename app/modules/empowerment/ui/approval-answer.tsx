import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { MoneyInput } from "#ui/money-input.tsx";
import type { ApprovalDetail, MoneyView } from "../view-models.ts";

const FOLD = "inline-flex min-h-target cursor-pointer items-center font-semibold underline underline-offset-4";

export interface ApprovalAnswerProps {
  approval: ApprovalDetail;
  refusal: RefusalLike | null;
}

/** What the reader may approve at once: all that was asked, else what they have room for. */
function approvable({ amount, room }: ApprovalDetail): MoneyView | null {
  if (amount === null) return null;
  return room !== null && room.minor < amount.minor ? room : amount;
}

/** Approve, approve less, decline with words, or coach: each a form of its own, one main button. */
export function ApprovalAnswer({ approval, refusal }: ApprovalAnswerProps) {
  const { t, i18n } = useTranslation("decide");
  const format = useFormat();
  const busy = useNavigation().state !== "idle";
  const amount = approvable(approval);
  const language = i18n.language === "en" ? "en" : "vi";
  const mayApprove = approval.amount === null || (amount !== null && amount.minor > 0);
  return (
    <Card>
      <div className="flex flex-col gap-5">
        {mayApprove && (
          <Form method="post" className="flex flex-col gap-4">
            {amount && <input type="hidden" name="amount" value={format.number(amount.minor)} />}
            <Field label={t("approvals.note")} name="note" optional>
              <TextArea rows={1} maxLength={2000} />
            </Field>
            <Button variant="primary" size="large" pending={busy} name="intent" value="approve">
              {amount ? t("approvals.approve", { amount }) : t("approvals.approvePlain")}
            </Button>
          </Form>
        )}
        {approval.amount !== null && mayApprove && (
          <details open={errorsAt(refusal, "amount").length > 0}>
            <summary className={FOLD}>{t("approvals.less")}</summary>
            <Form method="post" className="mt-3 flex flex-col gap-4">
              <Field label={t("approvals.lessAmount")} name="amount" errors={errorsAt(refusal, "amount")}>
                <MoneyInput currency={approval.amount.currency} />
              </Field>
              <Field label={t("approvals.note")} name="note" optional>
                <TextArea rows={1} maxLength={2000} />
              </Field>
              <Button pending={busy} name="intent" value="approve">
                {t("approvals.less")}
              </Button>
            </Form>
          </details>
        )}
        <details open={errorsAt(refusal, "note").length > 0}>
          <summary className={FOLD}>{t("approvals.decline")}</summary>
          <Form method="post" className="mt-3 flex flex-col gap-4">
            <Field label={t("approvals.declineWhy")} name="note" errors={errorsAt(refusal, "note")}>
              <TextArea rows={2} maxLength={2000} />
            </Field>
            <Field label={t("approvals.declineSay")} name="say" hint={t("approvals.declineSayHint")} defaultValue={approval.declineSay[language]} errors={errorsAt(refusal, "say")}>
              <TextArea rows={3} maxLength={2000} />
            </Field>
            <Button variant="danger" pending={busy} name="intent" value="decline">
              {t("approvals.decline")}
            </Button>
          </Form>
        </details>
        {approval.withinRequestersAuthority && (
          <details>
            <summary className={FOLD}>{t("approvals.coach")}</summary>
            <Form method="post" className="mt-3 flex flex-col gap-4">
              <p>{t("approvals.coachLead", { name: approval.requester.name })}</p>
              <Field label={t("approvals.coachNote")} name="note">
                <TextArea rows={2} maxLength={2000} />
              </Field>
              <Button pending={busy} name="intent" value="return">
                {t("approvals.coach")}
              </Button>
            </Form>
          </details>
        )}
      </div>
    </Card>
  );
}
