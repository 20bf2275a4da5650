import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { openingsFor } from "#composition/learning.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { learnView } from "#modules/learning/public.server.ts";
import { CertificateList } from "#modules/learning/ui/certificate-list.tsx";
import { CourseList } from "#modules/learning/ui/course-list.tsx";
import { SkillList } from "#modules/learning/ui/skill-list.tsx";
import { StepCard } from "#modules/learning/ui/step-card.tsx";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "learning:title" };

export const loader = page("learning.read", async ({ actor }) => {
  const now = systemClock.now();
  return json({ learn: await learnView(actor, now, openingsFor(actor, now)), takes: can(actor, "learning.take"), observes: can(actor, "learning.observe"), exports: can(actor, "learning.export") });
});

export default function LearnPage() {
  const { t } = useTranslation("learning");
  const { learn, takes, observes, exports } = useLoaderData<typeof loader>();
  const { next, courses, cardsDue, skills, certificates, toSignOff } = learn;
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {observes && <LinkButton to="/learn/practice">{toSignOff > 0 ? `${t("practice.waiting")} (${toSignOff})` : t("practice.waiting")}</LinkButton>}
            {exports && <LinkButton to="/learn/export" variant="quiet" reloadDocument>{t("export.certificates")}</LinkButton>}
            {exports && <LinkButton to="/learn/export?what=completions" variant="quiet" reloadDocument>{t("export.completions")}</LinkButton>}
          </>
        }
      />
      {takes && courses.length > 0 && <StepCard next={next} />}
      <Columns
        aside={
          <>
            {cardsDue > 0 && (
              <Card title={t("review.title")}>
                <p>{t("review.card", { count: cardsDue })}</p>
                <LinkButton to="/learn/review" className="self-start">{t("review.go")}</LinkButton>
              </Card>
            )}
            {skills.length > 0 && (
              <Card title={t("skills.title")} className="gap-1">
                <SkillList skills={skills} />
              </Card>
            )}
            <Card title={t("certificates.title")} className="gap-1">
              <CertificateList certificates={certificates} />
            </Card>
          </>
        }
      >
        <section aria-labelledby="courses" className="flex flex-col gap-3">
          <h2 id="courses" className="text-xl">{t("courses.title")}</h2>
          {courses.length === 0 ? <EmptyState title={t("courses.empty")}>{t("courses.emptyHint")}</EmptyState> : <CourseList courses={courses} />}
        </section>
      </Columns>
    </Page>
  );
}
