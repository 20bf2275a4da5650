import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { lifeAtLimits, periodOf } from "#modules/empowerment/public.server.ts";
import { LifeFrame } from "#modules/empowerment/ui/insights/life-frame.tsx";
import { BunchingTable, EdgeCard } from "#modules/empowerment/ui/insights/limits.tsx";
import { page } from "#platform/http/page.server.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "insights:tab.limits" };

export const loader = page("insights.read", async ({ actor, url }) => json({ view: await lifeAtLimits(actor, periodOf(url.searchParams)) }));

export default function LimitsPage() {
  const { t } = useTranslation("insights");
  const { view } = useLoaderData<typeof loader>();
  return (
    <LifeFrame part="limits" period={view.period}>
      <EdgeCard edge={view.edge} currency={view.period.currency} title={t("edge.title")} />
      <BunchingTable rows={view.bunching} />
    </LifeFrame>
  );
}
