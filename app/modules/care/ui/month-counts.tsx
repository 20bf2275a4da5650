import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { CareMonth } from "../domain/counts.ts";

const HEAD = "HEAD";
const REST = "–";

/** Counts of a month by place; what is fewer than five is not there. */
export function MonthCounts({ months, places }: { months: readonly CareMonth[]; places: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("care");
  const format = useFormat();
  if (months.length === 0) return <EmptyState title={t("policy.none")}>{t("policy.noneHint")}</EmptyState>;
  return (
    <Card title={t("policy.counts")}>
      {months.map((month) => {
        const rows = [...month.sites, ...(month.others === null ? [] : [{ siteCode: REST, ...month.others }])];
        const sum = (key: "asked" | "inTime") => rows.reduce((total, row) => total + row[key], 0);
        return (
          <section key={month.month} aria-labelledby={`m-${month.month}`} className="flex flex-col gap-2">
            <h3 id={`m-${month.month}`} className="font-semibold">{format.month(month.month)}</h3>
            {rows.length === 0 ? (
              <p className="text-muted">{t("policy.noSites")}</p>
            ) : (
              <>
                <p>{t("policy.sentence", { month: format.month(month.month), asked: sum("asked"), inTime: sum("inTime") })}</p>
                <Table
                  caption={`${t("policy.counts")}, ${format.month(month.month)}`}
                  rows={rows}
                  rowKey={({ siteCode }) => siteCode}
                  columns={[
                    { key: "site", header: t("policy.site"), names: true, cell: ({ siteCode }) => (siteCode === REST ? t("policy.others") : siteCode === HEAD ? t("policy.head") : (places[siteCode] ?? siteCode)) },
                    { key: "asked", header: t("policy.asked"), numeric: true, cell: ({ asked }) => format.number(asked) },
                    { key: "checkedIn", header: t("policy.checkedIn"), numeric: true, cell: ({ checkedIn }) => format.number(checkedIn) },
                    { key: "inTime", header: t("policy.inTime"), numeric: true, cell: ({ inTime }) => format.number(inTime) },
                  ]}
                />
              </>
            )}
            {month.hidden && <p className="text-sm text-muted">{t("policy.hidden")}</p>}
          </section>
        );
      })}
    </Card>
  );
}
