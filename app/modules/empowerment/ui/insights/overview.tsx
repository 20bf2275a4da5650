import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { TrendChart } from "#ui/charts/trend-chart.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { ApproverOutcomes, OutcomeCounts, OutcomeShares, RuleOutcomes, Share, TimesView } from "../../insights/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { MinutesCell, ShareCell, useFigures } from "./figures.tsx";
import { FoldedTable } from "./folded-table.tsx";

interface AutonomyProps {
  readonly total: OutcomeCounts & OutcomeShares;
  readonly months: readonly { readonly month: string; readonly autonomy: Share }[];
}

/** How much is decided alone: the sentence, month by month, and what became of the rest. */
export function AutonomyCard({ total, months }: AutonomyProps) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { share, percent, interval } = useFigures("VND");
  const { autonomy } = total;
  if (autonomy.n === 0) return <EmptyState title={t("autonomy.none")} />;
  const sentence = t("autonomy.sentence", { alone: autonomy.hits, n: autonomy.n, share: format.share(autonomy.hits, autonomy.n), low: percent(autonomy.low), high: percent(autonomy.high) });
  return (
    <Card title={t("autonomy.title")}>
      <TrendChart
        sentence={sentence}
        points={months.map(({ month, autonomy: { hits, n, low, high } }) => ({ label: format.month(month), value: n === 0 ? null : hits / n, low, high }))}
        table={{
          caption: t("autonomy.table"),
          columns: [t("autonomy.month"), t("autonomy.title"), t("figure.interval"), t("figure.n")],
          rows: months.map((row) => [format.month(row.month), share(row.autonomy), interval(row.autonomy, percent), format.number(row.autonomy.n)]),
        }}
      />
      <DefinitionList items={(["alone", "approved", "declined", "returned", "expired"] as const).map((key) => ({ label: t(`autonomy.outcome.${key}`), value: <span className="tabular-nums">{format.number(total[key])}</span> }))} />
      <p className="text-sm text-muted">{t("autonomy.rest", { refused: total.refused, pending: total.pending })}</p>
    </Card>
  );
}

/** How long customers wait until they have it, with and without approval. */
export function TimesCard({ times }: { times: TimesView }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { minutes, interval } = useFigures("VND");
  const { alone, approved } = times;
  return (
    <Card title={t("times.title")}>
      <div className="flex flex-col gap-1">
        {alone.n > 0 && approved.n > 0 && <p className="max-w-prose">{t("times.sentence", { alone: minutes(alone.median), approved: minutes(approved.median) })}</p>}
        <p className="text-sm text-muted">{t("times.lead")}</p>
      </div>
      <Table
        caption={t("times.table")}
        rows={(["alone", "approved"] as const).map((key) => ({ key, spread: times[key] }))}
        rowKey={({ key }) => key}
        columns={[
          { key: "how", header: t("times.how"), names: true, cell: ({ key }) => t(`times.${key}`) },
          { key: "median", header: t("figure.median"), numeric: true, cell: ({ spread }) => <span className="whitespace-nowrap">{minutes(spread.median)}</span> },
          { key: "interval", header: t("figure.interval"), numeric: true, cell: ({ spread }) => <span className="sm:whitespace-nowrap">{interval(spread, minutes)}</span> },
          { key: "p90", header: t("figure.p90"), numeric: true, cell: ({ spread }) => <span className="whitespace-nowrap">{minutes(spread.p90)}</span> },
          { key: "n", header: t("figure.n"), numeric: true, cell: ({ spread }) => format.number(spread.n) },
        ]}
      />
    </Card>
  );
}

/** Outcomes of each rule; a rule's name leads to its own page. */
export function RuleTable({ rules, currency }: { rules: readonly RuleOutcomes[]; currency: string }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const name = useBilingual();
  const { money } = useFigures(currency);
  const columns: Column<RuleOutcomes>[] = [
    {
      key: "rule",
      header: t("rules.rule"),
      names: true,
      cell: ({ rule, inForce }) =>
        rule === null ? (
          <Link to="/authority/life/gaps" className="underline underline-offset-4">{t("rules.none")}</Link>
        ) : (
          <>
            <Link to={`/policies/rules/${encodeURIComponent(rule.code)}`} className="underline underline-offset-4">{name(rule.name)}</Link>
            {!inForce && <span className="block text-sm font-normal text-muted">{t("rules.retired")}</span>}
          </>
        ),
    },
    { key: "decided", header: t("rules.decided"), numeric: true, cell: ({ autonomy }) => format.number(autonomy.n) },
    { key: "autonomy", header: t("rules.autonomy"), numeric: true, cell: ({ autonomy }) => <ShareCell share={autonomy} /> },
    { key: "approval", header: t("rules.approval"), numeric: true, cell: ({ approval }) => <ShareCell share={approval} /> },
    { key: "overturn", header: t("rules.overturn"), numeric: true, cell: ({ overturn }) => (overturn.hits === 0 ? (overturn.n === 0 ? NO_VALUE : format.number(0)) : <ShareCell share={overturn} />) },
    { key: "given", header: t("rules.given"), numeric: true, cell: ({ given }) => <span className="whitespace-nowrap">{given === 0 ? NO_VALUE : money(given)}</span> },
  ];
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg">{t("rules.title")}</h2>
      <FoldedTable open={15} caption={t("rules.title")} columns={columns} rows={rules} rowKey={({ rule }) => rule?.code ?? ""} empty={<EmptyState title={t("autonomy.none")} />} />
    </section>
  );
}

/** Answers by approver, in order of name. */
export function ApproverTable({ approvers }: { approvers: readonly ApproverOutcomes[] }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const columns: Column<ApproverOutcomes>[] = [
    { key: "person", header: t("approvers.person"), names: true, cell: ({ person }) => <Link to={`/people/${person.id}`} className="underline underline-offset-4">{person.name || person.email}</Link> },
    { key: "answered", header: t("approvers.answered"), numeric: true, cell: ({ answered }) => format.number(answered) },
    { key: "approval", header: t("approvers.approval"), numeric: true, cell: ({ approval }) => <ShareCell share={approval} /> },
    { key: "minutes", header: t("approvers.minutes"), numeric: true, cell: ({ minutes }) => <MinutesCell spread={minutes} /> },
    { key: "late", header: t("approvers.late"), numeric: true, cell: ({ late }) => <ShareCell share={late} /> },
    { key: "returned", header: t("approvers.returned"), numeric: true, cell: ({ returned }) => format.number(returned) },
    { key: "overturn", header: t("approvers.overturn"), numeric: true, cell: ({ overturn }) => (overturn.n === 0 ? NO_VALUE : overturn.hits === 0 ? format.number(0) : <ShareCell share={overturn} />) },
  ];
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg">{t("approvers.title")}</h2>
        <p className="text-muted">{t("approvers.lead")}</p>
      </div>
      <FoldedTable open={5} caption={t("approvers.title")} columns={columns} rows={approvers} rowKey={({ person }) => person.id} empty={<EmptyState title={t("approvers.empty")} />} />
    </section>
  );
}
