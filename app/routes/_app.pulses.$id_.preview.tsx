import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pulsePreview } from "#modules/pulse/public.server.ts";
import { GroupCard, Results } from "#modules/pulse/ui/results.tsx";
import { useLocal } from "#modules/pulse/ui/use-words.ts";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { Banner } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "pulse:page.preview" };

export const loader = page("pulses.read", async ({ actor, params, url }) => {
  const view = await pulsePreview(actor, params["id"] ?? "", url.searchParams.get("group"));
  if (view === null) throw notFound();
  return json({ view });
});

export default function PreviewPage() {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  const { view } = useLoaderData<typeof loader>();
  return (
    <Page wide>
      <PageHeader title={t("page.preview")} lead={view.about === null ? local(view.title) : t("circle.about", { title: local(view.title), name: view.about })} back={{ to: "/pulses", label: t("title") }} />
      <Banner tone="warn">{t("page.previewLead")}</Banner>
      <GroupCard view={view} />
      <Results view={view} />
    </Page>
  );
}
