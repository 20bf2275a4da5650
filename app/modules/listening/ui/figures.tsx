import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { TrendChart } from "#ui/charts/trend-chart.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { NpsFigure } from "#kernel/nps.ts";
import type { ShareFigure } from "../domain/figures.ts";
import type { FigureView, MonthFigures } from "../view-models.ts";

/** How figures are written: nothing measured is "–", never 0. */
function useFigureWords() {
  const { t } = useTranslation("listening");
  const format = useFormat();
  const percent = (fraction: number) => format.percent(fraction * 100);
  const points = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${format.number(Math.abs(value), 0)}`;
  return {
    percent,
    share: (figure: ShareFigure | null) => (figure === null ? NO_VALUE : format.share(figure.hits, figure.n)),
    shareRange: (figure: ShareFigure | null) => (figure === null ? NO_VALUE : t("figures.interval", { low: percent(figure.low), high: percent(figure.high) })),
    score: (figure: NpsFigure | null) => (figure === null ? NO_VALUE : points(figure.score)),
    scoreRange: (figure: NpsFigure | null) => (figure === null ? NO_VALUE : t("figures.interval", { low: points(figure.low), high: points(figure.high) })),
    of: (figure: ShareFigure | null) => (figure === null ? NO_VALUE : t("figures.of", { hits: figure.hits, n: figure.n })),
    count: (n: number) => format.number(n),
  };
}

interface HeadlineProps {
  readonly title: string;
  readonly hint: string;
  readonly value: string | null;
  readonly range: string;
  readonly of: string;
}

function Headline({ title, hint, value, range, of }: HeadlineProps) {
  const { t } = useTranslation("listening");
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-card border border-line p-4">
      <h3 className="text-base">{title}</h3>
      {value === null ? (
        <>
          <p className="text-2xl font-semibold">{t("figures.none")}</p>
          <p className="text-sm text-muted">{t("figures.noneHint")}</p>
        </>
      ) : (
        <>
          <p className="text-3xl font-semibold tabular-nums">{value}</p>
          <p className="text-sm tabular-nums">{range}</p>
          <p className="text-sm text-muted tabular-nums">{of}</p>
        </>
      )}
      <p className="mt-auto pt-1 text-sm text-muted">{hint}</p>
    </div>
  );
}

/** The three figures with n and interval, and how the first of them went from month to month. */
export function FiguresCard({ figures }: { figures: FigureView }) {
  const { t } = useTranslation("listening");
  const words = useFigureWords();
  const { understood, csat, nps } = figures;
  return (
    <Card title={t("figures.title")}>
      <p className="text-sm text-muted">{t("figures.period", { from: figures.from, heard: figures.heard })}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        <Headline title={t("figures.understood")} hint={t("figures.understoodHint")} value={understood && words.share(understood)} range={words.shareRange(understood)} of={words.of(understood)} />
        <Headline title={t("figures.csat")} hint={t("figures.csatHint")} value={csat && words.share(csat)} range={words.shareRange(csat)} of={words.of(csat)} />
        <Headline title={t("figures.nps")} hint={t("figures.npsHint")} value={nps && words.score(nps)} range={words.scoreRange(nps)} of={nps ? t("figures.n", { n: nps.n }) : NO_VALUE} />
      </div>
      <Fold summary={t("figures.over")}>
        {understood && <UnderstoodTrend understood={understood} months={figures.months} />}
        <MonthTable months={figures.months} />
      </Fold>
    </Card>
  );
}

function UnderstoodTrend({ understood, months }: { understood: ShareFigure; months: readonly MonthFigures[] }): ReactNode {
  const { t } = useTranslation("listening");
  const format = useFormat();
  const words = useFigureWords();
  const { hits, n, low, high } = understood;
  return (
    <TrendChart
      sentence={t("figures.sentence", { share: format.share(hits, n), hits, n, low: words.percent(low), high: words.percent(high) })}
      points={months.map(({ month, understood: point }) => ({ label: format.month(month), value: point?.value ?? null, low: point?.low ?? null, high: point?.high ?? null }))}
      table={{
        caption: t("figures.table"),
        columns: [t("figures.month"), t("figures.value"), t("figures.range"), t("figures.answers")],
        rows: months.map(({ month, understood: point }) => [format.month(month), words.share(point), words.shareRange(point), words.count(point?.n ?? 0)]),
      }}
    />
  );
}

function MonthTable({ months }: { months: readonly MonthFigures[] }) {
  const { t } = useTranslation("listening");
  const format = useFormat();
  const words = useFigureWords();
  const cell = (value: string, range: string, n: number | undefined) => (
    <span>
      <span className="whitespace-nowrap">{value}</span>
      {n !== undefined && <span className="block text-sm text-muted">{range} · {t("figures.n", { n })}</span>}
    </span>
  );
  return (
    <Table
      caption={t("figures.monthTable")}
      rows={[...months].reverse()}
      rowKey={({ month }) => month}
      columns={[
        { key: "month", header: t("figures.month"), names: true, cell: ({ month }) => format.month(month) },
        { key: "understood", header: t("figures.understood"), numeric: true, cell: ({ understood }) => cell(words.share(understood), words.shareRange(understood), understood?.n) },
        { key: "csat", header: t("figures.csat"), numeric: true, cell: ({ csat }) => cell(words.share(csat), words.shareRange(csat), csat?.n) },
        { key: "nps", header: t("figures.nps"), numeric: true, cell: ({ nps }) => cell(words.score(nps), words.scoreRange(nps), nps?.n) },
      ]}
    />
  );
}
