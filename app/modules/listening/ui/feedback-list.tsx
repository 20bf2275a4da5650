import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { FeedbackRow } from "../view-models.ts";
import { RatingBadges } from "./ratings.tsx";
import { useName } from "./use-name.ts";

const MARKED = "border-l-4 border-l-accent";

/** What customers said, one card each: the words first, then where and whose. */
export function FeedbackList({ rows, label }: { rows: readonly FeedbackRow[]; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.id} className={`rounded-card border border-line bg-surface p-4 shadow-card ${row.read ? "" : MARKED}`}>
          <FeedbackLine row={row} />
        </li>
      ))}
    </ul>
  );
}

/** One line of the inbox. */
export function FeedbackLine({ row, linked = true }: { row: FeedbackRow; linked?: boolean }) {
  const { t } = useTranslation("listening");
  const words = row.erased ? <span className="text-muted italic">{t("list.erased")}</span> : row.said === null ? <span className="text-muted italic">{t("list.noWords")}</span> : <span className="whitespace-pre-line">{row.said}</span>;
  return (
    <article className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <RatingBadges tone={row.tone} ratings={row.ratings} />
        <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
          {!row.read && <Badge tone="info" icon={null}>{t("list.unreadBadge")}</Badge>}
          {row.answered && <Badge tone="good">{t("list.answeredBadge")}</Badge>}
          <RelativeTime iso={row.at} />
        </span>
      </div>
      <p className="max-w-prose [overflow-wrap:anywhere]">
        {linked ? (
          <Link to={`/listening/${row.id}`} className="block min-h-target py-1 underline-offset-4 hover:underline">
            {words}
            <span className="sr-only">. {t("list.open")}</span>
          </Link>
        ) : (
          words
        )}
      </p>
      <Whose row={row} />
    </article>
  );
}

function Whose({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation("listening");
  const name = useName();
  const parts = [
    row.touchpoint && name(row.touchpoint.name),
    row.site && name(row.site.name),
    row.customer && t("list.customer", { ref: row.customer.ref }),
    row.decision && t("list.decision", { number: row.decision.number }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className="text-sm text-muted">{parts.join(" · ")}</p>;
}
