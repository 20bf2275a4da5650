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
  const roles = (row: PeopleTableRow) => format.list(row.roles.map((role) => t(`ui:role.${role}`))) || t("roles.empty");
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
            <>
              <Link to={`/people/${row.id}`} className="inline-flex min-h-target items-center underline underline-offset-4">
                {row.name}
              </Link>
              <span className="block text-sm font-normal text-muted sm:hidden">{`${roles(row)} · ${row.place}`}</span>
            </>
          ),
        },
        { key: "roles", header: t("person.roles"), wideOnly: true, cell: roles },
        { key: "place", header: t("person.site"), wideOnly: true, cell: (row) => row.place },
        { key: "email", header: t("person.email"), wideOnly: true, cell: (row) => <a href={`mailto:${row.email}`} className="underline underline-offset-4">{row.email}</a> },
      ]}
    />
  );
}
