import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { SimulationReport } from "../../domain/simulation/report.ts";

const OUTCOMES = ["granted", "escalated", "refused"] as const;

/** Outcomes then against outcomes under the version, with counts and what was asked for. */
export function ReportMatrix({ report: { transitions, amounts, currency } }: { report: SimulationReport }) {
  const { t } = useTranslation("simulation");
  const format = useFormat();
  const cell = (before: (typeof OUTCOMES)[number], after: (typeof OUTCOMES)[number]) => {
    const count = transitions[before][after];
    if (count === 0) return <span className="text-muted">0</span>;
    const minor = amounts[before][after];
    return (
      <>
        <span className={before === after ? undefined : "font-semibold"}>{format.number(count)}</span>
        {minor > 0 && <span className="block text-sm text-muted">{format.moneyCompact({ minor, currency })}</span>}
        {before === after && <span className="block text-sm text-muted">{t("matrix.unchanged")}</span>}
      </>
    );
  };
  return (
    <Card title={t("matrix.title")}>
      <Table
        caption={t("matrix.caption")}
        rows={OUTCOMES.filter((before) => OUTCOMES.some((after) => transitions[before][after] > 0))}
        rowKey={(before) => before}
        columns={[
          { key: "then", header: t("matrix.then"), names: true, cell: (before) => `${t("matrix.then")}: ${t(`outcome.${before}`)}` },
          ...OUTCOMES.map((after) => ({ key: after, header: t("matrix.now", { outcome: t(`outcome.${after}`) }), numeric: true, cell: (before: (typeof OUTCOMES)[number]) => cell(before, after) })),
        ]}
      />
    </Card>
  );
}
