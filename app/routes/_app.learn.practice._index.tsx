import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { lookedAt, waitingForMe } from "#modules/learning/public.server.ts";
import { ReportList } from "#modules/learning/ui/report-list.tsx";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "learning:practice.waiting" };

export const loader = page("learning.observe", async ({ actor }) => {
  const [waiting, seen] = await Promise.all([waitingForMe(actor), lookedAt(actor)]);
  return json({ waiting, seen });
});

export default function PracticePage() {
  const { t } = useTranslation("learning");
  const { waiting, seen } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("practice.waiting")} lead={t("practice.lead")} back={{ to: "/learn", label: t("title") }} />
      {waiting.length === 0 ? <EmptyState title={t("practice.waitingEmpty")}>{t("practice.waitingHint")}</EmptyState> : <ReportList reports={waiting} />}
      {seen.length > 0 && (
        <Card title={t("practice.seen")} className="gap-1">
          <ReportList reports={seen} quiet />
        </Card>
      )}
    </Page>
  );
}
