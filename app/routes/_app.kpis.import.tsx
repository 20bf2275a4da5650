import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { importObservations, OBSERVATION_COLUMNS } from "#modules/kpis/public.server.ts";
import { ImportForm } from "#modules/people/ui/import-form.tsx";
import { csvText } from "#platform/csv/source.server.ts";
import { reportView, uploadedCsv } from "#platform/csv/upload.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { buttonClasses } from "#ui/button.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:files.title" };

export const loader = page("kpis.feed", () => json({ columns: OBSERVATION_COLUMNS }));

export const action = act("kpis.feed", async ({ actor, form }) => {
  const { text } = await uploadedCsv(form);
  const dryRun = form.get("intent") !== "save";
  const report = await importObservations(csvText(text), { actor, source: "import", now: systemClock.now() }, { dryRun });
  if (dryRun || !report.ok) return json({ report: reportView(report, text) });
  return redirectWithToast("/kpis", { key: "people:files.done", params: { count: report.added + report.changed } });
});

export default function ImportObservationsPage() {
  const { columns } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("kpis");
  return (
    <Page wide>
      <PageHeader
        title={t("files.title")}
        lead={t("files.lead")}
        back={{ to: "/kpis", label: t("title") }}
        actions={
          <>
            <a href="/kpis/export" download className={buttonClasses()}>{t("files.export")}</a>
            <a href="/kpis/export?what=kpis" download className={buttonClasses("quiet")}>{t("files.exportKpis")}</a>
          </>
        }
      />
      <ImportForm columns={columns} report={answer && "report" in answer ? answer.report : null} refusal={answer && "refusal" in answer ? answer.refusal : null} />
    </Page>
  );
}
