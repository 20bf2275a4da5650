import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CalendarPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { doToCircle } from "#composition/circles.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { circleView } from "#modules/stories/public.server.ts";
import { CircleBadges, useCircleTime } from "#modules/stories/ui/circle-list.tsx";
import { AfterCircle, CancelCircle } from "#modules/stories/ui/host-forms.tsx";
import { useBilingual } from "#modules/stories/ui/use-bilingual.ts";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, buttonClasses, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:circles.title" };

export const loader = page("circles.read", async ({ actor, params, t, locale }) => {
  const now = systemClock.now();
  const circle = await circleView(actor, params["id"] ?? "", now);
  if (circle === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "circle", id: circle.id }, { t, locale, at: now });
  return json({ circle, thread, mayReport: can(actor, "improvements.report") });
});

export const action = act("circles.join", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  const key = await doToCircle(actor, id, form);
  return redirectWithToast(`/circles/${encodeURIComponent(id)}`, { key: `stories:circles.${key}` });
});

export default function CirclePage() {
  const { circle, thread, mayReport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const name = useBilingual();
  const time = useCircleTime();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const { may } = circle;
  const facts = [
    { label: t("circles.when"), value: time(circle) },
    { label: t("circles.where"), value: circle.where },
    circle.link !== null && { label: t("circles.linkLabel"), value: <a href={circle.link} rel="noreferrer" className="underline underline-offset-4">{t("circles.openLink")}</a> },
    { label: t("circles.host"), value: circle.host.name },
    circle.story !== null && { label: t("circles.story"), value: <Link to={`/stories/${circle.story.id}`} className="underline underline-offset-4">{circle.story.title}</Link> },
    circle.course !== null && { label: t("circles.course"), value: name(circle.course.name) },
  ];
  const full = circle.taken >= circle.places || circle.waiting > 0;
  return (
    <Page wide>
      <PageHeader
        title={circle.theme}
        lead={<span className="flex flex-wrap items-center gap-3">{t("circles.places", { taken: circle.taken, places: circle.places })}{circle.waiting > 0 && <span>{t("circles.waitingCount", { count: circle.waiting })}</span>}<CircleBadges circle={circle} /></span>}
        back={{ to: circle.past ? "/circles?of=past" : "/circles", label: t("circles.title") }}
        actions={
          <>
            {may.join && <Form method="post"><Button variant="primary" name="intent" value="join">{t(full ? "circles.joinWaiting" : "circles.join")}</Button></Form>}
            {may.host && !circle.past && <LinkButton to={`/circles/${circle.id}/edit`}>{t("circles.form.edit")}</LinkButton>}
            {(circle.mine === "going" || circle.mine === "host") && !circle.past && <a href={`/circles/${circle.id}/calendar`} download className={buttonClasses()}><CalendarPlus aria-hidden className="size-5" />{t("circles.calendar")}</a>}
          </>
        }
      />
      <FormErrors refusal={sent.refusal} fields={{ why: "why", learnt: "learnt" }} />
      {circle.cancelled && <Banner tone="warn" title={t("circles.cancelledTitle")}>{circle.cancelledWhy}</Banner>}
      <Columns
        aside={
          <>
            <Card>
              <DefinitionList items={facts} />
              {may.leave && <Form method="post"><Button variant="quiet" name="intent" value="leave">{t("circles.leave")}</Button></Form>}
              {may.host && !circle.past && <div className="border-t border-line"><CancelCircle {...sent} /></div>}
            </Card>
            <ThreadPanel thread={thread} />
          </>
        }
      >
        {circle.about !== null && <Card title={t("circles.about")}><p className="max-w-prose whitespace-pre-line">{circle.about}</p></Card>}
        {circle.past && may.host && <AfterCircle circle={circle} {...sent} />}
        {circle.past && !circle.cancelled && (!may.host || circle.learnt !== null) && (
          <Card title={t("circles.learnt")}>
            {circle.learnt === null ? <p className="text-muted">{t("circles.noLearnt")}</p> : <p className="max-w-prose whitespace-pre-line">{circle.learnt}</p>}
            {circle.learnt !== null && mayReport && <LinkButton to={`/improvements/new?from=circle:${circle.id}`} className="self-start">{t("circles.idea")}</LinkButton>}
          </Card>
        )}
        <Card title={t("circles.goingTitle")}>
          {circle.going.length === 0 ? <p className="text-muted">{t("circles.nobody")}</p> : (
            <ul className="flex flex-wrap gap-x-6 gap-y-2">
              {circle.going.map((person) => <li key={person.id}>{person.name}{person.attended === true && <span className="text-muted"> ({t("circles.came")})</span>}</li>)}
            </ul>
          )}
          {circle.queue.length > 0 && (
            <>
              <h3 className="font-semibold">{t("circles.queueTitle")}</h3>
              <ol className="list-decimal pl-6">{circle.queue.map((person) => <li key={person.id}>{person.name}</li>)}</ol>
            </>
          )}
        </Card>
      </Columns>
    </Page>
  );
}
