import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { pulseActions, tieToResults } from "#composition/pulses.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { StateBadge } from "#modules/improvements/ui/badges.tsx";
import { pulseResults } from "#modules/pulse/public.server.ts";
import { GroupCard, Results } from "#modules/pulse/ui/results.tsx";
import { ActionsCard, GuideCard } from "#modules/pulse/ui/small-forms.tsx";
import { useLocal } from "#modules/pulse/ui/use-words.ts";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "pulse:results.title" };

export const loader = page("pulses.read", async ({ actor, params, url, t, locale }) => {
  const id = params["id"] ?? "";
  const view = await pulseResults(actor, id, url.searchParams.get("group"));
  if (view === null) throw notFound();
  const [actions, thread] = await Promise.all([pulseActions(actor, id), threadPanel(actor, { kind: "pulse", id }, { t, locale, at: systemClock.now() })]);
  return json({ view, actions, thread, mayExport: can(actor, "pulses.read-groups") && view.state === "closed" });
});

export const action = act("improvements.answer", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  await tieToResults(actor, id, form);
  return redirectWithToast(`/pulses/${encodeURIComponent(id)}/results`, { key: "pulse:actions.tied" });
});

export default function ResultsPage() {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  const { view, actions, thread, mayExport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const closed = view.state === "closed";
  return (
    <Page wide>
      <PageHeader
        title={view.about === null ? local(view.title) : t("circle.about", { title: local(view.title), name: view.about })}
        lead={view.about === null ? t("results.lead") : t("circle.resultsLead")}
        back={{ to: "/pulses", label: t("title") }}
        actions={mayExport && <LinkButton to={`/pulses/${view.id}/export`} variant="quiet" reloadDocument>{t("page.export")}</LinkButton>}
      />
      <Columns
        aside={
          <>
            {closed && view.about === null && <ActionsCard tied={actions.tied} questions={view.results.map(({ question }) => question)} choices={actions.choices} sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} standing={({ state }) => state !== null && <StateBadge state={state} answer={null} />} />}
            {closed && view.about === null && (thread.any || actions.tied.length === 0) && <ThreadPanel thread={thread} />}
          </>
        }
      >
        <GroupCard view={view} />
        {closed && view.ownHidden && <GuideCard others={actions.elsewhere} />}
        <Results view={view} />
      </Columns>
    </Page>
  );
}
