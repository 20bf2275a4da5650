import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { VersionRow } from "../../authoring/view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

const TONES = { draft: "info", published: "good", retired: "neutral" } as const;

function Changes({ changes, first }: { changes: VersionRow["changes"]; first: boolean }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { head, lessons, reordered } = changes;
  if (first) return <p className="text-muted">{t("course.first")}</p>;
  if (head.length === 0 && lessons.length === 0 && !reordered) return <p className="text-muted">{t("course.same")}</p>;
  return (
    <ul className="list-disc pl-5" aria-label={t("course.changes")}>
      {head.length > 0 && <li>{t("course.headChanged", { parts: head.map((part) => t(`course.head.${part}`)) })}</li>}
      {lessons.map(({ code, title, change }) => <li key={`${change} ${code}`}>{t(`course.lesson.${change}`, { title: text(title) || code })}</li>)}
      {reordered && <li>{t("course.reordered")}</li>}
    </ul>
  );
}

/** The versions of a course, newest first, with what each changed. */
export function VersionList({ versions }: { versions: readonly VersionRow[] }) {
  const { t } = useTranslation("courses");
  return (
    <Card title={t("course.versions")}>
      <ol className="flex flex-col divide-y divide-line">
        {versions.map((row, index) => (
          <li key={row.number} className="flex flex-col gap-1 py-3">
            <div className="flex flex-wrap items-center gap-3">
              <h3 className="text-base font-semibold">{t("course.number", { number: row.number })}</h3>
              <Badge tone={TONES[row.state]}>{t(`course.state.${row.state}`)}</Badge>
              {row.began > 0 && <span className="text-sm text-muted">{t("course.began", { count: row.began })}</span>}
            </div>
            {row.by !== null && <p className="text-sm text-muted">{row.publishedAt === null ? t("course.writtenBy", { name: row.by, at: row.createdAt }) : t("course.publishedBy", { name: row.by, at: row.publishedAt })}</p>}
            {row.note !== null && <p className="max-w-prose">{row.note}</p>}
            <Changes changes={row.changes} first={index === versions.length - 1} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
