import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { waitingOnMe } from "#modules/empowerment/public.server.ts";
import { ApprovalCard } from "#modules/empowerment/ui/approval-card.tsx";
import { useUpdates } from "#modules/empowerment/ui/use-updates.ts";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "decide:approvals.title" };

export const loader = page("approvals.read", async ({ actor, locale }) => json({ waiting: await waitingOnMe(actor, locale) }));

export default function ApprovalsPage() {
  const { t } = useTranslation("decide");
  const { waiting } = useLoaderData<typeof loader>();
  useUpdates();
  return (
    <Page>
      <PageHeader title={t("approvals.title")} {...(waiting.length > 0 ? { lead: t("approvals.count", { count: waiting.length }) } : {})} />
      {waiting.length === 0 && <EmptyState title={t("approvals.empty")}>{t("approvals.emptyHint")}</EmptyState>}
      <div aria-live="polite" className="flex flex-col gap-4">
        {waiting.map((approval, index) => (
          <ApprovalCard key={approval.id} approval={approval} first={index === 0} />
        ))}
      </div>
    </Page>
  );
}
