import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "#access/roles.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Table } from "#ui/table.tsx";

export interface PeopleTableRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly place: string;
  readonly roles: readonly Role[];
}

/** Colleagues, each by name with roles, place and work e-mail. */
export function PeopleTable({ rows }: { rows: readonly PeopleTableRow[] }) {
  const { t } = useTranslation(["people", "ui"]);
  const format = useFormat();
  return (
    <Table
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("directory.empty")}>{t("directory.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t("person.name"),
          names: true,
          cell: (row) => (
            <Link to={`/people/${row.id}`} className="inline-flex min-h-target items-center underline underline-offset-4">
              {row.name}
            </Link>
          ),
        },
        { key: "roles", header: t("person.roles"), cell: (row) => format.list(row.roles.map((role) => t(`ui:role.${role}`))) || t("roles.empty") },
        { key: "place", header: t("person.site"), cell: (row) => row.place },
        { key: "email", header: t("person.email"), cell: (row) => <a href={`mailto:${row.email}`} className="break-all underline underline-offset-4">{row.email}</a> },
      ]}
    />
  );
}
