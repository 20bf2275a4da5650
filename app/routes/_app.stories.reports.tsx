import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { settleStoryReport, storyReports, storySettlingInput } from "#modules/stories/public.server.ts";
import { LONGEST_LINE, STORY_REPORT_REASONS } from "#modules/stories/schemas.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { RelativeTime } from "#ui/time.tsx";

export const handle: PageHandle<{ reports: { state: string }[] }> = { title: "stories:reports.title", count: ({ reports }) => reports.filter(({ state }) => state === "open").length };

export const loader = page("stories.edit", async ({ actor }) => json({ reports: await storyReports({ actor, source: "screen", now: systemClock.now() }) }));

export const action = act("stories.edit", async ({ actor, form }) => {
  await settleStoryReport(String(form.get("report") ?? ""), storySettlingInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/stories/reports", { key: "stories:reports.saved" });
});

export default function StoryReportsPage() {
  const { reports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("reports.title")} lead={t("reports.lead")} back={{ to: "/stories", label: t("title") }} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ answer: `answer-${refused?.typed["report"] ?? ""}` }} />
      {reports.length === 0 && <EmptyState title={t("reports.empty")}>{t("reports.emptyHint")}</EmptyState>}
      {reports.map((report) => (
        <Card key={report.id} title={t("reports.by", { name: report.by.name })} aside={<Badge tone={report.state === "open" ? "waiting" : "neutral"}>{t(`reports.state.${report.state}`)}</Badge>}>
          <p>
            <Link to={`/stories/${report.story.id}`} className="font-semibold underline underline-offset-4">{report.story.title}</Link>
            <span className="text-muted"> · {t("by", { name: report.story.teller.name })} · <RelativeTime iso={report.at} /></span>
          </p>
          <p>{t(`page.reasons.${STORY_REPORT_REASONS.find((known) => known === report.reason) ?? "other"}`)}{report.words && `: ${report.words}`}</p>
          {report.answer && <p className="text-muted">{report.answer}</p>}
          {report.mayAnswer && (
            <Form method="post" className="flex flex-col gap-4">
              <input type="hidden" name="report" value={report.id} />
              <Field label={t("reports.answer")} id={`answer-${report.id}`} name="answer" defaultValue={refused?.typed["report"] === report.id ? refused.typed["answer"] : undefined} errors={refused?.typed["report"] === report.id ? errorsAt(refused.refusal, "answer") : []} required>
                <TextArea rows={2} maxLength={LONGEST_LINE} />
              </Field>
              <div className="flex flex-wrap gap-3">
                <Button name="intent" value="kept">{t("reports.keep")}</Button>
                <Button variant="danger" name="intent" value="hidden">{t("reports.hide")}</Button>
              </div>
            </Form>
          )}
        </Card>
      ))}
    </Page>
  );
}
