import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lifeOverview, periodOf } from "#modules/empowerment/public.server.ts";
import { LifeFrame } from "#modules/empowerment/ui/insights/life-frame.tsx";
import { ApproverTable, AutonomyCard, RuleTable, TimesCard } from "#modules/empowerment/ui/insights/overview.tsx";
import { page } from "#platform/http/page.server.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "insights:title" };

export const loader = page("insights.read", async ({ actor, url }) => json({ life: await lifeOverview(actor, periodOf(url.searchParams)) }));

export default function LifePage() {
  const { life } = useLoaderData<typeof loader>();
  const { currency } = life.period;
  return (
    <LifeFrame part="overview" period={life.period}>
      <AutonomyCard total={life.total} months={life.months} />
      <TimesCard times={life.times} />
      <RuleTable rules={life.rules} currency={currency} />
      {life.approvers && <ApproverTable approvers={life.approvers} />}
    </LifeFrame>
  );
}
