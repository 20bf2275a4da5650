import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Table } from "#ui/table.tsx";
import { type TierNames, useTierName } from "./tier.ts";

export interface CustomerTableRow {
  readonly ref: string;
  readonly name: string | null;
  readonly phoneLast: string | null;
  readonly tier: string | null;
  readonly lifetimeValue: { readonly minor: number; readonly currency: string } | null;
  readonly openPromises: number;
}

/** Customers in order of reference, for those who may list them. */
export function CustomerTable({ rows, tiers }: { rows: readonly CustomerTableRow[]; tiers: TierNames }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const tierName = useTierName(tiers);
  return (
    <Table
      caption={t("list.title")}
      rows={rows}
      rowKey={(row) => row.ref}
      empty={<EmptyState title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "ref",
          header: t("list.ref"),
          names: true,
          cell: (row) => (
            <Link to={`/customers/${encodeURIComponent(row.ref)}`} className="inline-flex min-h-target items-center gap-2 underline underline-offset-4">
              {row.ref}
              {row.name && <span className="sm:hidden">{row.name}</span>}
            </Link>
          ),
        },
        { key: "name", header: t("list.name"), wideOnly: true, cell: (row) => row.name ?? "–" },
        { key: "phone", header: t("list.phone"), cell: (row) => row.phoneLast ?? "–" },
        { key: "tier", header: t("list.tier"), cell: (row) => (row.tier === null ? "–" : tierName(row.tier)) },
        { key: "value", header: t("list.value"), numeric: true, cell: (row) => (row.lifetimeValue ? format.money(row.lifetimeValue) : "–") },
        { key: "promises", header: t("list.promises"), numeric: true, cell: (row) => format.number(row.openPromises) },
      ]}
    />
  );
}
