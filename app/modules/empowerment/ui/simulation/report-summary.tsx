import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { SimulationReport } from "../../domain/simulation/report.ts";

/** Approvals asked for a week, then and under the version. */
function loadOf({ approvers }: SimulationReport): { before: number; after: number } {
  const sum = (side: "perWeekBefore" | "perWeekAfter") => Math.round(approvers.reduce((total, row) => total + row[side], 0) * 10) / 10;
  return { before: sum("perWeekBefore"), after: sum("perWeekAfter") };
}

/** What the report says, in sentences: the most important first. */
function useSentences(report: SimulationReport): string[] {
  const { t } = useTranslation("simulation");
  const { cases, judged, transitions, waiting, cost } = report;
  if (cases === 0) return [t("say.nothing")];
  if (judged === 0) return [t("say.noneJudged")];
  const { freed, added } = waiting;
  const stopped = transitions.granted.refused + transitions.escalated.refused;
  const [before, after] = [cost.before, cost.after];
  const difference = { minor: Math.abs(after.minor - before.minor), currency: before.currency };
  const load = loadOf(report);
  const sentences: string[] = [];
  if (freed > 0) sentences.push(t("say.freed", { count: freed }));
  if (waiting.minutesSaved > 0) sentences.push(t("say.saved", { minutes: waiting.minutesSaved }));
  if (added > 0) sentences.push(t("say.added", { count: added }));
  if (waiting.minutesAdded > 0) sentences.push(t("say.addedMinutes", { minutes: waiting.minutesAdded }));
  if (stopped > 0) sentences.push(t("say.refused", { count: stopped }));
  if (sentences.length === 0) sentences.push(t("say.same", { count: judged }));
  if (after.minor > before.minor) sentences.push(t("say.more", { difference, before, after }));
  else if (after.minor < before.minor) sentences.push(t("say.less", { difference, before, after }));
  else sentences.push(t("say.even", { before }));
  if (load.before !== load.after) sentences.push(t("say.load", load));
  return sentences;
}

/** The outcome in sentences, then its figures. */
export function ReportSummary({ report }: { report: SimulationReport }) {
  const { t } = useTranslation("simulation");
  const format = useFormat();
  const [first, ...others] = useSentences(report);
  const { waitingMinutesSaved: saved, waiting, cost, cases, judged } = report;
  const wait = saved === null ? "–" : saved < 0 ? t("figure.waitingMore", { minutes: -saved }) : format.duration(saved);
  return (
    <Card title={t("report.summary")}>
      <p className="text-xl font-semibold">{first}</p>
      {others.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {others.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <DefinitionList
        items={[
          { label: t("figure.cases"), value: format.number(cases) },
          { label: t("figure.judged"), value: `${format.number(judged)} (${format.share(judged, cases)})` },
          judged > 0 && { label: t("figure.costBefore"), value: format.money(cost.before) },
          judged > 0 && { label: t("figure.costAfter"), value: format.money(cost.after) },
          judged > 0 && {
            label: t("figure.waiting"),
            value: (
              <>
                {wait}
                {waiting.unknown > 0 && <span className="block text-sm text-muted">{t("figure.waitingUnknown", { count: waiting.unknown })}</span>}
              </>
            ),
          },
          judged > 0 && { label: t("figure.load"), value: t("figure.beforeAfter", loadOf(report)) },
        ]}
      />
    </Card>
  );
}
