import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { saveWhoWeAre, whoInput, whoWeAre } from "#modules/reviews/public.server.ts";
import { WhoForm } from "#modules/reviews/ui/who-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:who.editTitle" };

export const loader = page("who-we-are.edit", async () => json({ who: await whoWeAre() }));

export const action = act("who-we-are.edit", async ({ actor, form }) => {
  await saveWhoWeAre(whoInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/who-we-are", { key: "leading:who.saved" });
});

export default function WhoWeAreEditPage() {
  const { who } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("who.editTitle")} lead={t("who.lead")} back={{ to: "/who-we-are", label: t("who.title") }} />
      <WhoForm who={who} refusal={refused?.refusal ?? null} typed={refused?.typed ?? null} />
    </Page>
  );
}
