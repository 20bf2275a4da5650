import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { cyclePage } from "#modules/reviews/public.server.ts";
import { CycleTable } from "#modules/reviews/ui/cycle-table.tsx";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:cycle.title" };

export const loader = page("leading.watch", async ({ params }) => {
  const cycle = await cyclePage(params["id"] ?? "", systemClock.now());
  if (cycle === null) throw notFound();
  return json(cycle);
});

export default function CyclePage() {
  const { cycle, ...standing } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leading");
  const format = useFormat();
  return (
    <Page wide>
      <PageHeader title={t("cycles.span", { from: format.day(cycle.from), to: format.day(cycle.to) })} lead={t("cycle.lead")} back={{ to: "/leading/cycles", label: t("cycles.title") }} />
      <CycleTable cycle={standing} />
    </Page>
  );
}
