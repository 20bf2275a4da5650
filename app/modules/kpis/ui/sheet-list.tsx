import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import type { SheetRow } from "../scorecards/view-models.ts";
import { useFigures } from "./use-figures.ts";

function Rows({ rows }: { rows: readonly SheetRow[] }) {
  const { t } = useTranslation("scorecards");
  const { local } = useFigures();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
          <Link to={`/scorecards/${encodeURIComponent(row.id)}`} className="flex min-h-target min-w-0 flex-1 flex-col justify-center text-accent underline-offset-4 hover:underline">
            <span className="font-semibold">{row.person === null ? local(row.name) : row.person || t("erased")}</span>
            <span className="text-sm text-muted">{row.person === null ? t("department") : local(row.name)}</span>
          </Link>
          {row.appeal !== null && <Badge tone={row.appeal === "open" ? "warn" : "neutral"}>{row.appeal === "open" ? t("appealOpen") : t("appealAnswered")}</Badge>}
        </li>
      ))}
    </ul>
  );
}

/** Others' scorecards that are shown at once; the rest unfolds. */
const AT_ONCE = 30;

/** Whose scorecards one may read: one's own first, the others by name; never by figure. */
export function SheetList({ rows }: { rows: readonly SheetRow[] }) {
  const { t } = useTranslation("scorecards");
  const [mine, others] = [rows.filter((row) => row.mine), rows.filter((row) => !row.mine)];
  if (rows.length === 0) return <EmptyState title={t("nobody")}>{t("nobodyHint")}</EmptyState>;
  return (
    <>
      {mine.length > 0 && <Card title={t("mine")}><Rows rows={mine} /></Card>}
      {others.length > 0 && (
        <Card title={t("others")}>
          <Rows rows={others.slice(0, AT_ONCE)} />
          {others.length > AT_ONCE && <Fold summary={t("more", { count: others.length - AT_ONCE })}><Rows rows={others.slice(AT_ONCE)} /></Fold>}
        </Card>
      )}
    </>
  );
}
