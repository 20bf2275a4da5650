import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { doToStory } from "#composition/stories.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { storyFindingsOf, storyView } from "#modules/stories/public.server.ts";
import { AnswersCard } from "#modules/stories/ui/answers-card.tsx";
import { PrintButton } from "#modules/stories/ui/print-button.tsx";
import { StoryLine, StoryParts } from "#modules/stories/ui/story-card.tsx";
import { EditorCard, ReportStory, WithdrawStory } from "#modules/stories/ui/story-forms.tsx";
import { useBilingual } from "#modules/stories/ui/use-bilingual.ts";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast, safeRedirect } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:title" };

export const loader = page("stories.read", async ({ actor, params, t, locale }) => {
  const view = await storyView(actor, params["id"] ?? "");
  if (view === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "story", id: view.id }, { t, locale, at: systemClock.now() });
  const findings: Awaited<ReturnType<typeof storyFindingsOf>> = view.may.editor ? await storyFindingsOf(view) : [];
  return json({ view, thread, findings, mayReport: can(actor, "improvements.report"), mayTeach: can(actor, "courses.edit"), idempotencyKey: newId() });
});

export const action = act(
  "stories.tell",
  async ({ actor, params, form, remember }) => {
    const id = params["id"] ?? "";
    const key = await doToStory(actor, id, form, remember);
    const to = key === "withdrawn" ? "/stories" : `/stories/${encodeURIComponent(id)}`;
    return key === "" ? safeRedirect(to) : redirectWithToast(to, { key: `stories:page.${key}` });
  },
  { idempotent: true },
);

export default function StoryDetail() {
  const { view, thread, findings, mayReport, mayTeach, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const name = useBilingual();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const { may, source } = view;
  const facts = [
    { label: t("page.value"), value: <Link to={`/organisation/values/${encodeURIComponent(view.value.code)}`} className="underline underline-offset-4">{name(view.value.name)}</Link> },
    view.touchpoint !== null && { label: t("page.touchpoint"), value: view.touchpoint },
    source !== null && { label: t("page.toldFrom"), value: t(`page.source.${source.kind}`) },
  ];
  return (
    <Page wide>
      <PageHeader
        title={<span lang={view.language}>{view.title}</span>}
        lead={<StoryLine view={view} />}
        back={{ to: "/stories", label: t("title") }}
        actions={
          <span className="no-print flex flex-wrap gap-2">
            {may.edit && <LinkButton to={`/stories/${view.id}/edit`}>{t("form.edit")}</LinkButton>}
            {may.save && (
              <Form method="post"><Button name="intent" value={view.saved ? "unsave" : "save"} variant="quiet">{t(view.saved ? "page.unsave" : "page.save")}</Button></Form>
            )}
            <PrintButton quiet>{t("page.print")}</PrintButton>
          </span>
        }
      />
      <FormErrors refusal={sent.refusal} fields={{ text: "text", reason: "reason", askWords: "askWords", hideReason: "hideReason" }} />
      {view.hidden && <Banner tone="warn" title={t("page.hiddenTitle")}>{t("page.hiddenText", { reason: view.hiddenReason ?? "" })}</Banner>}
      <Columns
        aside={
          <div className="no-print flex flex-col gap-6">
            <Card>
              <DefinitionList items={facts} />
              {mayReport && !view.draft && <LinkButton to={`/improvements/new?from=story:${view.id}`} variant="quiet" className="self-start">{t("page.improve")}</LinkButton>}
              {mayTeach && !view.draft && !view.hidden && <LinkButton to={`/courses/new?story=${view.id}`} variant="quiet" className="self-start">{t("page.teach")}</LinkButton>}
              {(may.edit || may.report) && (
                <div className="flex flex-col divide-y divide-line border-t border-line">
                  {may.edit && <WithdrawStory />}
                  {may.report && <ReportStory {...sent} />}
                </div>
              )}
            </Card>
            <ThreadPanel thread={thread} />
            {may.editor && <EditorCard view={view} findings={findings} {...sent} />}
          </div>
        }
      >
        <Card as="article">
          <StoryParts parts={view.parts} language={view.language} />
        </Card>
        <AnswersCard view={view} {...sent} idempotencyKey={idempotencyKey} />
      </Columns>
    </Page>
  );
}
