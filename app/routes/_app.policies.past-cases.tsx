import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { importPastCases, PAST_CASE_COLUMNS, PAST_CASE_OUTCOMES, pastCasesView } from "#modules/empowerment/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { ImportForm } from "#modules/people/ui/import-form.tsx";
import { csvText } from "#platform/csv/source.server.ts";
import { reportView, uploadedCsv } from "#platform/csv/upload.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "simulation:pastCases.title" };

export const loader = page("policies.read-drafts", async ({ actor }) =>
  json({ loaded: await pastCasesView(actor), columns: PAST_CASE_COLUMNS, outcomes: PAST_CASE_OUTCOMES.join(", "), mayImport: can(actor, "policies.edit") }),
);

export const action = act("policies.edit", async ({ actor, form }) => {
  const { text } = await uploadedCsv(form);
  const dryRun = form.get("intent") !== "save";
  const report = await importPastCases(csvText(text), organisation(), { actor, source: "import", now: systemClock.now() }, { dryRun });
  if (dryRun || !report.ok) return json({ report: reportView(report, text) });
  return redirectWithToast("/policies/past-cases", { key: "simulation:pastCases.done", params: { count: report.added + report.changed } });
});

export default function PastCasesPage() {
  const { loaded, columns, outcomes, mayImport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("simulation");
  const { cases, first, last } = loaded;
  return (
    <Page wide>
      <PageHeader title={t("pastCases.title")} lead={t("pastCases.lead")} back={{ to: "/policies", label: t("pastCases.policies") }} />
      {first === null || last === null ? <EmptyState title={t("pastCases.empty")} /> : <p className="font-semibold">{t("pastCases.loaded", { count: cases, first, last })}</p>}
      {mayImport && (
        <ImportForm columns={columns} report={answer && "report" in answer ? answer.report : null} refusal={answer && "refusal" in answer ? answer.refusal : null}>
          <p className="max-w-prose text-sm text-muted">{t("pastCases.none")}</p>
          <p className="max-w-prose text-sm text-muted">{t("pastCases.outcomes", { choices: outcomes })}</p>
        </ImportForm>
      )}
    </Page>
  );
}
