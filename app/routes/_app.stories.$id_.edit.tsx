import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { editFrom, maskTyped } from "#composition/stories.server.ts";
import { newId } from "#kernel/ids.ts";
import { listValues } from "#modules/people/public.server.ts";
import { storyFilters, storyView } from "#modules/stories/public.server.ts";
import { StoryForm } from "#modules/stories/ui/story-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:form.edit" };

export const loader = page("stories.tell", async ({ actor, params }) => {
  const [view, values, { touchpoints }] = await Promise.all([storyView(actor, params["id"] ?? ""), listValues(), storyFilters(actor)]);
  if (view === null || !view.may.edit) throw notFound();
  const { parts, value, touchpoint, visibility, consent, keptReason, language } = view;
  const begins: Record<string, string> = {
    ...Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, text ?? ""])),
    value: value.code, touchpoint: touchpoint ?? "", visibility, language,
    ...(consent ? { consent: "on" } : {}), ...(keptReason === null ? {} : { keep: "on", keptReason }),
  };
  return json({ id: view.id, title: view.title, draft: view.draft, source: view.source, begins, values: values.map(({ code, name, meaning }) => ({ code, name, meaning })), touchpoints, language, idempotencyKey: newId() });
});

export const action = act("stories.tell", async ({ actor, params, form, t, locale }) => {
  const id = params["id"] ?? "";
  if (form.get("intent") === "mask") return json(await maskTyped(actor, form, { t, locale }));
  const view = await storyView(actor, id);
  if (view === null || !view.may.edit) throw notFound();
  await editFrom(actor, id, view.source, form, { t, locale });
  const key = view.draft ? (form.get("intent") === "draft" ? "drafted" : "posted") : "saved";
  return redirectWithToast(`/stories/${encodeURIComponent(id)}`, { key: `stories:form.${key}` });
});

export default function EditStoryPage() {
  const { id, title, draft, source, begins, ...lists } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const refused = answer && "refusal" in answer ? answer : null;
  const masked = answer && "masked" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("form.edit")} back={{ to: `/stories/${id}`, label: title }} />
      <StoryForm key={masked ? JSON.stringify(masked.masked) : "form"} {...lists} source={source} posted={!draft} typed={masked?.masked ?? refused?.typed ?? begins} refusal={refused?.refusal ?? null} masked={masked?.count ?? null} />
    </Page>
  );
}
