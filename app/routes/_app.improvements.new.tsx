import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { prefilledReport, reportedAbout } from "#composition/improvements.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { procedureChoices, reportImprovement, reportInput } from "#modules/improvements/public.server.ts";
import { ReportForm } from "#modules/improvements/ui/report-form.tsx";
import { departments } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "improvements:form.title" };

export const loader = page("improvements.report", async ({ actor, url }) => {
  const [prefilled, procedures, places] = await Promise.all([prefilledReport(actor, url.searchParams), procedureChoices(actor), departments()]);
  const named = places.filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  return json({ ...prefilled, procedures, departments: named, idempotencyKey: newId() });
});

export const action = act(
  "improvements.report",
  async ({ actor, form, remember }) => {
    const fields = reportInput(form);
    const about = await reportedAbout(actor, fields, String(form.get("from") ?? ""));
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    const { id } = await reportImprovement(fields, about, asked, (tx, made) => remember?.(tx, { status: 303, location: `/improvements/${made.id}` }));
    return redirectWithToast(`/improvements/${id}`, { key: "improvements:form.sent" });
  },
  { idempotent: true },
);

export default function ReportPage() {
  const { t } = useTranslation("improvements");
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("form.title")} lead={t("form.lead")} back={{ to: "/improvements", label: t("title") }} />
      <Card>
        <ReportForm {...data} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Card>
    </Page>
  );
}
