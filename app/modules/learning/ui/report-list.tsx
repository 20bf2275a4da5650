import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReportLine } from "../view-models.ts";
import { ReportBadge } from "./practice-lesson.tsx";
import { useText } from "./use-text.ts";

/** Reports of practice one below the other, each leading to its page. */
export function ReportList({ reports, quiet = false }: { reports: readonly ReportLine[]; quiet?: boolean }) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <ul className={quiet ? "flex flex-col divide-y divide-line" : "flex flex-col divide-y divide-line rounded-card border border-line bg-surface px-4 shadow-card"}>
      {reports.map(({ id, person, title, lesson, state, at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <div className="min-w-0">
            <Link to={`/learn/practice/${id}`} className="inline-flex min-h-target items-center font-semibold underline underline-offset-4">{t("practice.byWhen", { name: person.name, at })}</Link>
            <p className="text-sm text-muted">{text(title)}: {text(lesson)}</p>
          </div>
          <ReportBadge state={state} />
        </li>
      ))}
    </ul>
  );
}
