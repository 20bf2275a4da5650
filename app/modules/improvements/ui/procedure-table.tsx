import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Table } from "#ui/table.tsx";
import type { ProcedureRow } from "../view-models.ts";
import { StandingBadge, useLocal } from "./badges.tsx";

/** The register: burden, owner, age and review of each procedure. */
export function ProcedureTable({ rows }: { rows: readonly ProcedureRow[] }) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const format = useFormat();
  const minutes = (value: number | null) => (value === null ? NO_VALUE : format.duration(value));
  return (
    <Table
      caption={t("procedures.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("procedures.empty")}>{t("procedures.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t("procedures.name"),
          names: true,
          cell: (row) => (
            <>
              <Link to={`/procedures/${row.id}`} className="inline-flex min-h-target items-center underline underline-offset-4">{local(row.name)}</Link>
              <span className="block text-sm font-normal text-muted">{local(row.department.name)}</span>
            </>
          ),
        },
        { key: "owner", header: t("procedures.owner"), cell: ({ owner }) => owner?.name || t("procedures.noOwner") },
        { key: "staff", header: t("procedures.staff"), numeric: true, cell: (row) => minutes(row.minutes.staff) },
        { key: "customer", header: t("procedures.customer"), numeric: true, cell: (row) => minutes(row.minutes.customer) },
        { key: "reports", header: t("procedures.reports"), numeric: true, cell: ({ openReports }) => format.number(openReports) },
        { key: "review", header: t("procedures.review"), cell: (row) => <>{format.day(row.reviewBy)}{row.standing !== "fine" && <span className="mt-1 block"><StandingBadge standing={row.standing} /></span>}</> },
      ]}
    />
  );
}
