import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { answerFeedback, answerInput, feedbackItem, markRead } from "#modules/listening/public.server.ts";
import { FeedbackAnswer, FeedbackFacts, FeedbackWords } from "#modules/listening/ui/feedback-item.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "listening:item.title" };

export const loader = page("feedback.read", async ({ actor, params }) => {
  const item = await feedbackItem(actor, params["id"] ?? "");
  if (item === null) throw notFound();
  return json({ item });
});

export const action = act("feedback.answer", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/listening/${encodeURIComponent(id)}`;
  switch (form.get("intent")) {
    case "read":
      await markRead(id, asked);
      return redirectWithToast(here, { key: "listening:item.marked" });
    case "answer":
      await answerFeedback(id, answerInput(form), asked);
      return redirectWithToast(here, { key: "listening:item.answerSaved" });
    default:
      throw notFound();
  }
});

export default function FeedbackPage() {
  const { item } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("listening");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={t("item.title")} back={{ to: "/listening", label: t("title") }} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ answer: "answer" }} />
      <Columns aside={<FeedbackFacts item={item} />}>
        <FeedbackWords item={item} />
        <FeedbackAnswer item={item} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Columns>
    </Page>
  );
}
