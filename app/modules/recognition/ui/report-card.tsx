import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import { LONGEST_COMMENT, REPORT_REASONS } from "../schemas.ts";
import type { ReportView } from "../view-models.ts";

/** One report to HR with the words as they stood, and the way to answer it. */
export function ReportCard({ report, refusal, typed }: { report: ReportView; refusal: RefusalLike | null; typed: string | undefined }) {
  const { t } = useTranslation("recognition");
  const busy = useNavigation().state !== "idle";
  const { recognition } = report;
  const reason = REPORT_REASONS.find((known) => known === report.reason) ?? "other";
  return (
    <Card
      title={t("reports.by", { name: report.by.name, reason: t(`reason.${reason}`) })}
      level={report.state === "open" ? 2 : 3}
      aside={report.state === "open" ? <span className="text-sm text-muted"><RelativeTime iso={report.at} /></span> : <Badge>{t(`reports.${report.state}`)}</Badge>}
    >
      <p>
        {t("card.to", { giver: recognition.giver.name, receivers: recognition.receivers.map(({ name }) => name) })}
        <span className="text-muted"> · {t(`form.${recognition.visibility}`)}{recognition.withdrawn && ` · ${t("reports.withdrawn")}`}</span>
      </p>
      <DefinitionList
        items={[
          { label: t("reports.said"), value: <span className="whitespace-pre-line [overflow-wrap:anywhere]">{report.said}</span> },
          report.words !== null && { label: t("reports.words"), value: <span className="whitespace-pre-line [overflow-wrap:anywhere]">{report.words}</span> },
        ]}
      />
      {report.state !== "open" && <p>{t("reports.answered", { name: report.answeredBy?.name ?? "–", answer: report.answer ?? "" })}</p>}
      {report.state === "open" && !report.mayAnswer && <p className="text-muted">{t("reports.notYours")}</p>}
      {report.mayAnswer && (
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="report" value={report.id} />
          <Field label={t("reports.answer")} id={`answer-${report.id}`} name="answer" hint={t("reports.answerHint")} defaultValue={refusal === null ? undefined : typed} errors={errorsAt(refusal, "answer")} required>
            <TextArea rows={2} maxLength={LONGEST_COMMENT} />
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="kept" pending={busy}>{t("reports.keep")}</Button>
            <Button variant="danger" name="intent" value="hidden" pending={busy}>{t("reports.hide")}</Button>
          </div>
        </Form>
      )}
    </Card>
  );
}
