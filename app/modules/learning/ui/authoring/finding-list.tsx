import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, Banner } from "#ui/feedback.tsx";
import type { CourseContent } from "../../domain/content.ts";
import type { Finding } from "../../domain/findings.ts";
import { useBilingual } from "./use-bilingual.ts";

/** Where a finding is mended: the form of its node, lesson, or the course, at its field. */
export function findingHref(course: string, { lesson, node, path }: Finding): string {
  const base = `/courses/${course}/edit`;
  const field = path.replace(/^lessons\.\d+\./, "").replace(/^scenario\.nodes\.\d+\./, "");
  if (lesson === null) return `${base}#${path.startsWith("lessons") ? "lessons" : field}`;
  return node === null ? `${base}/${lesson}#${field}` : `${base}/${lesson}/${node}#${field}`;
}

/** What is wrong, each with the way to where it is mended. */
export function FindingList({ course, findings }: { course: CourseContent; findings: readonly Finding[] }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const titleOf = (code: string | null) => {
    const lesson = course.lessons.find((one) => one.code === code);
    return lesson === undefined ? "" : text(lesson.title) || t(`edit.kind.${lesson.kind}`);
  };
  const place = (found: Finding) => {
    const params = { lesson: titleOf(found.lesson), node: found.node ?? "", choice: found.choice ?? "", question: found.question ?? "" };
    if (found.lesson === null) return t("findings.place.course");
    if (found.question !== null) return t("findings.place.question", params);
    if (found.choice !== null) return t("findings.place.choice", params);
    return t(found.node === null ? "findings.place.lesson" : "findings.place.node", params);
  };
  return (
    <ul className="flex flex-col divide-y divide-line">
      {findings.map((found) => (
        <li key={`${found.path} ${found.code}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
          <Badge tone={found.severity === "error" ? "bad" : "waiting"}>{t(`findings.${found.severity}`)}</Badge>
          <Link to={findingHref(course.code, found)} className="inline-flex min-h-target items-center underline underline-offset-4">{t("findings.at", { place: place(found), what: t(`findings.code.${found.code}`) })}</Link>
        </li>
      ))}
    </ul>
  );
}

/** In one line whether a course may be put into use. */
export function FindingSummary({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation("courses");
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return errors === 0 ? <Banner tone="good">{t("findings.none")}</Banner> : <Banner tone="warn">{t("findings.blocked", { count: errors })}</Banner>;
}
