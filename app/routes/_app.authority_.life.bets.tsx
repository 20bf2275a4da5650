import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { betsInForce, periodOf } from "#modules/empowerment/public.server.ts";
import { BetCard } from "#modules/empowerment/ui/insights/bet.tsx";
import { LifeFrame } from "#modules/empowerment/ui/insights/life-frame.tsx";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "insights:bet.title" };

export const loader = page("insights.read", async ({ actor, url }) => json({ view: betsInForce(actor, periodOf(url.searchParams)) }));

export default function BetsPage() {
  const { t } = useTranslation("insights");
  const { view } = useLoaderData<typeof loader>();
  const { currency, everything } = view.period;
  return (
    <LifeFrame part="bets" period={view.period}>
      <p className="max-w-prose">{t("bet.lead")}</p>
      {view.bets.length === 0 && <EmptyState title={everything ? t("bet.empty") : t("bet.whole")} />}
      {view.bets.map((bet) => (
        <BetCard key={bet.rule.code} bet={bet} currency={currency} linked />
      ))}
    </LifeFrame>
  );
}
