import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fearByTeam, periodOf } from "#modules/empowerment/public.server.ts";
import { FearTeams } from "#modules/empowerment/ui/insights/fear.tsx";
import { LifeFrame } from "#modules/empowerment/ui/insights/life-frame.tsx";
import { page } from "#platform/http/page.server.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "insights:fear.title" };

export const loader = page("insights.read", async ({ actor, url }) => json({ view: fearByTeam(actor, periodOf(url.searchParams)) }));

export default function AskingPage() {
  const { view } = useLoaderData<typeof loader>();
  return (
    <LifeFrame part="asking" period={view.period} whole>
      <FearTeams view={view} />
    </LifeFrame>
  );
}
