import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { BarsChart } from "#ui/charts/bar-chart.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { FearTeam, FearView } from "../../insights/view-models.ts";
import { ShareCell, useFigures } from "./figures.tsx";

type Line = FearTeam & { readonly key: string; readonly kind: "team" | "others" | "total" };

/** Teams shown as bars; the table lists them all. */
const DRAWN = 8;

/** Permission fear by team of five or more, with the reasons given where enough people asked. */
export function FearTeams({ view }: { view: FearView }) {
  const { t } = useTranslation(["insights", "empowerment"]);
  const format = useFormat();
  const { percent, interval, share } = useFigures(view.period.currency);
  if (view.fear === null) return <EmptyState title={t("fear.hidden")} />;
  const { teams, others, total } = view.fear;
  const lines: Line[] = [
    ...teams.map((team, index) => ({ ...team, key: team.manager?.id ?? `none-${index}`, kind: "team" as const })),
    ...(others === null ? [] : [{ ...others, key: "others", kind: "others" as const }]),
    { ...total, key: "total", kind: "total" },
  ];
  const nameOf = ({ kind, manager, teams: count }: Line) =>
    kind === "total" ? t("fear.all") : kind === "others" ? t("fear.others", { count }) : manager === null ? t("fear.noManager") : t("fear.teamOf", { name: manager.name });
  const reasonName = (reason: string | null) => (reason === null ? t("fear.noReason") : words(t, "empowerment:escalateReason", { code: reason }, "insights:fear.noReason"));
  const columns: Column<Line>[] = [
    { key: "team", header: t("fear.team"), names: true, cell: nameOf },
    { key: "people", header: t("fear.people"), numeric: true, cell: ({ people }) => format.number(people) },
    { key: "asked", header: t("fear.asked"), numeric: true, cell: ({ asked }) => <ShareCell share={asked} /> },
    { key: "interval", header: t("figure.interval"), numeric: true, cell: ({ asked }) => <span className="whitespace-nowrap">{interval(asked, percent)}</span> },
    {
      key: "reasons",
      header: t("fear.reasons"),
      cell: ({ reasons }) =>
        reasons === null ? (
          <span className="text-sm text-muted">{t("fear.reasonsHidden")}</span>
        ) : (
          <ul className="text-sm">
            {reasons.map(({ reason, count }) => (
              <li key={reason ?? ""}>{t("fear.reason", { reason: reasonName(reason), count })}</li>
            ))}
          </ul>
        ),
    },
  ];
  const drawn = lines.filter(({ kind }) => kind !== "total").slice(0, DRAWN);
  return (
    <>
      <Card title={t("fear.title")}>
        <p className="max-w-prose text-muted">{t("fear.lead")}</p>
        <BarsChart
          sentence={t("fear.sentence", { hits: total.asked.hits, n: total.asked.n, share: share(total.asked) })}
          unit={{ kind: "share" }}
          bars={drawn.map((line) => ({ label: line.manager?.name.split(" ").slice(-2).join(" ") ?? nameOf(line), value: line.asked.hits / line.asked.n, low: line.asked.low, high: line.asked.high }))}
          table={{
            caption: t("fear.table"),
            columns: [t("fear.team"), t("fear.asked"), t("figure.interval"), t("figure.n")],
            rows: drawn.map((line) => [nameOf(line), share(line.asked), interval(line.asked, percent), format.number(line.asked.n)]),
          }}
        />
        <p className="max-w-prose">{t("fear.next")}</p>
      </Card>
      <Table caption={t("fear.title")} columns={columns} rows={lines} rowKey={({ key }) => key} />
    </>
  );
}
