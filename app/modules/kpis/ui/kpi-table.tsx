import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Table } from "#ui/table.tsx";
import { LENSES } from "../definition.ts";
import type { KpiRow } from "../view-models.ts";
import { HealthBadge, Timeliness, useReadingWords } from "./health-badge.tsx";
import { Spark } from "./spark.tsx";
import { useFigures } from "./use-figures.ts";

function KpiLensTable({ title, rows }: { title: string; rows: readonly KpiRow[] }) {
  const { t } = useTranslation("kpis");
  const format = useFormat();
  const figures = useFigures();
  const reading = useReadingWords();
  return (
    <Table
      caption={`${t("list.caption")}: ${title}`}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          header: t("list.name"),
          names: true,
          width: "w-1/3",
          cell: (row) => (
            <>
              <Link to={row.status === "draft" ? `/kpis/${row.code}/design` : `/kpis/${row.code}`} className="inline-flex min-h-target items-center underline underline-offset-4">{figures.local(row.name) || row.code}</Link>
              {row.owners.length > 0 && <span className="block text-sm font-normal text-muted">{t("list.owners", { list: format.list(row.owners.map(({ name }) => figures.local(name))) })}</span>}
            </>
          ),
        },
        {
          key: "figure",
          header: t("list.figure"),
          numeric: true,
          cell: ({ figure, unit, cadence }) =>
            figure === null ? (
              t("timeliness.never")
            ) : (
              <>
                <span className="font-semibold whitespace-nowrap">{figures.value(figure.value, unit)}</span>
                <span className="block text-sm text-muted">{figures.n(figure.n)} · {figures.period(figure.periodStart, cadence)}</span>
              </>
            ),
        },
        { key: "target", header: t("list.target"), numeric: true, cell: ({ target, unit }) => <span className="whitespace-nowrap">{figures.value(target, unit)}</span> },
        {
          key: "recent",
          header: t("list.recent"),
          wideOnly: true,
          cell: ({ recent, unit }) => <Spark values={recent} label={t("list.recentAlt", { count: recent.length, first: figures.value(recent.find((value) => value !== null) ?? null, unit), last: figures.value(recent.findLast((value) => value !== null) ?? null, unit) })} />,
        },
        {
          key: "says",
          header: t("list.says"),
          cell: (row) => (
            <span className="flex flex-col items-end gap-1 sm:items-start">
              <HealthBadge health={row.health} />
              <span className="text-sm text-muted">{reading(row)}</span>
              {row.figure !== null && <Timeliness timeliness={row.timeliness} cadence={row.cadence} />}
            </span>
          ),
        },
      ]}
    />
  );
}

/** KPIs by lens, the customer's first. */
export function KpiTables({ rows, mayDesign }: { rows: readonly KpiRow[]; mayDesign: boolean }) {
  const { t } = useTranslation("kpis");
  if (rows.length === 0) {
    return <EmptyState title={t("list.empty")} action={mayDesign ? <LinkButton to="/kpis/new" variant="primary">{t("design.new")}</LinkButton> : undefined}>{t("list.emptyHint")}</EmptyState>;
  }
  const groups = [...LENSES, null].map((lens) => ({ lens, rows: rows.filter((row) => row.lens === lens) })).filter((group) => group.rows.length > 0);
  return (
    <>
      {groups.map(({ lens, rows: own }) => (
        <section key={lens ?? "none"} className="flex flex-col gap-3">
          <h2 className="text-xl">{lens === null ? t("noLens") : t(`lens.${lens}`)}</h2>
          <KpiLensTable title={lens === null ? t("noLens") : t(`lens.${lens}`)} rows={own} />
        </section>
      ))}
    </>
  );
}
