import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { learningFacts } from "#composition/learning-effect.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { answerRetirement, courseInsights, reasonInput } from "#modules/learning/public.server.ts";
import { ChoiceTables, QuestionTable, TeamTable } from "#modules/learning/ui/authoring/insight-tables.tsx";
import { TransferCard, VerdictBadge } from "#modules/learning/ui/authoring/transfer-card.tsx";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:insights.title" };

export const loader = page("learning.insights", async ({ actor, params }) => {
  const view = await courseInsights(params["code"] ?? "", learningFacts, systemClock.now());
  if (view === null) throw notFound();
  return json({ view, mayDecide: can(actor, "courses.edit") });
});

export const action = act("courses.edit", async ({ actor, params, form }) => {
  const code = params["code"] ?? "";
  const keep = form.get("intent") === "keep";
  await answerRetirement(code, String(form.get("proposal") ?? ""), { keep, reason: reasonInput(form) }, { actor, source: "screen", now: systemClock.now() });
  const here = `/courses/${encodeURIComponent(code)}`;
  return redirectWithToast(keep ? `${here}/insights` : here, { key: keep ? "courses:retirement.kept" : "courses:course.retired" });
});

export default function CourseInsightsPage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { view, mayDecide } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const busy = useNavigation().state !== "idle";
  return (
    <Page wide>
      <PageHeader title={t("insights.courseTitle", { title: text(view.title) })} lead={<VerdictBadge verdict={view.verdict} />} back={{ to: "/courses/insights", label: t("insights.title") }} />
      {view.proposal !== null && (
        <Card title={t("retirement.title")}>
          <p className="max-w-prose">{t("retirement.lead", { at: view.proposal.proposedAt })}</p>
          {mayDecide && (
            <Form method="post" className="flex flex-col gap-3">
              <FormErrors refusal={refused?.refusal} fields={{ reason: "reason" }} />
              <input type="hidden" name="proposal" value={view.proposal.id} />
              <Field label={t("retirement.reason")} id="reason" name="reason" defaultValue={refused?.typed["reason"] ?? ""} errors={errorsAt(refused?.refusal, "reason")} required><TextArea maxLength={600} /></Field>
              <div className="flex flex-wrap gap-3">
                <Button name="intent" value="keep" variant="primary" pending={busy}>{t("retirement.keep")}</Button>
                <Button name="intent" value="retire">{t("retirement.accept")}</Button>
              </div>
            </Form>
          )}
        </Card>
      )}
      <TransferCard measures={view.measures} />
      <TeamTable view={view} />
      <ChoiceTables choices={view.choices} />
      <QuestionTable questions={view.questions} />
    </Page>
  );
}
