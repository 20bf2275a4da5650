import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { reportList, settleReport, settlingInput } from "#modules/recognition/public.server.ts";
import { ReportCard } from "#modules/recognition/ui/report-card.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ reports: { state: string }[] }> = { title: "recognition:reports.title", count: ({ reports }) => reports.filter(({ state }) => state === "open").length };

export const loader = page("recognitions.settle", async ({ actor }) => json({ reports: await reportList({ actor, source: "screen", now: systemClock.now() }) }));

export const action = act("recognitions.settle", async ({ actor, form }) => {
  await settleReport(String(form.get("report") ?? ""), settlingInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/recognition/reports", { key: "recognition:reports.saved" });
});

export default function ReportsPage() {
  const { reports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("recognition");
  const refused = answer && "refusal" in answer ? answer : null;
  const [open, settled] = [reports.filter(({ state }) => state === "open"), reports.filter(({ state }) => state !== "open")];
  return (
    <Page>
      <PageHeader title={t("reports.title")} lead={t("reports.lead")} back={{ to: "/recognition", label: t("title") }} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ answer: `answer-${refused?.typed["report"] ?? ""}` }} />
      {open.length === 0 && <EmptyState title={t("reports.empty")}>{t("reports.emptyHint")}</EmptyState>}
      {open.map((report) => (
        <ReportCard key={report.id} report={report} refusal={refused?.typed["report"] === report.id ? refused.refusal : null} typed={refused?.typed["answer"]} />
      ))}
      {settled.length > 0 && <h2 className="text-xl">{t("reports.settled")}</h2>}
      {settled.map((report) => (
        <ReportCard key={report.id} report={report} refusal={null} typed={undefined} />
      ))}
    </Page>
  );
}
