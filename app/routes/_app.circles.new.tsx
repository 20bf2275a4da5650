import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { circleChoices, circleFromForm, usualDay } from "#composition/circles.server.ts";
import { newId } from "#kernel/ids.ts";
import { CircleForm } from "#modules/stories/ui/circle-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:circles.form.title" };

export const loader = page("circles.join", async ({ actor, url }) => {
  const choices = await circleChoices(actor);
  return json({ ...choices, begins: { day: usualDay(choices.today), time: "15:00", storyId: url.searchParams.get("story") ?? "" }, idempotencyKey: newId() });
});

export const action = act(
  "circles.join",
  async ({ actor, form, remember }) => redirectWithToast(`/circles/${await circleFromForm(actor, null, form, remember)}`, { key: "stories:circles.form.sent" }),
  { idempotent: true },
);

export default function PlanCirclePage() {
  const { begins, ...choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("circles.form.title")} lead={t("circles.form.lead")} back={{ to: "/circles", label: t("circles.title") }} />
      <CircleForm {...choices} typed={refused?.typed ?? begins} refusal={refused?.refusal ?? null} />
    </Page>
  );
}
