import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { Bunching, LimitEdge, LimitRow } from "../../insights/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { ShareCell, useFigures } from "./figures.tsx";
import { FoldedTable } from "./folded-table.tsx";

/** What the distribution of amounts around a limit says. */
export function BunchingBadge({ bunched, fixedSteps }: Pick<Bunching, "bunched" | "fixedSteps">) {
  const { t } = useTranslation("insights");
  if (bunched === null) return <span className="text-sm text-muted">{fixedSteps ? t("bunching.fixed") : t("figure.few")}</span>;
  return <Badge tone={bunched ? "warn" : "good"}>{bunched ? t("bunching.yes") : t("bunching.no")}</Badge>;
}

/** Amounts around the limits, rule by rule; those that bunch first. */
export function BunchingTable({ rows }: { rows: readonly LimitRow[] }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const name = useBilingual();
  const found = rows.filter(({ bunched }) => bunched === true).map(({ rule }) => name(rule.name));
  const columns: Column<LimitRow>[] = [
    { key: "rule", header: t("bunching.rule"), names: true, cell: ({ rule }) => <Link to={`/policies/rules/${encodeURIComponent(rule.code)}`} className="underline underline-offset-4">{name(rule.name)}</Link> },
    { key: "below", header: t("bunching.below"), numeric: true, cell: ({ below }) => format.number(below) },
    {
      key: "under",
      header: t("bunching.under"),
      numeric: true,
      cell: ({ justUnder, atLimit }) => (
        <>
          {format.number(justUnder)}
          {atLimit > 0 && <span className="block text-sm text-muted">{t("bunching.at", { count: atLimit })}</span>}
        </>
      ),
    },
    { key: "over", header: t("bunching.over"), numeric: true, cell: ({ justOver }) => format.number(justOver) },
    { key: "share", header: t("bunching.share"), numeric: true, cell: ({ share }) => <ShareCell share={share} /> },
    { key: "verdict", header: t("bunching.verdict"), cell: ({ bunched, fixedSteps }) => <BunchingBadge bunched={bunched} fixedSteps={fixedSteps} /> },
  ];
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-lg">{t("bunching.title")}</h2>
        <p className="max-w-prose text-muted">{t("bunching.lead")}</p>
        {rows.length > 0 && <p className="max-w-prose">{found.length > 0 ? t("bunching.found", { rules: format.list(found) }) : t("bunching.notFound")}</p>}
      </div>
      {rows.length === 0 ? <p>{t("bunching.empty")}</p> : <FoldedTable caption={t("bunching.title")} columns={columns} rows={rows} rowKey={({ rule }) => rule.code} />}
    </section>
  );
}

interface Measure {
  readonly key: "cases" | "waited" | "repeated" | "cameBack" | "spent";
  readonly under: React.ReactNode;
  readonly over: React.ReactNode;
  readonly gap: string | null;
  readonly clear: boolean;
}

function useEdgeSentence(edge: LimitEdge): string {
  const { t } = useTranslation("insights");
  const { minutes, points } = useFigures("VND");
  const { waited, repeated, cameBack, under, over } = edge;
  if (waited === null) return t("edge.sentence.few", { under: under.n, over: over.n });
  const parts: string[] = [waited.low > 0 ? t("edge.sentence.waited", { minutes: minutes(waited.value), low: minutes(waited.low), high: minutes(waited.high) }) : t("edge.sentence.waitedNone")];
  if (repeated !== null && repeated.low > 0) parts.push(t("edge.sentence.repeated", { points: points(repeated.value) }));
  if (cameBack !== null && cameBack.high < 0) parts.push(t("edge.sentence.cameBack", { points: points(cameBack.value) }));
  return parts.join(" ");
}

/** Cases just under a limit beside those just over it: what the limit costs customers. */
export function EdgeCard({ edge, currency, title }: { edge: LimitEdge; currency: string; title: string }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { money, minutes, minutesGap, pointsGap, moneyGap } = useFigures(currency);
  const sentence = useEdgeSentence(edge);
  const { under, over, waited, repeated, cameBack, spent } = edge;
  const measures: Measure[] = [
    { key: "cases", under: format.number(under.n), over: format.number(over.n), gap: "", clear: false },
    { key: "waited", under: minutes(under.waited.median), over: minutes(over.waited.median), gap: waited && minutesGap(waited), clear: waited?.clear === true },
    { key: "repeated", under: <ShareCell share={under.repeated} />, over: <ShareCell share={over.repeated} />, gap: repeated && pointsGap(repeated), clear: repeated?.clear === true },
    { key: "cameBack", under: <ShareCell share={under.cameBack} />, over: <ShareCell share={over.cameBack} />, gap: cameBack && pointsGap(cameBack), clear: cameBack?.clear === true },
    { key: "spent", under: money(under.spent), over: money(over.spent), gap: spent && moneyGap(spent), clear: spent?.clear === true },
  ];
  const columns: Column<Measure>[] = [
    { key: "measure", header: t("edge.measure"), names: true, cell: ({ key }) => t(`edge.${key}`) },
    { key: "under", header: t("edge.under"), numeric: true, cell: (row) => row.under },
    { key: "over", header: t("edge.over"), numeric: true, cell: (row) => row.over },
    {
      key: "gap",
      header: t("edge.gap"),
      cell: ({ gap, clear }) =>
        gap === "" ? null : gap === null ? (
          <span className="text-muted">{t("figure.few")}</span>
        ) : (
          <>
            {gap}
            <span className={`block text-sm ${clear ? "font-semibold" : "text-muted"}`}>{clear ? t("figure.clear") : t("figure.chance")}</span>
          </>
        ),
    },
  ];
  return (
    <Card title={title}>
      <div className="flex flex-col gap-1">
        <p className="max-w-prose text-muted">{t("edge.lead")}</p>
        <p className="max-w-prose">{sentence}</p>
      </div>
      <Table caption={title} columns={columns} rows={measures} rowKey={({ key }) => key} />
    </Card>
  );
}
