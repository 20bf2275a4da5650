import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { kpiTree } from "#modules/kpis/public.server.ts";
import { Tree } from "#modules/kpis/ui/tree.tsx";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:tree.title" };

export const loader = page("kpis.read", async ({ actor }) => {
  const tree = await kpiTree(actor, systemClock.now());
  if (tree === null) throw notFound();
  return json({ tree });
});

export default function TreePage() {
  const { t } = useTranslation("kpis");
  const { tree } = useLoaderData<typeof loader>();
  return (
    <Page wide>
      <PageHeader title={t("tree.title")} lead={t("tree.lead")} back={{ to: "/kpis", label: t("title") }} />
      <Tree tree={tree} />
    </Page>
  );
}
