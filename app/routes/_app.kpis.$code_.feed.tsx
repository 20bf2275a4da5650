import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { feedFigure, feedPage } from "#composition/kpis.server.ts";
import { newId } from "#kernel/ids.ts";
import { FeedForm } from "#modules/kpis/ui/feed-form.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:feed.title" };

export const loader = page("kpis.feed", async ({ actor, params }) => {
  const view = await feedPage(actor, params["code"] ?? "");
  if (view === null) throw notFound();
  return json({ ...view, idempotencyKey: newId() });
});

export const action = act(
  "kpis.feed",
  async ({ actor, params, form, remember }) => {
    const code = params["code"] ?? "";
    const to = `/kpis/${encodeURIComponent(code)}`;
    const preview = await feedFigure(actor, code, form, async (tx) => remember?.(tx, { status: 303, location: to }));
    return preview === null ? redirectWithToast(to, { key: "kpis:feed.saved" }) : json(preview);
  },
  { idempotent: true },
);

export default function FeedKpiPage() {
  const { t } = useTranslation("kpis");
  const { local } = useFigures();
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const looked = answer && "preview" in answer ? answer : null;
  const { definition } = data;
  return (
    <Page>
      <PageHeader title={t("feed.title")} lead={`${local(definition.name)}. ${t("feed.lead")}`} back={{ to: `/kpis/${definition.code}`, label: local(definition.name) }} />
      <Card>
        <FeedForm {...data} preview={looked?.preview ?? null} refusal={refused?.refusal ?? null} typed={refused?.typed ?? looked?.typed ?? {}} />
      </Card>
    </Page>
  );
}
