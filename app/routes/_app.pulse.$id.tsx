import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { answerPage, answerPulse, answersInput, sheetInput } from "#modules/pulse/public.server.ts";
import { AnswerForm } from "#modules/pulse/ui/answer-form.tsx";
import { NotSent } from "#modules/pulse/ui/not-sent.tsx";
import { PromiseCard } from "#modules/pulse/ui/promise-card.tsx";
import { useLocal } from "#modules/pulse/ui/use-words.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "pulse:title" };

export const loader = page("pulses.answer", async ({ actor, params }) => {
  const pulse = await answerPage(actor, params["id"] ?? "", systemClock.now());
  if (pulse === null) throw notFound();
  return json({ pulse });
});

/** No key makes a repeated form answer again: what would be remembered is a person's answers. */
export const action = act("pulses.answer", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  await answerPulse(id, answersInput(form), { actor, source: "screen", now: systemClock.now() }, sheetInput(form));
  return redirectWithToast(`/pulse/${encodeURIComponent(id)}`, { key: "pulse:answer.sent" });
});

export default function AnswerPage() {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const local = useLocal();
  const { pulse } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { id, title, about, named, reads, sheet, questions, promise, cell, state } = pulse;
  const days = { opensOn: format.day(promise.opensOn), closesOn: format.day(promise.closesOn) };
  const lead = named === null ? t("answer.lead", { count: questions.length }) : t("circle.answerLead", { count: questions.length });
  return (
    <Page>
      <PageHeader title={about === null ? local(title) : t("circle.about", { title: local(title), name: about })} lead={state === "ready" ? lead : undefined} back={{ to: "/pulses", label: t("title") }} />
      {state !== "ready" && refused !== null && <NotSent answered={state === "answered"} questions={questions} typed={refused.typed} />}
      {state === "answered" && <EmptyState title={t("answer.answered")}>{reads ? t("answer.answeredHint", days) : t("circle.answeredHint")}</EmptyState>}
      {state === "not_open" && <EmptyState title={t("answer.notOpen")}>{t("answer.notOpenHint", days)}</EmptyState>}
      {state === "closed" && <EmptyState title={t("answer.closed")} action={reads && <LinkButton to={`/pulses/${id}/results`} variant="primary">{t("list.results")}</LinkButton>}>{reads ? t("answer.closedHint") : t("circle.closedHint")}</EmptyState>}
      {state !== "closed" && <PromiseCard id={id} promise={promise} cell={cell} about={about} named={named} />}
      {state === "ready" && (
        <Card>
          {named === "self" && <p className="font-semibold">{t("circle.answerSelf")}</p>}
          <AnswerForm questions={questions} sheet={sheet} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
        </Card>
      )}
    </Page>
  );
}
