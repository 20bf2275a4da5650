import { Link } from "@remix-run/react";
import { CircleAlert, CircleCheck, CircleHelp, Eye, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/feedback.tsx";
import type { Health } from "../domain/reading.ts";
import type { KpiRow } from "../view-models.ts";
import { useReadingWords } from "./health-badge.tsx";
import { useFigures } from "./use-figures.ts";

const MARKS: Readonly<Record<Health, { readonly icon: LucideIcon; readonly className: string }>> = {
  well: { icon: CircleCheck, className: "text-good" },
  unwell: { icon: CircleAlert, className: "text-bad" },
  watch: { icon: Eye, className: "text-info" },
  unknown: { icon: CircleHelp, className: "text-muted" },
};

function WallTile({ row }: { row: KpiRow }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const reading = useReadingWords();
  const { icon: Icon, className } = MARKS[row.health];
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface p-5 shadow-card">
      <h2 className="text-xl leading-snug lg:text-2xl"><Link to={`/kpis/${row.code}`} className="inline-flex min-h-target items-center underline-offset-4 hover:underline">{figures.local(row.name)}</Link></h2>
      <p className="text-6xl leading-none font-semibold tabular-nums lg:text-7xl">{figures.value(row.figure?.value ?? null, row.unit)}</p>
      <p className="text-lg text-muted tabular-nums">
        {row.figure && <>{figures.n(row.figure.n)} · {figures.period(row.figure.periodStart, row.cadence)}</>}
        {row.target !== null && <> · {t("list.target")} {figures.value(row.target, row.unit)}</>}
      </p>
      <p className={`mt-auto flex items-center gap-2 text-xl font-semibold lg:text-2xl ${className}`}>
        <Icon aria-hidden className="size-8 shrink-0" />
        {t(`health.${row.health}`)}
      </p>
      <p className="text-lg">{reading(row)}</p>
    </li>
  );
}

/** Figures of a place, large enough to be read from three metres. */
export function Wall({ rows }: { rows: readonly KpiRow[] }) {
  const { t } = useTranslation("kpis");
  if (rows.length === 0) return <EmptyState title={t("wall.empty")}>{t("wall.emptyHint")}</EmptyState>;
  return <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">{rows.map((row) => <WallTile key={row.code} row={row} />)}</ul>;
}
