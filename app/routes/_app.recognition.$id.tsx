import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import {
  addOn, addOnInput, commentInput, commentRecognition, editMessage, messageInput, reactionInput, recognitionPage, reportInput, reportRecognition, toggleReaction, withdrawRecognition,
} from "#modules/recognition/public.server.ts";
import { AddOnForm, CommentForm, OwnForms, Reactions, ReportForm } from "#modules/recognition/ui/answer-forms.tsx";
import { CardBody, CardHead, StateBadge } from "#modules/recognition/ui/recognition-card.tsx";
import { SaidList } from "#modules/recognition/ui/said-list.tsx";
import { useBilingual } from "#modules/recognition/ui/use-bilingual.ts";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast, safeRedirect } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ view: { giver: { name: string } } }> = { title: "recognition:page.title", titleParams: ({ view }) => ({ giver: view.giver.name }) };

export const loader = page("recognitions.read", async ({ actor, params, t, locale }) => {
  const id = params["id"] ?? "";
  const view = await recognitionPage(actor, id, evidenceSources);
  if (view === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "recognition", id }, { t, locale, at: systemClock.now() });
  return json({ view, thread, gives: can(actor, "recognitions.give"), tells: can(actor, "stories.tell"), idempotencyKey: newId() });
});

export const action = act(
  "recognitions.give",
  async ({ actor, params, form, remember }) => {
    const id = params["id"] ?? "";
    const here = `/recognition/${encodeURIComponent(id)}`;
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    const saved = (key: string, to = here) => redirectWithToast(to, { key: `recognition:page.${key}` });
    switch (form.get("intent")) {
      case "react":
        await toggleReaction(id, reactionInput(form), asked);
        return safeRedirect(here);
      case "add-on":
        await addOn(id, addOnInput(form), asked);
        return saved("addOnSaved");
      case "comment":
        await commentRecognition(id, commentInput(form), asked, (tx) => remember?.(tx, { status: 303, location: here }));
        return saved("commentSaved");
      case "edit":
        await editMessage(id, messageInput(form), asked);
        return saved("editSaved");
      case "withdraw":
        await withdrawRecognition(id, asked);
        return saved("withdrawn", "/recognition");
      case "report":
        await reportRecognition(id, reportInput(form), asked);
        return saved("reported");
      default:
        throw notFound();
    }
  },
  { idempotent: true },
);

export default function RecognitionDetail() {
  const { view, thread, gives, tells, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["recognition", "stories"]);
  const name = useBilingual();
  const refused = answer && "refusal" in answer ? answer : null;
  const typed = refused?.typed ?? {};
  const at = (intent: string) => ({ refusal: typed["intent"] === intent ? (refused?.refusal ?? null) : null, typed });
  const { may } = view;
  const facts = [
    { label: t("page.value"), value: <><Link to={`/organisation/values/${encodeURIComponent(view.value.code)}`} className="underline underline-offset-4">{name(view.value.name)}</Link> ({t("page.version", { version: view.version })})</> },
    { label: t("page.behaviourLabel"), value: name(view.behaviour) },
    { label: t("page.visibility"), value: t(`form.${view.visibility}`) },
  ];
  return (
    <Page wide>
      <PageHeader title={t("page.title", { giver: view.giver.name })} back={{ to: "/recognition", label: t("title") }} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ text: "text", message: typed["intent"] === "edit" ? "message" : "words", reason: "reason", words: "reportWords" }} />
      {view.hidden && <Banner tone="warn" title={t("page.hidden")}>{t("page.hiddenLead")}</Banner>}
      <Columns
        aside={
          <>
            <Card>
              <div className="flex flex-col items-start gap-2">
                <StateBadge state={view.state} />
                <p>{t(`sentence.${view.state}`)}</p>
              </div>
              <DefinitionList items={facts} />
              {(may.edit || may.report) && (
                <div className="flex flex-col divide-y divide-line border-t border-line">
                  {may.edit && <OwnForms message={view.message} {...at("edit")} />}
                  {may.report && <ReportForm {...at("report")} />}
                </div>
              )}
            </Card>
            {tells && !view.hidden && <LinkButton to={`/stories/new?recognition=${view.id}`} variant="quiet" className="self-start">{t("stories:fromDecision")}</LinkButton>}
            <ThreadPanel thread={thread} />
          </>
        }
      >
        <Card as="article">
          <CardHead view={view} />
          <CardBody view={view} />
          <Reactions reactions={view.reactions} may={gives && !view.hidden} />
        </Card>
        {(view.added.length > 0 || may.addOn) && (
          <Card title={t("page.added")}>
            {view.added.length > 0 && <SaidList said={view.added} label={t("page.added")} />}
            {may.addOn && <AddOnForm {...at("add-on")} />}
          </Card>
        )}
        <Card title={t("page.comments")}>
          {view.said.length === 0 ? <p className="text-muted">{t("page.noComments")}</p> : <SaidList said={view.said} label={t("page.comments")} />}
          {may.comment && <CommentForm {...at("comment")} idempotencyKey={idempotencyKey} />}
        </Card>
      </Columns>
    </Page>
  );
}
