import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { likelyColleagues } from "#composition/customer-page.server.ts";
import { doToImprovement, improvementPage } from "#composition/improvements.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { AnswerForm } from "#modules/improvements/ui/answer-form.tsx";
import { ReturnedBadge, StateBadge } from "#modules/improvements/ui/badges.tsx";
import { ConfirmForm } from "#modules/improvements/ui/confirm-form.tsx";
import { EffectCard } from "#modules/improvements/ui/effect-card.tsx";
import { Owners } from "#modules/improvements/ui/owners.tsx";
import { PlanCard } from "#modules/improvements/ui/plan-card.tsx";
import { AboutCard, ReportCard } from "#modules/improvements/ui/report-card.tsx";
import { StepsCard } from "#modules/improvements/ui/steps-card.tsx";
import { StoryCard } from "#modules/improvements/ui/story-card.tsx";
import { BeginTrial, DecideTrial, RecordFigures, Verify } from "#modules/improvements/ui/trial-forms.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge, Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ improvement: { number: string } }> = { title: "improvements:page.title", titleParams: ({ improvement }) => ({ number: improvement.number }) };

export const loader = page("improvements.read", async ({ actor, params, t, locale }) => {
  const improvement = await improvementPage(actor, params["id"] ?? "");
  if (improvement === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "improvement", id: improvement.id }, { t, locale, at: systemClock.now() });
  const mayThank = can(actor, "recognitions.give") && improvement.state === "verified" && !improvement.mine;
  return json({ improvement, thread, mayThank, colleagues: improvement.may.addStep ? await likelyColleagues(actor) : [] });
});

export const action = act("improvements.finish-step", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  const done = await doToImprovement(actor, id, form);
  return redirectWithToast(`/improvements/${encodeURIComponent(id)}`, { key: `improvements:${done}` });
});

export default function ImprovementPage() {
  const { t } = useTranslation(["improvements", "recognition"]);
  const { improvement, thread, mayThank, colleagues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const { may, effect, plan, state, confirmation } = improvement;
  const next = state === "answered" && improvement.answer === "needed" ? "answeredNeeded" : state;
  const decides = may.moves.includes("adopt") || (may.moves.includes("revert") && state === "adopted");
  return (
    <Page wide>
      <PageHeader
        title={improvement.title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StateBadge state={state} answer={improvement.answer} />
            {improvement.returnedAt && <ReturnedBadge />}
            {improvement.number} · {t(`kind.${improvement.kind}`)}
          </span>
        }
        back={{ to: "/improvements", label: t("title") }}
        actions={
          <>
            {may.moves.includes("plan") && plan === null && <LinkButton to={`/improvements/${improvement.id}/plan`} variant="primary">{t("plan.title")}</LinkButton>}
            {mayThank && <LinkButton to={`/recognition/new?improvement=${improvement.id}`}>{t("recognition:give")}</LinkButton>}
          </>
        }
      />
      {sent.typed["intent"] === "finish-step" && <FormErrors refusal={sent.refusal} />}
      <Columns
        aside={
          <>
            <Owners owners={improvement.owners} state={state} />
            <AboutCard improvement={improvement} ruleName={improvement.ruleName} decision={improvement.decision} />
            <ThreadPanel thread={thread} />
            {may.arrange && <LinkButton to={`/improvements/${improvement.id}/arrange`} variant="quiet" className="self-start">{t("page.arrange")}</LinkButton>}
          </>
        }
      >
        <p className="max-w-prose">{t(`page.next.${next}`)}</p>
        {improvement.mergedInto && (
          <Banner tone="info">
            <Link to={`/improvements/${improvement.mergedInto.id}`} className="underline underline-offset-4">{t("page.mergedInto", { number: improvement.mergedInto.number })}</Link>
          </Banner>
        )}
        {improvement.returnedAt && <Banner tone="warn">{t("page.returned", { at: improvement.returnedAt })}</Banner>}
        {may.confirm && improvement.confirmBy && <ConfirmForm until={improvement.confirmBy} sent={sent} />}
        <ReportCard improvement={improvement} />
        {may.answer.length > 0 && <AnswerForm departments={may.answer} sent={sent} />}
        {plan && <PlanCard improvement={improvement} plan={plan} />}
        {plan && <StepsCard steps={improvement.steps} mayAdd={may.addStep} colleagues={colleagues} sent={sent} />}
        {effect && <EffectCard effect={effect} trialFrom={improvement.trialFrom} scope={improvement.scope} />}
        {may.figures && effect && <RecordFigures phase={may.figures} shape={effect.measure.shape} sent={sent} />}
        {may.moves.includes("begin_trial") && <BeginTrial sent={sent} />}
        {may.moves.includes("verify") && effect && <Verify ready={effect.comparison.verdict === "better"} sent={sent} />}
        {decides && <DecideTrial moves={may.moves} sent={sent} />}
        {confirmation && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={confirmation === "confirmed" ? "good" : confirmation === "asked" ? "waiting" : "warn"}>{t(`confirmation.${confirmation}`)}</Badge>
            {improvement.watchUntil && !improvement.returnedAt && <span className="text-muted">{t("page.watched", { until: improvement.watchUntil })}</span>}
          </p>
        )}
        <StoryCard story={improvement.story} />
      </Columns>
    </Page>
  );
}
