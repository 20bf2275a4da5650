import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { CareRow, CareView, GoodwillRow, LesserRuleRow } from "../../insights/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { useFigures } from "./figures.tsx";
import { FoldedTable } from "./folded-table.tsx";

/** In what two rules differ, as words. */
export function useSides() {
  const { t } = useTranslation("insights");
  const format = useFormat();
  return (by: LesserRuleRow["by"]) => format.list(by.map((side) => t(`care.side.${side}`)));
}

function RuleLink({ rule }: { rule: LesserRuleRow["lesser"] }) {
  const name = useBilingual();
  return <Link to={`/policies/rules/${encodeURIComponent(rule.code)}`} className="underline underline-offset-4">{name(rule.name)}</Link>;
}

/** Pairs of rules of which one gives less by the customer's side, with the reason it states. */
export function LesserRules({ rows, currency }: { rows: readonly LesserRuleRow[]; currency: string }) {
  const { t } = useTranslation("insights");
  const name = useBilingual();
  const format = useFormat();
  const sides = useSides();
  const { money } = useFigures(currency);
  const columns: Column<LesserRuleRow>[] = [
    { key: "lesser", header: t("care.lesser"), names: true, cell: ({ lesser, lesserLimit }) => <><RuleLink rule={lesser} /><span className="block text-sm font-normal text-muted">{money(lesserLimit)}</span></> },
    { key: "greater", header: t("care.greater"), cell: ({ greater, greaterLimit }) => <><RuleLink rule={greater} /><span className="block text-sm text-muted">{money(greaterLimit)}</span></> },
    { key: "by", header: t("care.by"), cell: ({ by }) => sides(by) },
    {
      key: "why",
      header: t("care.why"),
      cell: ({ why, silent }) => (
        <>
          {name(why) && <span className="block">{name(why)}</span>}
          {silent.length > 0 && <Badge tone="warn">{t("care.silent", { languages: format.list(silent.map((language) => t(`care.language.${language}`))) })}</Badge>}
        </>
      ),
    },
  ];
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg">{t("care.rules")}</h2>
        <p className="text-muted">{t("care.rulesLead")}</p>
      </div>
      {rows.length === 0 ? <p>{t("care.rulesEmpty")}</p> : <Table caption={t("care.rules")} columns={columns} rows={rows} rowKey={({ lesser, greater }) => `${lesser.code} ${greater.code}`} />}
    </section>
  );
}

/** Groups of customers that clearly got less for the same reason. */
export function WorseCare({ view }: { view: CareView }) {
  const { t } = useTranslation("insights");
  const name = useBilingual();
  const format = useFormat();
  const { money, minutes, share, moneyGap, minutesGap, pointsGap } = useFigures(view.period.currency);
  const groupName = ({ group, side }: CareRow) => (group !== null ? name(group.name) : side === "tier" ? t("care.noTier") : t("care.noSite"));
  const said = (row: CareRow) =>
    row.worse.map((measure) => {
      const { amount, asked, minutes: spread, amountGap, askedGap, minutesGap: minutesApart } = row;
      const told = {
        amount: amountGap && { value: money(amount.median), gap: moneyGap(amountGap) },
        asked: askedGap && { value: share(asked), gap: pointsGap(askedGap) },
        minutes: minutesApart && { value: minutes(spread.median), gap: minutesGap(minutesApart) },
      }[measure];
      return told === null ? null : <li key={measure}>{t(`care.worse.${measure}`, told)}</li>;
    });
  const columns: Column<CareRow>[] = [
    {
      key: "group",
      header: t("care.lessIn"),
      names: true,
      cell: (row) => (
        <>
          {groupName(row)}
          <span className="block text-sm font-normal text-muted">{[name(row.reason.name), ...(row.channel === null ? [] : [name(row.channel.name)])].join(" · ")}</span>
          <ul className="mt-1 flex flex-col gap-1 font-normal">{said(row)}</ul>
        </>
      ),
    },
    { key: "n", header: t("figure.n"), numeric: true, cell: ({ n }) => format.number(n) },
    { key: "explained", header: t("care.explained"), cell: ({ explainedBy }) => (explainedBy.length > 0 ? format.list(explainedBy.map((rule) => name(rule.name))) : <span className="font-semibold text-warn">{t("care.unexplained")}</span>) },
  ];
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg">{t("care.measured")}</h2>
        <p className="max-w-prose text-muted">{t("care.measuredLead", { compared: view.compared })}</p>
      </div>
      {view.worse.length === 0 ? <p>{t("care.measuredEmpty")}</p> : <FoldedTable caption={t("care.measured")} columns={columns} rows={view.worse} rowKey={({ reason, side, channel, group }) => [reason.code, side, channel?.code ?? "", group?.code ?? ""].join(" ")} />}
    </section>
  );
}

/** Customers met again and again. */
export function GoodwillTable({ rows, currency }: { rows: readonly GoodwillRow[]; currency: string }) {
  const { t } = useTranslation("insights");
  const name = useBilingual();
  const format = useFormat();
  const { money } = useFigures(currency);
  const columns: Column<GoodwillRow>[] = [
    {
      key: "customer",
      header: t("goodwill.customer"),
      names: true,
      cell: ({ ref, name: masked, tier }) => (
        <>
          <Link to={`/customers/${encodeURIComponent(ref)}`} className="underline underline-offset-4">{masked ?? ref}</Link>
          <span className="block text-sm font-normal text-muted">{[ref, ...(tier === null ? [] : [name(tier.name)])].join(" · ")}</span>
        </>
      ),
    },
    { key: "count", header: t("goodwill.count"), numeric: true, cell: ({ count }) => format.number(count) },
    { key: "given", header: t("goodwill.given"), numeric: true, cell: ({ given }) => <span className="whitespace-nowrap">{given === 0 ? NO_VALUE : money(given)}</span> },
    { key: "reasons", header: t("goodwill.reasons"), numeric: true, cell: ({ reasons }) => format.number(reasons) },
    { key: "people", header: t("goodwill.people"), numeric: true, wideOnly: true, cell: ({ people }) => format.number(people) },
    { key: "last", header: t("goodwill.last"), numeric: true, cell: ({ last }) => format.date(last) },
  ];
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg">{t("goodwill.title")}</h2>
        <p className="text-muted">{t("goodwill.lead")}</p>
      </div>
      {rows.length === 0 ? <p>{t("goodwill.empty")}</p> : <FoldedTable caption={t("goodwill.title")} columns={columns} rows={rows} rowKey={({ ref }) => ref} />}
    </section>
  );
}
