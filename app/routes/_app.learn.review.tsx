import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { dueCard, reviewCard, reviewInput } from "#modules/learning/public.server.ts";
import { ReviewCard } from "#modules/learning/ui/review-card.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "learning:review.title" };

export const loader = page("learning.take", async ({ actor }) => json({ card: await dueCard(actor, systemClock.now()), id: newId() }));

export const action = act("learning.take", async ({ actor, form }) => {
  const due = await reviewCard(reviewInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/learn/review", { key: "learning:review.kept", params: { at: due.toISOString() } });
});

export default function ReviewPage() {
  const { t } = useTranslation("learning");
  const { card, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("review.title")} lead={t("review.lead")} back={{ to: "/learn", label: t("title") }} />
      {card === null ? (
        <EmptyState title={t("review.done")} action={<LinkButton to="/learn">{t("title")}</LinkButton>}>{t("review.doneHint")}</EmptyState>
      ) : (
        <ReviewCard key={`${card.course}/${card.card}`} view={card} id={id} sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} />
      )}
    </Page>
  );
}
