import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ruleInForce } from "#composition/stories.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { mondayOf, readWeek } from "#modules/stories/public.ts";
import { lineUpOf } from "#modules/stories/public.server.ts";
import { LineUpCard } from "#modules/stories/ui/line-up-card.tsx";
import { PrintButton } from "#modules/stories/ui/print-button.tsx";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:lineUp.title" };

export const loader = page("line-up.read", async ({ actor, url }) => {
  const week = readWeek(url.searchParams.get("week")) ?? mondayOf(localDay(systemClock.now(), organisation().timeZone));
  return json({ week, card: await lineUpOf(actor, week, ruleInForce) });
});

export default function LineUpPrint() {
  const { week, card } = useLoaderData<typeof loader>();
  const { t } = useTranslation("stories");
  return (
    <Page>
      <div className="no-print">
        <PageHeader title={t("lineUp.title")} lead={t("lineUp.printLead")} back={{ to: `/line-up?week=${week}`, label: t("lineUp.title") }} actions={card && <PrintButton>{t("lineUp.printButton")}</PrintButton>} />
      </div>
      {card === null ? (
        <EmptyState title={t("lineUp.none")}>{t("lineUp.noneHint")}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4 print:text-[10.5pt]">
          <p className="flex flex-wrap items-baseline justify-between gap-2">
            <strong className="text-2xl">{t("lineUp.title")}</strong>
            <span className="text-muted">{t("lineUp.week", { day: week })}</span>
          </p>
          <LineUpCard card={card} whole />
        </div>
      )}
    </Page>
  );
}
