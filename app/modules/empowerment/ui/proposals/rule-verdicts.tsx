import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Table } from "#ui/table.tsx";
import type { RuleLine } from "../../proposals/views.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { KindBadge } from "./proposal-words.tsx";

/** Every rule with a limit and its verdict: wider, narrower, or why it stays. */
export function RuleVerdicts({ rules }: { rules: readonly RuleLine[] }) {
  const { t } = useTranslation("proposals");
  const format = useFormat();
  const name = useBilingual();
  const counts = (hits: number, n: number) => (n === 0 ? NO_VALUE : t("ofCount", { hits, n }));
  const verdict = ({ hold, stoppedBy }: RuleLine) => {
    if (stoppedBy.length > 0) return t("hold.stopped", { rules: format.list(stoppedBy.map((rule) => name(rule.name))) });
    return hold === null ? null : t(`hold.${hold}`);
  };
  return (
    <Table
      caption={t("rules")}
      rows={rules}
      rowKey={(line) => line.rule.code}
      columns={[
        {
          key: "rule",
          header: t("column.rule"),
          names: true,
          cell: (line) => (
            <Link to={`/policies/rules/${encodeURIComponent(line.rule.code)}`} className="underline underline-offset-4">
              {name(line.rule.name)}
            </Link>
          ),
        },
        { key: "limit", header: t("column.limit"), numeric: true, cell: (line) => format.money(line.limit) },
        {
          key: "verdict",
          header: t("column.verdict"),
          cell: (line) => (
            <span className="flex flex-col items-end gap-1 sm:items-start">
              <KindBadge kind={line.kind} />
              {verdict(line) && <span className="text-sm text-muted">{verdict(line)}</span>}
            </span>
          ),
        },
        { key: "over", header: t("column.over"), numeric: true, cell: ({ widening }) => counts(widening.inFull, widening.n) },
        { key: "upper", header: t("column.upper"), numeric: true, cell: ({ narrowing }) => counts(narrowing.badly, narrowing.n) },
      ]}
    />
  );
}
