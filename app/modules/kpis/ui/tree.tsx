import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import type { KpiRow, TreeNode } from "../view-models.ts";
import { HealthBadge } from "./health-badge.tsx";
import { useFigures } from "./use-figures.ts";

function KpiLine({ row, query }: { row: KpiRow; query: string }) {
  const figures = useFigures();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1 last:border-b-0">
      <Link to={`/kpis/${row.code}${query}`} className="inline-flex min-h-target min-w-0 items-center underline underline-offset-4">{figures.local(row.name)}</Link>
      <span className="flex flex-wrap items-center gap-3">
        <span className="font-semibold tabular-nums">{figures.value(row.figure?.value ?? null, row.unit)}</span>
        <span className="text-sm text-muted tabular-nums">{figures.n(row.figure?.n ?? 0)}</span>
        <HealthBadge health={row.health} />
      </span>
    </li>
  );
}

function Lines({ rows, query = "" }: { rows: readonly KpiRow[]; query?: string }) {
  return <ul>{rows.map((row) => <KpiLine key={row.code} row={row} query={query} />)}</ul>;
}

/** Company → department → site, shared customer outcomes on top. */
export function Tree({ tree }: { tree: TreeNode }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  return (
    <>
      <Card title={t("tree.shared")}>{tree.kpis.length === 0 ? <p className="text-muted">{t("tree.noShared")}</p> : <Lines rows={tree.kpis} />}</Card>
      {tree.below.map((department) => (
        <Card key={department.code} title={department.name === null ? "" : figures.local(department.name)}>
          {department.kpis.length > 0 && (
            <div>
              <h3 className="font-semibold">{t("tree.own")}</h3>
              <Lines rows={department.kpis} />
            </div>
          )}
          {department.below.map((site) => (
            <Fold key={site.code} summary={site.name === null ? "" : figures.local(site.name)}>
              <Lines rows={site.kpis} query={`?department=${encodeURIComponent(department.code ?? "")}&site=${encodeURIComponent(site.code ?? "")}`} />
            </Fold>
          ))}
        </Card>
      ))}
    </>
  );
}
