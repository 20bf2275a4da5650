import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#access/permissions.ts";
import { authorityGaps, periodOf } from "#modules/empowerment/public.server.ts";
import { GapTable, UnusedCard } from "#modules/empowerment/ui/insights/gaps.tsx";
import { LifeFrame } from "#modules/empowerment/ui/insights/life-frame.tsx";
import { page } from "#platform/http/page.server.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "insights:gaps.title" };

export const loader = page("insights.read", async ({ actor, url }) =>
  json({ view: await authorityGaps(actor, periodOf(url.searchParams)), mayWrite: can(actor, "policies.edit") }),
);

export default function GapsPage() {
  const { view, mayWrite } = useLoaderData<typeof loader>();
  return (
    <LifeFrame part="gaps" period={view.period}>
      <GapTable view={view} mayWrite={mayWrite} />
      <UnusedCard view={view} />
    </LifeFrame>
  );
}
