import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { useTranslation } from "react-i18next";
import type { SimulationView } from "../../simulation/view-models.ts";
import { ReportAssumptions, ReportGate, ReportNotJudged } from "./report-basis.tsx";
import { ReportExamples } from "./report-examples.tsx";
import { ReportApprovers, ReportGroups } from "./report-groups.tsx";
import { ReportMatrix } from "./report-matrix.tsx";
import { ReportSummary } from "./report-summary.tsx";
import { RunProgress } from "./run-progress.tsx";
import { useNames } from "./use-names.ts";

function Ended({ run }: { run: SimulationView }) {
  const { t } = useTranslation("simulation");
  const again = <LinkButton to={`/policies/${run.version}/simulate`} variant="primary">{t("report.again")}</LinkButton>;
  if (run.state === "cancelled") {
    return (
      <Banner tone="info" title={t("report.cancelled")} action={again}>
        {t("report.cancelledHint")}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" title={t("report.failed")} action={again}>
      {t(`report.failedReason.${run.error === "process_ended" ? "process_ended" : "unexpected"}`)} {t("report.failedHint")}
    </Banner>
  );
}

/** A run: its progress, how it ended, or its report. */
export function RunReport({ run }: { run: SimulationView }) {
  const { t } = useTranslation("simulation");
  const names = useNames(run.names);
  const { report } = run;
  if (run.state === "queued" || run.state === "running") return <RunProgress run={run} />;
  if (report === null) return <Ended run={run} />;
  const sound = report.reproduced.same === report.reproduced.cases;
  return (
    <>
      {run.outdated && (
        <Banner tone="warn" title={t("report.outdated")} action={<LinkButton to={`/policies/${run.version}/simulate`}>{t("report.again")}</LinkButton>}>
          {t("report.outdatedHint")}
        </Banner>
      )}
      {!sound && <ReportGate report={report} />}
      <ReportSummary report={report} />
      {report.judged > 0 && (
        <>
          <ReportMatrix report={report} />
          <ReportGroups report={report} names={names} />
          <ReportApprovers report={report} names={names} />
          <ReportExamples examples={report.examples} currency={report.currency} recorded={run.source === "recorded"} names={names} />
        </>
      )}
      <ReportNotJudged notJudged={report.notJudged} />
      <ReportAssumptions assumptions={report.assumptions} names={names} />
      {sound && <ReportGate report={report} />}
    </>
  );
}
