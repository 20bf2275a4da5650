import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { addFeedback, feedbackInput, placeNames } from "#modules/listening/public.server.ts";
import { FeedbackForm } from "#modules/listening/ui/feedback-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "listening:new.title" };

export const loader = page("feedback.add", async () => {
  const { touchpoints } = await placeNames();
  return json({ touchpoints, idempotencyKey: newId() });
});

export const action = act(
  "feedback.add",
  async ({ actor, form, remember }) => {
    const to = (id: string) => `/listening/${id}`;
    const { id } = await addFeedback(feedbackInput(form), { actor, source: "screen", now: systemClock.now() }, (tx, made) => remember?.(tx, { status: 303, location: to(made) }));
    return redirectWithToast(to(id), { key: "listening:new.saved" });
  },
  { idempotent: true },
);

export default function NewFeedbackPage() {
  const { touchpoints, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("listening");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("new.title")} lead={t("new.lead")} back={{ to: "/listening", label: t("title") }} />
      <FeedbackForm touchpoints={touchpoints} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} idempotencyKey={idempotencyKey} />
    </Page>
  );
}
