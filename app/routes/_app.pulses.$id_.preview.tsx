import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
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
  return json({ view, from: url.searchParams.get("from") === "answer" ? ("answer" as const) : null, mayWatch: can(actor, "pulses.read-groups") });
});

export default function PreviewPage() {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  const { view, from, mayWatch } = useLoaderData<typeof loader>();
  const name = view.about === null ? local(view.title) : t("circle.about", { title: local(view.title), name: view.about });
  const back = from === "answer" ? { to: `/pulse/${view.id}`, label: name } : mayWatch ? { to: `/pulses/${view.id}`, label: name } : { to: "/pulses", label: t("title") };
  return (
    <Page wide>
      <PageHeader title={t("page.preview")} lead={name} back={back} />
      <Banner tone="warn">{t("page.previewLead")}</Banner>
      <GroupCard view={view} from={from} />
      <Results view={view} />
    </Page>
  );
}
