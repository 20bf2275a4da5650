import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Finding } from "../domain/findings.ts";
import { LONGEST_LINE, STORY_REPORT_REASONS } from "../schemas.ts";
import type { StoryPage } from "../view-models.ts";

interface Sent {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Asks HR to look at a story. */
export function ReportStory({ refusal, typed }: Sent) {
  const { t } = useTranslation("stories");
  return (
    <Fold summary={t("page.report")} open={typed["intent"] === "report"}>
      <Form method="post" className="flex flex-col gap-4">
        <p className="text-sm text-muted">{t("page.reportHint")}</p>
        <RadioChips label={t("page.reason")} id="reason" name="reason" selected={typed["reason"]} errors={errorsAt(refusal, "reason")} options={STORY_REPORT_REASONS.map((value) => ({ value, label: t(`page.reasons.${value}`) }))} />
        <Field label={t("page.reportWords")} id="reportWords" name="reportWords" defaultValue={typed["reportWords"]} errors={errorsAt(refusal, "words")} optional>
          <TextInput maxLength={LONGEST_LINE} />
        </Field>
        <Button name="intent" value="report" className="self-start">{t("page.reportSend")}</Button>
      </Form>
    </Fold>
  );
}

/** Takes one's own story back. */
export function WithdrawStory() {
  const { t } = useTranslation("stories");
  return (
    <Fold summary={t("page.withdraw")}>
      <Form method="post" className="flex flex-col gap-3">
        <p>{t("page.withdrawHint")}</p>
        <Button variant="danger" name="intent" value="withdraw" className="self-start">{t("page.withdraw")}</Button>
      </Form>
    </Fold>
  );
}

/** One line of words with a button, folded away. */
function AskForm({ intent, field, label, send, summary, danger = false, refusal, typed }: Sent & { intent: string; field: string; label: string; send: string; summary: string; danger?: boolean }) {
  return (
    <Fold summary={summary} open={typed["intent"] === intent}>
      <Form method="post" className="flex flex-col gap-3">
        <Field label={label} id={field} name={field} defaultValue={typed[field]} errors={errorsAt(refusal, field)}>
          <TextArea rows={2} maxLength={LONGEST_LINE} />
        </Field>
        <Button variant={danger ? "danger" : "secondary"} name="intent" value={intent} className="self-start">{send}</Button>
      </Form>
    </Fold>
  );
}

/** What an editor may do: cover, ask the teller, hide with a reason; never rewrite. */
export function EditorCard({ view, findings, ...sent }: Sent & { view: StoryPage; findings: readonly Finding[] }) {
  const { t } = useTranslation("stories");
  return (
    <Card title={t("page.editor")} className="no-print">
      <p className="text-sm text-muted">{t("page.editorLead")}</p>
      {view.keptReason !== null && <p>{t("page.kept", { reason: view.keptReason })}</p>}
      {findings.length > 0 && (
        <div className="flex flex-col gap-2">
          <p className="font-semibold">{t("page.findings", { count: findings.length })}</p>
          <ul className="list-disc pl-5">
            {findings.map(({ part, start, text, replacement, kind }) => (
              <li key={`${part}${start}`}>{t("form.suggestion", { said: text, instead: replacement })} <span className="text-muted">({t(`form.kind.${kind}`)})</span></li>
            ))}
          </ul>
          <Form method="post"><Button name="intent" value="mask">{t("page.maskNow")}</Button></Form>
        </div>
      )}
      <div className="flex flex-col divide-y divide-line border-t border-line">
        <AskForm {...sent} intent="ask" field="askWords" label={t("page.askWords")} send={t("page.askSend")} summary={t("page.ask")} />
        {view.hidden ? (
          <Form method="post" className="py-2"><Button name="intent" value="show">{t("page.show")}</Button></Form>
        ) : (
          <AskForm {...sent} intent="hide" field="hideReason" label={t("page.hideReason")} send={t("page.hideSend")} summary={t("page.hide")} danger />
        )}
      </div>
    </Card>
  );
}
