import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { courseRows } from "#modules/learning/public.server.ts";
import { CourseTable } from "#modules/learning/ui/authoring/course-table.tsx";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:title" };

export const loader = page("courses.read", async ({ actor }) => json({ rows: await courseRows(systemClock.now()), may: { edit: can(actor, "courses.edit"), insights: can(actor, "learning.insights"), team: can(actor, "assignments.read") } }));

export default function CoursesPage() {
  const { t } = useTranslation("courses");
  const { rows, may } = useLoaderData<typeof loader>();
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {may.edit && <LinkButton to="/courses/new" variant="primary">{t("links.new")}</LinkButton>}
            {may.insights && <LinkButton to="/courses/insights">{t("links.insights")}</LinkButton>}
            {may.team && <LinkButton to="/courses/team" variant="quiet">{t("links.team")}</LinkButton>}
            <LinkButton to="/skills" variant="quiet">{t("links.skills")}</LinkButton>
          </>
        }
      />
      <CourseTable rows={rows} mayEdit={may.edit} />
    </Page>
  );
}
