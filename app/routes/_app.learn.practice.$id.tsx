import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { observationInput, observePractice, reportView } from "#modules/learning/public.server.ts";
import { ObserveForm } from "#modules/learning/ui/observe-form.tsx";
import { ReportBadge } from "#modules/learning/ui/practice-lesson.tsx";
import { Observations, ReportTold } from "#modules/learning/ui/report-told.tsx";
import { useText } from "#modules/learning/ui/use-text.ts";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "learning:practice.title" };

export const loader = page("learning.read", async ({ actor, params, t, locale }) => {
  const report = await reportView(actor, params["id"] ?? "");
  if (report === null) throw notFound();
  return json({ report, observes: can(actor, "learning.observe"), thread: await threadPanel(actor, { kind: "practice", id: report.id }, { t, locale, at: systemClock.now() }), idempotencyKey: newId() });
});

export const action = act(
  "learning.observe",
  async ({ actor, params, form, remember }) => {
    const href = "/learn/practice";
    await observePractice(params["id"] ?? "", observationInput(form), { actor, source: "screen", now: systemClock.now() }, (tx) => remember?.(tx, { status: 303, location: href }));
    return redirectWithToast(href, { key: "learning:practice.saved" });
  },
  { idempotent: true },
);

export default function ReportPage() {
  const { t } = useTranslation("learning");
  const text = useText();
  const { report, observes, thread, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader
        title={t("practice.report", { name: report.person.name })}
        lead={<span className="flex flex-wrap items-center gap-3">{text(report.title)}: {text(report.lesson)} <ReportBadge state={report.state} /></span>}
        back={observes && !report.mine ? { to: "/learn/practice", label: t("practice.waiting") } : { to: `/learn/${report.course}`, label: text(report.title) }}
      />
      <Columns aside={<ThreadPanel thread={thread} />}>
        <ReportTold report={report} />
        <Observations report={report} />
        {report.may.observe && <ObserveForm report={report} sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} idempotencyKey={idempotencyKey} />}
      </Columns>
    </Page>
  );
}
