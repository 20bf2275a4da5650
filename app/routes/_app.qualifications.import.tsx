import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { importQualifications, QUALIFICATION_COLUMNS } from "#modules/people/public.server.ts";
import { ImportForm } from "#modules/people/ui/import-form.tsx";
import { csvText } from "#platform/csv/source.server.ts";
import { reportView, uploadedCsv } from "#platform/csv/upload.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:files.importQualifications" };

export const loader = page("qualifications.edit", () => json({ columns: QUALIFICATION_COLUMNS }));

export const action = act("qualifications.edit", async ({ actor, form }) => {
  const { text } = await uploadedCsv(form);
  const dryRun = form.get("intent") !== "save";
  const report = await importQualifications(csvText(text), { actor, source: "import", now: systemClock.now() }, { dryRun });
  if (dryRun || !report.ok) return json({ report: reportView(report, text) });
  return redirectWithToast("/qualifications", { key: "people:files.done", params: { count: report.added + report.changed } });
});

export default function ImportPage() {
  const { columns } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  return (
    <Page wide>
      <PageHeader title={t("files.importQualifications")} back={{ to: "/qualifications", label: t("qualifications.title") }} />
      <ImportForm columns={columns} report={answer && "report" in answer ? answer.report : null} refusal={answer && "refusal" in answer ? answer.refusal : null} />
    </Page>
  );
}
