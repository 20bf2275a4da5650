import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import type { SimulationState, SimulationSummary } from "../../simulation/view-models.ts";
import { lastDay } from "./period.ts";

const TONES: Record<SimulationState, Tone> = { queued: "info", running: "info", done: "good", failed: "warn", cancelled: "neutral" };

/** The simulations of a version, newest first. */
export function RunList({ runs }: { runs: readonly SimulationSummary[] }) {
  const { t } = useTranslation("simulation");
  const format = useFormat();
  return (
    <Card title={t("runs.title")}>
      <Table
        caption={t("runs.title")}
        rows={runs}
        rowKey={(run) => run.id}
        empty={<p className="text-muted">{t("runs.empty")}</p>}
        columns={[
          {
            key: "when",
            header: t("runs.when"),
            names: true,
            cell: (run) => <Link to={`/simulations/${run.id}`} className="inline-flex min-h-target items-center text-accent underline underline-offset-4">{format.dateTime(run.createdAt)}</Link>,
          },
          { key: "period", header: t("runs.period"), cell: (run) => <>{t(`source.${run.source}`)}, {format.date(run.from)}–{format.date(lastDay(run.to))}</> },
          { key: "who", header: t("runs.who"), cell: (run) => run.createdBy?.name ?? "–" },
          { key: "state", header: t("runs.state"), cell: (run) => <Badge tone={TONES[run.state]}>{t(`state.${run.state}`)}</Badge> },
        ]}
      />
    </Card>
  );
}
