import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { currencyDigits } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Button, type ButtonProps } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import { MoneyInput } from "#ui/money-input.tsx";
import type { ApprovalDetail, MoneyView } from "../view-models.ts";

export interface ApprovalAnswerProps {
  approval: ApprovalDetail;
  refusal: RefusalLike | null;
  /** What was sent with the answer that was refused. */
  typed: Readonly<Record<string, string>>;
}

/** What the reader may approve at once: all that was asked, else what they have room for. */
function approvable({ amount, room }: ApprovalDetail): MoneyView | null {
  if (amount === null) return null;
  return room !== null && room.minor < amount.minor ? room : amount;
}

/** Approve, approve less, decline with words, or coach: each a form of its own, one main button. */
export function ApprovalAnswer({ approval, refusal, typed }: ApprovalAnswerProps) {
  const { t, i18n } = useTranslation("decide");
  const format = useFormat();
  const { state, formData } = useNavigation();
  const amount = approvable(approval);
  const language = i18n.language === "en" ? "en" : "vi";
  const mayApprove = approval.amount === null || (amount !== null && amount.minor > 0);
  const isAt = (intent: string) => refusal !== null && typed["intent"] === intent;
  const note = (intent: string, label: string, optional: boolean) => (
    <Field label={label} name="note" defaultValue={isAt(intent) ? typed["note"] : undefined} errors={isAt(intent) ? errorsAt(refusal, "note") : []} optional={optional}>
      <TextArea rows={optional ? 1 : 2} maxLength={2000} />
    </Field>
  );
  const send = (intent: string, look: Pick<ButtonProps, "variant" | "size">, words: string) => (
    <Button {...look} name="intent" value={intent} pending={state !== "idle" && formData?.get("intent") === intent}>
      {words}
    </Button>
  );
  return (
    <Card className="gap-2">
      {mayApprove && (
        <Form method="post" className="flex flex-col gap-4 pb-3">
          {amount && <input type="hidden" name="amount" value={format.number(amount.minor / 10 ** currencyDigits(amount.currency))} />}
          {send("approve", { variant: "primary", size: "large" }, amount ? t("approvals.approve", { amount }) : t("approvals.approvePlain"))}
          {note("approve", t("approvals.note"), true)}
        </Form>
      )}
      <div className="flex flex-col divide-y divide-line border-t border-line">
        {approval.amount !== null && mayApprove && (
          <Fold summary={t("approvals.less")} open={isAt("less")}>
            <Form method="post" className="flex flex-col gap-4">
              <Field label={t("approvals.lessAmount")} name="amount" defaultValue={isAt("less") ? typed["amount"] : undefined} errors={isAt("less") ? errorsAt(refusal, "amount") : []}>
                <MoneyInput currency={approval.amount.currency} />
              </Field>
              {note("less", t("approvals.note"), true)}
              {send("less", {}, t("approvals.less"))}
            </Form>
          </Fold>
        )}
        <Fold summary={t("approvals.decline")} open={isAt("decline")}>
          <Form method="post" className="flex flex-col gap-4">
            {note("decline", t("approvals.declineWhy"), false)}
            <Field
              label={t("approvals.declineSay")}
              name="say"
              hint={t("approvals.declineSayHint")}
              defaultValue={isAt("decline") ? typed["say"] : approval.declineSay[language]}
              errors={isAt("decline") ? errorsAt(refusal, "say") : []}
            >
              <TextArea rows={3} maxLength={2000} />
            </Field>
            {send("decline", { variant: "danger" }, t("approvals.decline"))}
          </Form>
        </Fold>
        {approval.withinRequestersAuthority && (
          <Fold summary={t("approvals.coach")} open={isAt("return")}>
            <Form method="post" className="flex flex-col gap-4">
              <p>{t("approvals.coachLead", { name: approval.requester.name })}</p>
              {note("return", t("approvals.coachNote"), false)}
              {send("return", {}, t("approvals.coach"))}
            </Form>
          </Fold>
        )}
      </div>
    </Card>
  );
}
