import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cancelDecisionOf, recordResultOf } from "#composition/decision-outcome.server.ts";
import { decisionVoices } from "#composition/listening.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { decisionDetail, markGiven } from "#modules/empowerment/public.server.ts";
import { ApprovalPath, DecisionFacts } from "#modules/empowerment/ui/decision-facts.tsx";
import { FollowUp } from "#modules/empowerment/ui/follow-up.tsx";
import { OverturnNote } from "#modules/empowerment/ui/overturn-note.tsx";
import { RuleTraces } from "#modules/empowerment/ui/rule-traces.tsx";
import { StateBadge } from "#modules/empowerment/ui/state-badge.tsx";
import { useUpdates } from "#modules/empowerment/ui/use-updates.ts";
import { VerdictPanel, useBilingual } from "#modules/empowerment/ui/verdict-panel.tsx";
import { WordsToSay } from "#modules/empowerment/ui/words-to-say.tsx";
import { DecisionAnswers } from "#modules/listening/ui/decision-answers.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { can } from "#access/permissions.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ decision: { number: string } }> = { title: "decide:decision.title", titleParams: ({ decision }) => ({ number: decision.number }) };

export const loader = page("decisions.read", async ({ actor, params, t, locale }) => {
  const decision = await decisionDetail(actor, params.id ?? "", locale);
  if (decision === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "decision", id: decision.id }, { t, locale, at: systemClock.now() });
  const voices = await decisionVoices(actor, decision.id);
  const thanks = can(actor, "recognitions.give") && decision.person.id !== actor.personId && ["granted", "approved"].includes(decision.state);
  const may = { decide: can(actor, "decisions.record"), test: can(actor, "policies.edit"), report: can(actor, "improvements.report"), thank: thanks, tell: can(actor, "stories.tell"), care: can(actor, "care.ask") && decision.person.id === actor.personId };
  return json({ decision, thread, voices, may });
});

export const action = act("decisions.follow-up", async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/decisions/${encodeURIComponent(id)}`;
  switch (form.get("intent")) {
    case "given":
      await markGiven(actor, id);
      return redirectWithToast(here, { key: "decide:decision.givenSaved" });
    case "result":
      await recordResultOf(actor, id, { result: String(form.get("result") ?? ""), csat: form.get("csat") ? Number(form.get("csat")) : null, note: String(form.get("note") ?? "") || null });
      return redirectWithToast(here, { key: "decide:decision.resultSaved" });
    case "cancel":
      await cancelDecisionOf(actor, id);
      return redirectWithToast(here, { key: "decide:decision.cancelled" });
    default:
      throw notFound();
  }
});

export default function DecisionPage() {
  const { t } = useTranslation(["decide", "empowerment", "policy", "improvements", "recognition", "stories", "care"]);
  const { decision, voices, thread, may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const format = useFormat();
  const name = useBilingual();
  useUpdates();
  const { verdict, approvedAmount } = decision;
  const waitingOn = decision.state === "pending" ? decision.approvals.find((step) => step.state === "pending") : undefined;
  const answered = decision.state !== "pending" && decision.approvals.length > 0;
  const currency = decision.amount?.currency ?? verdict.room?.currency ?? "VND";
  const same = `/decide?${new URLSearchParams({ customer: decision.customerRef ?? "walk-in", ...(decision.orderRef ? { order: decision.orderRef } : { order: "none" }), reason: decision.reason.code, channel: decision.channel.code }).toString()}`;
  const gesture = name(decision.gesture.name);
  return (
    <Page wide>
      <PageHeader
        title={decision.amount ? `${gesture} ${format.money(decision.amount)}` : gesture}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StateBadge state={decision.state} />
            {decision.number}
            {answered && approvedAmount && <strong className="text-ink">{t("decision.approvedAmount", { amount: approvedAmount })}</strong>}
          </span>
        }
        back={{ to: "/decisions", label: t("decisions.title") }}
        actions={
          <>
            {may.thank && <LinkButton to={`/recognition/new?decision=${decision.id}`}>{t("recognition:give")}</LinkButton>}
            {may.test && <LinkButton to={`/decisions/${decision.id}/test`}>{t("policy:tests.use")}</LinkButton>}
          </>
        }
      />
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      <Columns
        aside={
          <>
            {decision.approvals.length > 0 && (
              <Card title={t("decision.path")}>
                <ApprovalPath steps={decision.approvals} />
              </Card>
            )}
            <Card title={t("decision.facts")}>
              <DecisionFacts decision={decision} />
              <details>
                <summary className="inline-flex min-h-target cursor-pointer items-center underline underline-offset-4">{t("decision.explain")}</summary>
                <RuleTraces rules={decision.rules} currency={currency} />
              </details>
            </Card>
            <ThreadPanel thread={thread} />
          </>
        }
      >
        {answered ? (
          <WordsToSay say={verdict.say} />
        ) : (
          <VerdictPanel
            verdict={verdict}
            currency={currency}
            full
            linkTo={(other) => `${same}&gesture=${encodeURIComponent(other)}`}
            {...(waitingOn ? { waiting: { title: t("decision.waiting", { name: waitingOn.approver.name }), lead: t("decision.waitingLead"), dueAt: waitingOn.dueAt } } : {})}
          />
        )}
        <FollowUp decision={decision} />
        <DecisionAnswers decisionId={decision.id} {...voices} />
        {may.decide && (
          <div className="flex flex-wrap gap-2">
            <LinkButton to="/decide">{t("decision.again")}</LinkButton>
            <LinkButton to={same} variant="quiet">{t("decision.sameCustomer")}</LinkButton>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          {may.report && <LinkButton to={`/improvements/new?decision=${encodeURIComponent(decision.id)}`} variant="quiet">{t("improvements:fromDecision")}</LinkButton>}
          {may.tell && <LinkButton to={`/stories/new?decision=${encodeURIComponent(decision.id)}`} variant="quiet">{t("stories:fromDecision")}</LinkButton>}
          {may.care && <LinkButton to="/care" variant="quiet">{t("care:ask")}</LinkButton>}
        </div>
        {decision.receipt && verdict.rule && (
          <Banner tone="good" title={t("empowerment:receipt.title")}>
            {t("empowerment:receipt.text", { number: decision.number, rule: name(verdict.rule.name), version: verdict.policyVersion })}
          </Banner>
        )}
        <OverturnNote decision={decision} />
      </Columns>
    </Page>
  );
}
