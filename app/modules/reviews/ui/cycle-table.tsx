import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { CyclePage, MonthState, ParticipantView } from "../view-models.ts";
import { useWords } from "./use-words.ts";

const PROMISED = { none: "neutral", published: "waiting", alone: "good", agreed: "good" } as const;
const WRITTEN = { none: "neutral", waiting: "waiting", alone: "good", answered: "good" } as const;

/** Who takes part in a cycle and how far each has come, by given name; nothing is sorted by how far. */
export function CycleTable({ cycle: { months, promised, rows } }: { cycle: Omit<CyclePage, "cycle"> }) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  return (
    <>
      <Card title={t("cycle.sums")}>
        <ul className="flex flex-col gap-2">
          <li>{t("cycle.promised", { n: promised.published, of: rows.length })}</li>
          <li>{t("cycle.agreed", { n: promised.agreed, of: promised.toAgree })}</li>
          {months.map(({ month, written, running }) => <li key={month}>{t(running ? "cycle.writingNow" : "cycle.wrote", { month, n: written, of: rows.length })}</li>)}
        </ul>
        <p className="max-w-prose text-sm text-muted">{t("cycle.remindHint")}</p>
      </Card>
      <Table
        caption={t("cycle.people")}
        rows={rows}
        rowKey={({ person }) => person.id}
        columns={[
          { key: "person", header: t("cycle.person"), names: true, cell: ({ person }) => <Link to={`/leading/${person.id}`} className="inline-flex min-h-target items-center underline underline-offset-4">{person.name}</Link> },
          { key: "place", header: t("cycle.place"), cell: ({ place, teamSize }) => <>{place !== null && <span className="block">{local(place)}</span>}<span className="text-sm text-muted">{t("line.team", { n: teamSize })}</span></> },
          { key: "commitments", header: t("cycle.commitments"), cell: ({ commitments }) => <Badge tone={PROMISED[commitments]}>{t(`cycle.state.${commitments}`)}</Badge> },
          ...months.map(({ month }, index) => ({
            key: month,
            header: t("cycle.month", { month }),
            cell: ({ months: states }: ParticipantView) => <MonthBadge state={states[index] ?? "none"} />,
          })),
          ...(rows.some(({ reviewId }) => reviewId !== null) ? [{ key: "review", header: t("cycle.review"), cell: ({ reviewId, person }: ParticipantView) => reviewId !== null && <Link to={`/leading/reviews/${reviewId}`} aria-label={t("cycle.openReview", { name: person.name })} className="inline-flex min-h-target items-center underline underline-offset-4">{t("cycle.open")}</Link> }] : []),
        ]}
      />
    </>
  );
}

function MonthBadge({ state }: { state: MonthState }) {
  const { t } = useTranslation("leading");
  return <Badge tone={WRITTEN[state]}>{t(`cycle.written.${state}`)}</Badge>;
}
