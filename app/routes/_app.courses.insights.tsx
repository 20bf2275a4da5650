import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { learningFacts } from "#composition/learning-effect.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { coursesFigures } from "#modules/learning/public.server.ts";
import { CourseFiguresTable } from "#modules/learning/ui/authoring/insight-tables.tsx";
import { page } from "#platform/http/page.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:insights.title" };

export const loader = page("learning.insights", async () => json({ courses: await coursesFigures(learningFacts, systemClock.now()) }));

export default function CoursesInsightsPage() {
  const { t } = useTranslation("courses");
  const { courses } = useLoaderData<typeof loader>();
  return (
    <Page wide>
      <PageHeader title={t("insights.title")} lead={t("insights.lead")} back={{ to: "/courses", label: t("title") }} />
      <CourseFiguresTable courses={courses} />
    </Page>
  );
}
