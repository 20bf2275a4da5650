import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { assignmentsView } from "#modules/learning/public.server.ts";
import { AssignmentList, StandingTable } from "#modules/learning/ui/authoring/assignment-list.tsx";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:assign.teamTitle" };

export const loader = page("assignments.read", async ({ actor }) => json({ view: await assignmentsView(actor, null, systemClock.now()) }));

export default function TeamLearningPage() {
  const { t } = useTranslation("courses");
  const { view } = useLoaderData<typeof loader>();
  return (
    <Page wide>
      <PageHeader title={t("assign.teamTitle")} lead={t("assign.teamLead")} />
      {view.assignments.length === 0 ? (
        <EmptyState title={t("assign.noneTeam")}>{t("assign.noneTeamHint")}</EmptyState>
      ) : (
        <>
          <AssignmentList assignments={view.assignments} mayEnd={false} named />
          <StandingTable people={view.people} peopleCount={view.peopleCount} named />
        </>
      )}
    </Page>
  );
}
