import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
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
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-col sm:items-end">
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
