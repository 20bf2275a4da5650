import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { BarsChart } from "#ui/charts/bar-chart.tsx";
import { TrendChart } from "#ui/charts/trend-chart.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { FairnessView, Shown } from "../fairness-view.ts";
import { useBilingual } from "./use-bilingual.ts";

/** Fewer than this are shown as they are, never as a percentage. */
const LEAST_FOR_PERCENT = 10;
/** From so many times on, people are put into one bar. */
const TOP = 6;

function useShown() {
  const { t } = useTranslation("recognition");
  const format = useFormat();
  const percent = (fraction: number) => format.percent(fraction * 100);
  return {
    of: ({ hits, n }: Shown) => (n === 0 ? NO_VALUE : t("fairness.of", { hits, n })),
    share: (shown: Shown) => (shown.n === 0 ? NO_VALUE : shown.n < LEAST_FOR_PERCENT ? t("fairness.of", { hits: shown.hits, n: shown.n }) : format.share(shown.hits, shown.n)),
    interval: ({ low, high }: Shown) => (low === null || high === null ? NO_VALUE : t("fairness.between", { low: percent(low), high: percent(high) })),
  };
}

/** Every share with the counts it rests on and its interval, and how unevenly thanks fall. */
export function FigureTable({ view }: { view: FairnessView }) {
  const { t } = useTranslation("recognition");
  const format = useFormat();
  const { of, share, interval } = useShown();
  const { coverage, giving, crossTeam, reciprocity, recall, groups, gini } = view;
  const rows = Object.entries({ coverage, giving, crossTeam, reciprocity, recall, ...groups }) as [keyof typeof groups | "coverage" | "giving" | "crossTeam" | "reciprocity" | "recall", Shown][];
  return (
    <>
      <Table
        caption={t("fairness.title")}
        rows={rows}
        rowKey={([key]) => key}
        columns={[
          { key: "figure", header: t("fairness.figure"), names: true, cell: ([key]) => t(`fairness.${key}`) },
          { key: "value", header: t("fairness.value"), numeric: true, cell: ([, shown]) => share(shown) },
          { key: "cases", header: t("fairness.cases"), numeric: true, cell: ([, shown]) => of(shown) },
          { key: "interval", header: t("fairness.interval"), numeric: true, cell: ([, shown]) => <span className="whitespace-nowrap">{interval(shown)}</span> },
        ]}
      />
      <p className="max-w-prose">
        <strong>{t("fairness.gini")}: </strong>
        {gini.value === null ? t("fairness.giniNone") : t("fairness.giniText", { value: format.number(gini.value, 2), n: gini.n })}
      </p>
    </>
  );
}

/** Reach month by month. */
export function ReachTrend({ months }: Pick<FairnessView, "months">) {
  const { t } = useTranslation("recognition");
  const format = useFormat();
  const { of, share, interval } = useShown();
  const last = months.at(-1);
  if (last === undefined || months.length < 2) return null;
  return (
    <Card title={t("fairness.trend")}>
      <TrendChart
        sentence={t("fairness.trendSentence", { hits: last.coverage.hits, n: last.coverage.n })}
        points={months.map(({ month, coverage: { hits, n, low, high } }) => ({ label: format.month(month), value: n === 0 ? null : hits / n, low, high }))}
        table={{
          caption: t("fairness.trend"),
          columns: [t("fairness.month"), t("fairness.coverage"), t("fairness.interval"), t("fairness.cases")],
          rows: months.map(({ month, coverage }) => [format.month(month), share(coverage), interval(coverage), of(coverage)]),
        }}
      />
    </Card>
  );
}

/** Reach by department, as bars with their interval. */
export function DepartmentBars({ departments }: Pick<FairnessView, "departments">) {
  const { t } = useTranslation("recognition");
  const { of, share, interval } = useShown();
  const name = useBilingual();
  const label = (row: FairnessView["departments"][number]) => (row.name === null ? (row.code ?? t("fairness.noDepartment")) : name(row.name));
  const lowest = [...departments].sort((a, b) => a.coverage.hits / a.coverage.n - b.coverage.hits / b.coverage.n)[0];
  return (
    <Card title={t("fairness.byDepartment")}>
      <BarsChart
        unit={{ kind: "share" }}
        bars={departments.map((row) => ({ label: row.code ?? "–", value: row.coverage.hits / row.coverage.n, low: row.coverage.low, high: row.coverage.high }))}
        sentence={lowest === undefined ? t("fairness.departmentNone") : t("fairness.departmentSentence", { name: label(lowest), hits: lowest.coverage.hits, n: lowest.coverage.n })}
        table={{
          caption: t("fairness.byDepartment"),
          columns: [t("fairness.department"), t("fairness.coverage"), t("fairness.interval"), t("fairness.cases")],
          rows: departments.map((row) => [`${label(row)} (${row.code ?? "–"})`, share(row.coverage), interval(row.coverage), of(row.coverage)]),
        }}
      />
    </Card>
  );
}

/** How many people were thanked how often. */
export function SpreadBars({ received }: Pick<FairnessView, "received">) {
  const { t } = useTranslation("recognition");
  const format = useFormat();
  const bars = Array.from({ length: TOP + 1 }, (_, times) => ({
    label: times < TOP ? format.number(times) : t("fairness.timesMore", { least: TOP }),
    value: received.filter((row) => (times < TOP ? row.times === times : row.times >= TOP)).reduce((sum, row) => sum + row.people, 0),
  }));
  return (
    <Card title={t("fairness.spread")}>
      <BarsChart
        unit={{ kind: "count" }}
        bars={bars}
        sentence={t("fairness.spreadSentence", { none: bars[0]?.value ?? 0, most: received.at(-1)?.times ?? 0 })}
        table={{ caption: t("fairness.spread"), columns: [t("fairness.times"), t("fairness.people")], rows: bars.map(({ label, value }) => [label, format.number(value)]) }}
      />
    </Card>
  );
}
