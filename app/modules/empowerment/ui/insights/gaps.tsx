import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { GapRow, GapsView, UnusedRule } from "../../insights/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { ShareCell, useFigures } from "./figures.tsx";
import { FoldedTable } from "./folded-table.tsx";

/** Where a rule for the situation is begun, with what is known of it. */
function newRule({ gesture, reason, channel, role }: GapRow): string {
  const known = { gesture: gesture.code, reason: reason.code, channel: channel.code, ...(role === null ? {} : { role }) };
  return `/policies/new-rule?${new URLSearchParams(known).toString()}`;
}

/** Situations no rule covers, the most frequent first. */
export function GapTable({ view, mayWrite }: { view: GapsView; mayWrite: boolean }) {
  const { t } = useTranslation(["insights", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const { money } = useFigures(view.period.currency);
  const columns: Column<GapRow>[] = [
    {
      key: "situation",
      header: t("gaps.situation"),
      names: true,
      cell: ({ gesture, reason, channel, role }) => (
        <>
          {name(reason.name)}
          <span className="block text-sm font-normal text-muted">{[name(gesture.name), name(channel.name), ...(role === null ? [] : [words(t, "ui:role", { code: role })])].join(" · ")}</span>
        </>
      ),
    },
    { key: "count", header: t("gaps.count"), numeric: true, cell: ({ count }) => format.number(count) },
    { key: "asked", header: t("gaps.asked"), numeric: true, cell: ({ asked }) => <span className="whitespace-nowrap">{asked === 0 ? NO_VALUE : money(asked)}</span> },
    { key: "approval", header: t("gaps.approval"), numeric: true, cell: ({ approval }) => <ShareCell share={approval} /> },
    { key: "last", header: t("gaps.last"), numeric: true, wideOnly: true, cell: ({ last }) => format.date(last) },
    ...(mayWrite ? [{ key: "write", header: "", cell: (row: GapRow) => <Link to={newRule(row)} className="inline-flex min-h-target items-center underline underline-offset-4">{t("gaps.write")}</Link> }] : []),
  ];
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg">{t("gaps.title")}</h2>
        <p className="max-w-prose text-muted">{t("gaps.lead")} {view.total > 0 && t("gaps.total", { count: view.total })}</p>
      </div>
      <FoldedTable
        caption={t("gaps.title")}
        columns={columns}
        rows={view.gaps}
        rowKey={({ gesture, reason, channel, role }) => [gesture.code, reason.code, channel.code, role ?? ""].join(" ")}
        empty={<EmptyState title={t("gaps.empty")} />}
      />
    </section>
  );
}

/** Rules and people whose authority lies unused: a signal to ask about. */
export function UnusedCard({ view }: { view: GapsView }) {
  const { t } = useTranslation(["insights", "ui"]);
  const name = useBilingual();
  const columns: Column<UnusedRule>[] = [
    { key: "rule", header: t("unused.rule"), names: true, cell: ({ rule }) => <Link to={`/policies/rules/${encodeURIComponent(rule.code)}`} className="underline underline-offset-4">{name(rule.name)}</Link> },
    { key: "days", header: t("unused.days"), numeric: true, cell: ({ days }) => t("unused.daysOf", { days }) },
    { key: "people", header: t("unused.people"), numeric: true, cell: ({ people }) => t("unused.peopleOf", { people }) },
  ];
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg">{t("unused.title")}</h2>
        <p className="max-w-prose text-muted">{t("unused.lead")}</p>
      </div>
      {view.unusedRules.length === 0 ? <p>{t("unused.empty")}</p> : <Table caption={t("unused.title")} columns={columns} rows={view.unusedRules} rowKey={({ rule }) => rule.code} />}
      {view.unusedByRole.length > 0 && (
        <Card level={3} title={t("unused.byRole")}>
          <ul className="flex flex-col gap-1">
            {view.unusedByRole.map(({ role, unused }) => {
              const roleName = words(t, "ui:role", { code: role });
              return <li key={role}>{unused === null ? t("unused.fewPeople", { role: roleName }) : t("unused.byRoleLine", { idle: unused.hits, n: unused.n, role: roleName })}</li>;
            })}
          </ul>
        </Card>
      )}
    </section>
  );
}
