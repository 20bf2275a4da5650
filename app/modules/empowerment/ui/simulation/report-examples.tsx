import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { CaseExample } from "../../domain/simulation/report.ts";
import type { Names } from "./use-names.ts";

/** Cases with both verdicts; recorded ones lead to their decision. */
export function ReportExamples({ examples, currency, recorded, names }: { examples: readonly CaseExample[]; currency: string; recorded: boolean; names: Names }) {
  const { t } = useTranslation(["simulation", "empowerment"]);
  const format = useFormat();
  const money = (minor: number) => ({ minor, currency });
  const why = (reason: string | null) => (reason === null ? null : words(t, "simulation:reason", { code: reason }, "simulation:reason.other"));
  if (examples.length === 0) return null;
  const label = ({ id, label: text }: CaseExample) =>
    recorded ? (
      <Link to={`/decisions/${id}`} className="inline-flex min-h-target items-center whitespace-nowrap text-accent underline underline-offset-4">{text}</Link>
    ) : (
      text
    );
  return (
    <Card title={t("example.title")}>
      <Table
        caption={t("example.title")}
        rows={examples}
        rowKey={({ id }) => id}
        columns={[
          { key: "number", header: t("example.number"), names: true, cell: (each) => <>{label(each)} <span className="block text-sm font-normal whitespace-nowrap text-muted">{format.dateTime(each.decidedAt)}</span></> },
          {
            key: "what",
            header: t("example.what"),
            cell: ({ gesture, reason, site }) => (
              <>
                {t("example.line", { gesture: names.gesture(gesture), reason: names.reason(reason) })}
                {site !== null && <span className="block text-sm text-muted">{names.site(site)}</span>}
              </>
            ),
          },
          { key: "amount", header: t("example.amount"), numeric: true, cell: ({ amount }) => (amount === null ? "–" : format.money(money(amount))) },
          {
            key: "then",
            header: t("example.then"),
            cell: ({ before }) => (
              <>
                {before.state === "granted" || before.state === "refused" ? t(`outcome.${before.outcome}`) : t(`empowerment:state.${before.state}`)}
                <span className="block text-sm text-muted">
                  {why(before.reason)}
                  {before.waitingMinutes !== null && <>{before.reason !== null && ", "}{t("example.waited", { minutes: before.waitingMinutes })}</>}
                </span>
              </>
            ),
          },
          {
            key: "now",
            header: t("example.now"),
            cell: ({ after }) => (
              <>
                {t(`outcome.${after.outcome}`)}
                <span className="block text-sm text-muted">
                  {why(after.reason)}
                  {after.room !== null && after.outcome !== "refused" && <>, {t("example.upTo", { room: money(after.room) })}</>}
                </span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
