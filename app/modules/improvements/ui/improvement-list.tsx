import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import type { ImprovementRow } from "../view-models.ts";
import { OverdueBadge, ReturnedBadge, StateBadge, useLocal } from "./badges.tsx";

const WAITS = { answer: "badge.toAnswer", confirm: "badge.toConfirm", step: "badge.toDo" } as const;

/** Reports and changes, each with where it stands and what waits on the reader. */
export function ImprovementList({ rows }: { rows: readonly ImprovementRow[] }) {
  const { t } = useTranslation("improvements");
  return (
    <ul aria-label={t("list.caption")} className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4 shadow-card">
          <Link to={`/improvements/${row.id}`} className="inline-flex min-h-target items-center text-lg font-semibold underline underline-offset-4">
            {row.title}
          </Link>
          <Badges row={row} />
          <Facts row={row} />
        </li>
      ))}
    </ul>
  );
}

function Badges({ row }: { row: ImprovementRow }) {
  const { t } = useTranslation("improvements");
  return (
    <p className="flex flex-wrap gap-2">
      <StateBadge state={row.state} answer={row.answer} />
      {row.waitsForMe && <Badge tone="waiting">{t(WAITS[row.waitsForMe])}</Badge>}
      {row.overdue && <OverdueBadge />}
      {row.returned && <ReturnedBadge />}
      {row.confirmation === "unconfirmed" && <Badge tone="neutral">{t("confirmation.unconfirmed")}</Badge>}
    </p>
  );
}

function Facts({ row }: { row: ImprovementRow }) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const format = useFormat();
  const parts = [
    row.number,
    t(`kind.${row.kind}`),
    format.list(row.departments.map(({ name }) => local(name))),
    ...(row.reporters > 1 ? [t("badge.reporters", { count: row.reporters })] : []),
    t("list.reported", { at: row.reportedAt }),
    ...(row.dueAt === null ? [] : [t("list.by", { dueAt: row.dueAt })]),
  ];
  return <p className="text-sm text-muted">{parts.join(" · ")}</p>;
}
