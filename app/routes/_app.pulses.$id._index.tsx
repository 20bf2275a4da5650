import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { audiencePlaces, doToPulse } from "#composition/pulses.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { pulseView } from "#modules/pulse/public.server.ts";
import { LaunchReview, PulseActs } from "#modules/pulse/ui/pulse-acts.tsx";
import { PulseForm } from "#modules/pulse/ui/pulse-form.tsx";
import { QuestionList } from "#modules/pulse/ui/question-list.tsx";
import { useLocal } from "#modules/pulse/ui/use-words.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge, Banner } from "#ui/feedback.tsx";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "pulse:title" };

export const loader = page("pulses.read-groups", async ({ actor, params, url }) => {
  const pulse = await pulseView(actor, params["id"] ?? "");
  if (pulse === null) throw notFound();
  const mayDesign = can(actor, "pulses.design");
  const launching = pulse.state === "draft" && mayDesign && url.searchParams.has("launch");
  return json({ pulse, mayDesign, launching, mayReadResults: pulse.mayReadResults, ...(await audiencePlaces()) });
});

export const action = act("pulses.design", async ({ actor, params, form }) => {
  const { done, to } = await doToPulse(actor, params["id"] ?? "", form);
  return redirectWithToast(to, { key: `pulse:${done}` });
});

export default function PulsePage() {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const local = useLocal();
  const { pulse, mayDesign, launching, mayReadResults, departments, sites } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const { state, fields, questions, invited, cells, about, circle } = pulse;
  const title = local({ vi: fields.titleVi, en: fields.titleEn });
  const { mode, kScores, kComments, opensOn, closesOn } = fields;
  return (
    <Page wide>
      <PageHeader
        title={about === null ? title : t("circle.about", { title, name: about })}
        lead={<Badge tone={state === "open" ? "good" : "neutral"}>{t(`state.${state}`)}</Badge>}
        back={launching ? { to: `/pulses/${pulse.id}`, label: t("page.editAgain") } : { to: "/pulses", label: t("title") }}
        actions={
          <>
            {state === "closed" && mayReadResults && <LinkButton to={`/pulses/${pulse.id}/results`} variant="primary">{t("list.results")}</LinkButton>}
            <LinkButton to={`/pulses/${pulse.id}/preview`}>{t("page.preview")}</LinkButton>
          </>
        }
      />
      {circle !== null && (
        <Card title={t("circle.proposed")}>
          {circle.length === 0 ? <p>{t("circle.tooFew")}</p> : <DefinitionList items={circle.map(({ kind, invited: of }) => ({ label: t(`results.${kind}`, { name: "" }), value: t("page.people", { count: of }) }))} />}
          <p className="text-sm text-muted">{t("circle.proposedHint")}</p>
        </Card>
      )}
      <Columns aside={mayDesign && !launching && <PulseActs state={state} revision={pulse.revision} aboutSomebody={circle !== null} sent={sent} />}>
        {launching ? (
          <LaunchReview {...pulse} sent={sent} />
        ) : state === "draft" && mayDesign ? (
          <Card>
            <PulseForm {...pulse} {...(circle === null ? {} : { leaders: [] })} departments={departments} sites={sites} idempotencyKey={null} {...sent} />
          </Card>
        ) : (
          <>
            {state === "open" && <Banner tone="info">{t("page.running")}</Banner>}
            <Card>
              <DefinitionList
                items={[
                  { label: t("page.days"), value: t("list.from", { from: format.day(opensOn), to: format.day(pulse.closedOn ?? closesOn) }) },
                  invited !== null && { label: t("page.invited"), value: t("page.people", { count: invited }) },
                  { label: t("page.promise"), value: t("page.promiseValue", { mode: t(`mode.${mode}`), scores: kScores, comments: kComments }) },
                  cells !== null && circle === null && { label: t("page.cells"), value: t("page.cellsValue", { count: cells, k: kScores }) },
                ]}
              />
            </Card>
            <Card title={t("page.questions")}>
              <QuestionList questions={questions} />
            </Card>
          </>
        )}
      </Columns>
    </Page>
  );
}
