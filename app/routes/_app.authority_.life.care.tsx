import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { careCompared, periodOf } from "#modules/empowerment/public.server.ts";
import { GoodwillTable, LesserRules, WorseCare } from "#modules/empowerment/ui/insights/care.tsx";
import { LifeFrame } from "#modules/empowerment/ui/insights/life-frame.tsx";
import { page } from "#platform/http/page.server.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "insights:care.title" };

export const loader = page("insights.read", async ({ actor, url }) => json({ view: await careCompared(actor, periodOf(url.searchParams)) }));

export default function CarePage() {
  const { t } = useTranslation("insights");
  const { view } = useLoaderData<typeof loader>();
  const { currency } = view.period;
  return (
    <LifeFrame part="care" period={view.period}>
      <p className="max-w-prose">{t("care.lead")}</p>
      <WorseCare view={view} />
      <LesserRules rows={view.lesserRules} currency={currency} />
      {view.goodwill && <GoodwillTable rows={view.goodwill} currency={currency} />}
    </LifeFrame>
  );
}
