import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { doToPulses } from "#composition/pulses.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { pulseRows, raisedThreshold } from "#modules/pulse/public.server.ts";
import { PulseList } from "#modules/pulse/ui/pulse-list.tsx";
import { QuestionForm, ThresholdCard } from "#modules/pulse/ui/small-forms.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ rows: readonly { waits: boolean }[] }> = { title: "pulse:title", count: ({ rows }) => rows.filter(({ waits }) => waits).length };

export const loader = page("pulses.read", async ({ actor }) => {
  const [rows, k] = await Promise.all([pulseRows(actor, systemClock.now()), raisedThreshold()]);
  return json({ rows, k, may: { design: can(actor, "pulses.design"), raise: can(actor, "pulses.raise"), watch: can(actor, "pulses.read-groups") } });
});

export const action = act("pulses.answer", async ({ actor, form }) => redirectWithToast("/pulses", { key: `pulse:${await doToPulses(actor, form)}` }));

export default function PulsesPage() {
  const { t } = useTranslation("pulse");
  const { rows, k, may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const list = rows.length === 0 ? <EmptyState title={t("list.empty")}>{t(may.design ? "list.emptyDesign" : "list.emptyHint")}</EmptyState> : <PulseList rows={rows} watches={may.watch} />;
  const aside = may.design || may.raise || may.watch;
  return (
    <Page wide={aside}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          may.design && (
            <>
              <LinkButton to="/pulses/new?kind=loyal" variant="primary">{t("new.loyal")}</LinkButton>
              <LinkButton to="/pulses/new">{t("new.rotation")}</LinkButton>
              <LinkButton to="/pulses/new?kind=circle">{t("circle.new")}</LinkButton>
            </>
          )
        }
      />
      {aside ? (
        <Columns
          aside={
            <>
              <ThresholdCard k={k} mayRaise={may.raise} sent={sent} />
              {may.design && <QuestionForm sent={sent} />}
            </>
          }
        >
          {list}
        </Columns>
      ) : (
        list
      )}
    </Page>
  );
}
