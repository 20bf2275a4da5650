import { Link } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import type { CourseLine } from "../view-models.ts";
import { CertificateBadge } from "./certificate-list.tsx";
import { useText } from "./use-text.ts";

/** Where somebody is in a course, in a word. */
export function CourseBadges({ course }: { course: CourseLine }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { due, asked, state, unverified, certificate } = course;
  return (
    <>
      {due !== null && <Badge tone={due.overdue ? "warn" : "waiting"}>{t(due.overdue ? "courses.overdue" : "courses.due", { day: format.day(due.day) })}</Badge>}
      {due === null && asked && <Badge tone="waiting">{t("courses.asked")}</Badge>}
      {certificate !== null ? <CertificateBadge certificate={certificate} /> : unverified ? <Badge tone="waiting">{t("courses.unverified")}</Badge> : <Badge tone={state === "running" ? "info" : "neutral"} icon={null}>{t(`courses.state.${state}`)}</Badge>}
    </>
  );
}

/** Courses one below the other: how far, until when, what they open. */
export function CourseList({ courses }: { courses: readonly CourseLine[] }) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {courses.map((course) => (
        <li key={course.code} className="flex flex-col gap-2 p-4">
          <Link to={`/learn/${course.code}`} className="inline-flex min-h-target items-center text-lg font-semibold underline-offset-4 hover:underline">{text(course.title)}</Link>
          <p className="max-w-prose text-muted">{text(course.summary)}</p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
            <CourseBadges course={course} />
            <span>{t("courses.minutes", { minutes: course.minutes })}</span>
            {course.state !== "new" && <span>{t("courses.progress", { done: course.done, total: course.total })}</span>}
            {course.opens.length > 0 && (
              <span className="inline-flex items-center gap-1 text-accent">
                <KeyRound aria-hidden className="size-4" />
                {t("courses.opens", { count: course.opens.length })}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
