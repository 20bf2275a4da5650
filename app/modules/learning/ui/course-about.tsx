import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { CourseView } from "../view-models.ts";
import { SkillCard } from "./skill-list.tsx";
import { useText } from "./use-text.ts";

/** What a course opens, how long it takes and holds, and the skill it trains. */
export function CourseAbout({ course }: { course: CourseView }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const format = useFormat();
  return (
    <>
      <Card title={t("course.opens")}>
        {course.opens.length === 0 ? (
          <p className="text-muted">{t("course.opensNothing")}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {course.opens.map(({ rule, name }) => (
              <li key={rule}><Link to={`/policies/rules/${rule}`} className="inline-flex min-h-target items-center underline underline-offset-4">{text(name)}</Link></li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t("course.facts")}>
        <DefinitionList
          items={[
            { label: t("course.time"), value: t("courses.minutes", { minutes: course.minutes }) },
            { label: t("course.valid"), value: course.validMonths === null ? t("course.forever") : t("course.months", { count: course.validMonths }) },
            { label: t("course.verify"), value: t(course.verified ? "course.verifyYes" : "course.verifyNo") },
            { label: t("course.edition"), value: format.number(course.version) },
          ]}
        />
      </Card>
      {course.skill !== null && (
        <Card title={t("course.skill")} className="gap-1">
          <ul><SkillCard skill={course.skill} /></ul>
        </Card>
      )}
    </>
  );
}
