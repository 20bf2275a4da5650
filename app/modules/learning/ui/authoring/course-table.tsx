import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Table } from "#ui/table.tsx";
import type { CourseRow } from "../../authoring/view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

function State({ row }: { row: CourseRow }) {
  const { t } = useTranslation("courses");
  return (
    <span className="flex flex-wrap gap-1.5">
      {row.published !== null && <Badge tone="good">{t("list.inUse", { number: row.published })}</Badge>}
      {row.retiredAt !== null && <Badge>{t("list.retired")}</Badge>}
      {row.draft !== null && <Badge tone="info">{row.published === null ? t("list.draft") : t("list.draftOf", { number: row.draft.number })}</Badge>}
      {row.doubted && <Badge tone="warn">{t("list.doubted")}</Badge>}
    </span>
  );
}

/** Every course with its state and who learns it. */
export function CourseTable({ rows, mayEdit }: { rows: readonly CourseRow[]; mayEdit: boolean }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const format = useFormat();
  return (
    <Table
      caption={t("list.caption")}
      rows={rows}
      rowKey={({ code }) => code}
      empty={<EmptyState title={t("list.empty")} action={mayEdit ? <LinkButton to="/courses/new" variant="primary">{t("links.new")}</LinkButton> : undefined}>{t("list.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "course",
          header: t("list.course"),
          names: true,
          cell: (row) => (
            <>
              <Link to={`/courses/${row.code}`} className="inline-flex min-h-target items-center underline underline-offset-4">{text(row.title) || row.code}</Link>
              <span className="block text-sm font-normal text-muted">{row.code} · {t("list.size", { lessons: row.lessons, minutes: row.minutes })}</span>
            </>
          ),
        },
        { key: "state", header: t("list.state"), cell: (row) => <State row={row} /> },
        { key: "learning", header: t("list.learners"), numeric: true, cell: ({ learning }) => format.number(learning) },
        { key: "certified", header: t("list.certified"), numeric: true, cell: ({ certified }) => format.number(certified) },
      ]}
    />
  );
}
