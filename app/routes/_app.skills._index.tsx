import { json } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { skillRows } from "#modules/learning/public.server.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Card, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:skills.title" };

export const loader = page("courses.read", async ({ actor }) => json({ skills: await skillRows(), mayEdit: can(actor, "courses.edit") }));

const LEVELS = ["begins", "does", "helps_others"] as const;

export default function SkillsPage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { skills, mayEdit } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("skills.title")} lead={t("skills.lead")} back={{ to: "/courses", label: t("title") }} actions={mayEdit && <LinkButton to="/skills/new" variant="primary">{t("skills.add")}</LinkButton>} />
      {skills.length === 0 && <EmptyState title={t("skills.empty")}>{t("skills.emptyHint")}</EmptyState>}
      {skills.map((skill) => (
        <Card key={skill.code} title={text(skill.name)} aside={<span className="flex items-center gap-2">{!skill.active && <Badge>{t("skills.off")}</Badge>}{mayEdit && <LinkButton to={`/skills/${skill.code}`} variant="quiet" aria-label={`${t("skills.edit")}: ${text(skill.name)}`}>{t("edit.open")}</LinkButton>}</span>}>
          <DefinitionList items={LEVELS.map((level) => ({ label: t(`skills.level.${level}`), value: text(skill.levels[level]) }))} />
          <p className="text-sm text-muted">
            {t("skills.courses")}: {skill.courses.length === 0 ? t("skills.noCourse") : skill.courses.map(({ code, title }) => <Link key={code} to={`/courses/${code}`} className="mr-3 inline-flex min-h-target items-center underline underline-offset-4">{text(title)}</Link>)}
          </p>
        </Card>
      ))}
    </Page>
  );
}
