import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cancelSimulation, simulationView } from "#modules/empowerment/public.server.ts";
import { lastDay } from "#modules/empowerment/ui/simulation/period.ts";
import { RunReport } from "#modules/empowerment/ui/simulation/run-report.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { buttonClasses } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ run: { version: number } }> = { title: "simulation:report.title", titleParams: ({ run }) => ({ version: run.version }) };

export const loader = page("policies.read-drafts", async ({ actor, params }) => {
  const run = await simulationView(actor, params.id ?? "");
  if (run === null) throw notFound();
  return json({ run });
});

export const action = act("policies.read-drafts", async ({ actor, params, form }) => {
  if (form.get("intent") !== "cancel") throw notFound();
  await cancelSimulation(actor, params.id ?? "");
  return redirect(`/simulations/${params.id ?? ""}`, 303);
});

export default function SimulationPage() {
  const { t } = useTranslation("simulation");
  const { run } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const period = { source: t(`source.${run.source}`), from: run.from, to: lastDay(run.to), mode: t(`mode.${run.mode}`) };
  return (
    <Page wide>
      <PageHeader
        title={t("report.title", { version: run.version })}
        back={{ to: `/policies/${run.version}/simulate`, label: t("title") }}
        lead={
          <>
            {t("report.lead", period)} {run.createdBy && t("report.by", { name: run.createdBy.name, at: run.createdAt })}
          </>
        }
        actions={
          run.report && (
            <a href={`/simulations/${run.id}/export`} download className={buttonClasses()}>
              {t("report.export")}
            </a>
          )
        }
      />
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      <RunReport run={run} />
    </Page>
  );
}
