import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { maskTyped, storyBegins, tellFrom } from "#composition/stories.server.ts";
import { newId } from "#kernel/ids.ts";
import { listValues } from "#modules/people/public.server.ts";
import { storyFilters, storyInput } from "#modules/stories/public.server.ts";
import { StoryForm } from "#modules/stories/ui/story-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:form.title" };

export const loader = page("stories.tell", async ({ actor, url, t, locale }) => {
  const [begun, values, { touchpoints }] = await Promise.all([storyBegins(actor, url.searchParams, { t, locale }), listValues(), storyFilters(actor)]);
  return json({ ...begun, values: values.map(({ code, name, meaning }) => ({ code, name, meaning })), touchpoints, language: locale, idempotencyKey: newId(), mayEditValues: can(actor, "values.edit") });
});

export const action = act(
  "stories.tell",
  async ({ actor, form, remember, t, locale }) => {
    const reading = { t, locale };
    if (form.get("intent") === "mask") return json(await maskTyped(actor, form, reading));
    const draft = form.get("intent") === "draft";
    const { id } = await tellFrom(actor, storyInput(form), { draft, source: "screen" }, reading, remember);
    return redirectWithToast(`/stories/${id}`, { key: draft ? "stories:form.drafted" : "stories:form.posted" });
  },
  { idempotent: true },
);

export default function TellPage() {
  const { begins, source, mayEditValues, ...lists } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const refused = answer && "refusal" in answer ? answer : null;
  const masked = answer && "masked" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("form.title")} lead={t("form.lead")} back={{ to: "/stories", label: t("title") }} />
      {lists.values.length === 0 ? (
        <EmptyState title={t("form.noValues")} action={mayEditValues && <LinkButton to="/organisation/values" variant="primary">{t("form.noValues")}</LinkButton>}>{t("form.noValuesHint")}</EmptyState>
      ) : (
        <StoryForm key={masked ? JSON.stringify(masked.masked) : "form"} {...lists} source={source} typed={masked?.masked ?? refused?.typed ?? begins} refusal={refused?.refusal ?? null} masked={masked?.count ?? null} />
      )}
    </Page>
  );
}
