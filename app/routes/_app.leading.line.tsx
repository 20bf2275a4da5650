import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { leadingLine } from "#composition/leading.server.ts";
import { LeadingTabs } from "#modules/reviews/ui/leading-tabs.tsx";
import { LineCards } from "#modules/reviews/ui/line-cards.tsx";
import { MonthNav } from "#modules/reviews/ui/month-nav.tsx";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:line.title" };

export const loader = page("leading.read", async ({ actor, url }) => json({ line: await leadingLine(actor, url.searchParams.get("month")), cycles: can(actor, "leading.watch") }));

export default function LinePage() {
  const { line, cycles } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leading");
  return (
    <Page wide>
      <PageHeader title={t("line.title")} lead={t("line.lead")} />
      <LeadingTabs current="line" cycles={cycles} />
      {line.rows.length === 0 ? (
        <EmptyState title={t("line.none")}>{t("line.noneHint")}</EmptyState>
      ) : (
        <>
          <MonthNav at="/leading/line" month={line.month} earlier={line.earlier} later={line.later} />
          <LineCards line={line} />
        </>
      )}
    </Page>
  );
}
