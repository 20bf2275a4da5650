import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Table } from "#ui/table.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { DecisionRow } from "../view-models.ts";
import { StateBadge } from "./state-badge.tsx";
import { useBilingual } from "./verdict-panel.tsx";

/** Decisions in the order given, each a line that opens it. `withPerson` where they are not all the reader's own. */
export function DecisionList({ rows, withPerson = false, label }: { rows: readonly DecisionRow[]; withPerson?: boolean; label: string }) {
  const format = useFormat();
  const name = useBilingual();
  const { t } = useTranslation("decide");
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line">
      {rows.map((row) => {
        const amount = row.approvedAmount ?? row.amount;
        return (
          <li key={row.id} className="py-3 first:pt-0 last:pb-0">
            <Link to={`/decisions/${row.id}`} className="-mx-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-1 rounded-control px-2 py-1 no-underline hover:bg-sunken">
              <span className="min-w-0">
                <span className="block font-semibold">
                  {name(row.gesture.name)} {amount ? format.money(amount) : ""}
                </span>
                <span className="block text-sm text-muted">
                  {name(row.reason.name)} · {row.customerRef ?? t("customer.walkIn")}
                  {withPerson && <> · {row.person.name}</>}
                </span>
              </span>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StateBadge state={row.state} />
                <span className="text-sm text-muted">{row.at ? <RelativeTime iso={row.at} /> : NO_VALUE}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** The same as a table where there is room; cards on the phone. For the page whose one purpose is the list. */
export function DecisionTable({ rows, withPerson = false, label }: { rows: readonly DecisionRow[]; withPerson?: boolean; label: string }) {
  const format = useFormat();
  const name = useBilingual();
  const { t } = useTranslation("decide");
  return (
    <>
      <div className="rounded-card border border-line bg-surface p-4 shadow-card md:hidden">
        <DecisionList rows={rows} withPerson={withPerson} label={label} />
      </div>
      <div className="hidden md:block">
        <Table
          caption={label}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "gesture",
              header: t("field.gesture"),
              names: true,
              cell: (row) => (
                <Link to={`/decisions/${row.id}`} className="inline-flex min-h-target items-center underline underline-offset-4">
                  {name(row.gesture.name)}
                </Link>
              ),
            },
            { key: "amount", header: t("field.amount"), numeric: true, cell: (row) => { const amount = row.approvedAmount ?? row.amount; return amount ? format.money(amount) : NO_VALUE; } },
            { key: "reason", header: t("field.reason"), cell: (row) => name(row.reason.name) },
            { key: "customer", header: t("field.customer"), cell: (row) => row.customerRef ?? t("customer.walkIn") },
            ...(withPerson ? [{ key: "person", header: t("field.person"), cell: (row: DecisionRow) => row.person.name }] : []),
            { key: "state", header: t("field.state"), cell: (row) => <StateBadge state={row.state} /> },
            { key: "at", header: t("field.at"), cell: (row) => <span className="text-sm whitespace-nowrap text-muted"><RelativeTime iso={row.at} /></span> },
          ]}
        />
      </div>
    </>
  );
}
