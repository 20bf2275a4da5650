import { useTranslation } from "react-i18next";
import { Card } from "#ui/layout.tsx";
import { DateTime } from "#ui/time.tsx";
import type { ReportView } from "../view-models.ts";
import { useText } from "./use-text.ts";

/** The three lines of a practice. */
export function ReportTold({ report }: { report: ReportView }) {
  const { t } = useTranslation("learning");
  const lines = [
    { label: t("practice.said"), words: report.said },
    { label: t("practice.felt"), words: report.felt },
    { label: t("practice.unsaid"), words: report.unsaid },
  ];
  return (
    <Card>
      <p className="text-sm text-muted"><DateTime iso={report.at} /></p>
      <dl className="flex flex-col gap-4">
        {lines.map(({ label, words }) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="max-w-prose text-lg whitespace-pre-line">{words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** What observers saw and said. */
export function Observations({ report }: { report: ReportView }) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <Card title={t("practice.observations")}>
      {report.observations.length === 0 && <p className="text-muted">{t("practice.nothing")}</p>}
      {report.observations.map(({ id, name, at, verdict, level, words, seen }) => (
        <div key={id} className="flex flex-col gap-1">
          <p className="text-sm text-muted">
            {t("practice.byWhen", { name, at })}: {t(`practice.verdicts.${verdict}`)}
            {level !== null && <>, {t("practice.withLevel", { level: t(`skills.level.${level}`) })}</>}
          </p>
          {words !== null && <p className="max-w-prose whitespace-pre-line">{words}</p>}
          {seen.length > 0 && <ul className="list-disc pl-5">{seen.map((one, index) => <li key={index}>{text(one)}</li>)}</ul>}
        </div>
      ))}
    </Card>
  );
}
