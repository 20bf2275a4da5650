import { json } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { answerFeedback, answerInput, feedbackItem, markRead } from "#modules/listening/public.server.ts";
import { FeedbackAnswer, FeedbackFacts, FeedbackWords } from "#modules/listening/ui/feedback-item.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "listening:item.title" };

export const loader = page("feedback.read", async ({ actor, params, t, locale }) => {
  const id = params["id"] ?? "";
  const item = await feedbackItem(actor, id);
  if (item === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "feedback", id }, { t, locale, at: systemClock.now() });
  return json({ item, thread, mayReport: can(actor, "improvements.report"), mayTell: can(actor, "stories.tell") });
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
  const { item, thread, mayReport, mayTell } = useLoaderData<typeof loader>();
  const params = useParams();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["listening", "improvements", "stories"]);
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={t("item.title")} back={{ to: "/listening", label: t("title") }} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ answer: "answer" }} />
      <Columns
        aside={
          <>
            <FeedbackFacts item={item} />
            <ThreadPanel thread={thread} />
          </>
        }
      >
        <FeedbackWords item={item} />
        <FeedbackAnswer item={item} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
        <div className="flex flex-wrap gap-2">
          {mayReport && <LinkButton to={`/improvements/new?feedback=${params["id"] ?? ""}`}>{t("improvements:fromFeedback")}</LinkButton>}
          {mayTell && <LinkButton to={`/stories/new?feedback=${params["id"] ?? ""}`} variant="quiet">{t("stories:fromDecision")}</LinkButton>}
        </div>
      </Columns>
    </Page>
  );
}
