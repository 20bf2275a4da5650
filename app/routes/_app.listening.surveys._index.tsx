import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { pauseDays, setPause, surveyRows } from "#modules/listening/public.server.ts";
import { useName } from "#modules/listening/ui/use-name.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { Table } from "#ui/table.tsx";

export const handle: PageHandle = { title: "listening:survey.title" };

export const loader = page("surveys.read", async ({ actor }) => {
  const [surveys, pause] = await Promise.all([surveyRows(), pauseDays()]);
  return json({ surveys, pause, mayEdit: can(actor, "surveys.edit"), mayRead: can(actor, "feedback.read") });
});

export const action = act("surveys.edit", async ({ actor, form }) => {
  await setPause(String(form.get("days") ?? "").trim(), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/listening/surveys", { key: "listening:survey.pauseSaved" });
});

export default function SurveysPage() {
  const { surveys, pause, mayEdit, mayRead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["listening", "ui"]);
  const format = useFormat();
  const name = useName();
  const busy = useNavigation().state !== "idle";
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader
        title={t("survey.title")}
        lead={t("survey.lead")}
        back={mayRead ? { to: "/listening", label: t("title") } : { to: "/start", label: t("start.title") }}
        actions={mayEdit && <LinkButton to="/listening/surveys/new" variant="primary">{t("survey.add")}</LinkButton>}
      />
      <Table
        caption={t("survey.title")}
        rows={surveys}
        rowKey={({ touchpoint }) => touchpoint.code}
        empty={<EmptyState title={t("survey.empty")}>{t("survey.emptyHint")}</EmptyState>}
        columns={[
          {
            key: "name",
            header: t("survey.name"),
            names: true,
            cell: ({ touchpoint }) => <Link to={`/listening/surveys/${encodeURIComponent(touchpoint.code)}`} className="inline-flex min-h-target items-center underline underline-offset-4">{name(touchpoint.name)}</Link>,
          },
          { key: "state", header: t("survey.state"), cell: ({ active }) => <Badge tone={active ? "good" : "neutral"}>{active ? t("survey.on") : t("survey.off")}</Badge> },
          { key: "questions", header: t("survey.questions"), cell: ({ questions }) => (questions.length === 0 ? "–" : format.list(questions.map((question) => t(`survey.questionShort.${question}`)))) },
          { key: "department", header: t("survey.department"), cell: ({ department }) => (department ? name(department.name) : "–") },
          { key: "links", header: t("survey.links"), numeric: true, cell: ({ links }) => format.number(links) },
          { key: "answers", header: t("survey.answers"), numeric: true, cell: ({ answers }) => format.number(answers) },
          { key: "last", header: t("survey.lastAt"), cell: ({ lastAt }) => (lastAt ? format.date(lastAt) : "–") },
        ]}
      />
      {mayEdit && (
        <Card title={t("survey.pause")}>
          <Form method="post" action="/listening/surveys?index" className="flex flex-col gap-4">
            <FormErrors refusal={refused?.refusal ?? null} fields={{ days: "days" }} />
            <Field label={t("survey.pauseLabel")} id="days" name="days" hint={t("survey.pauseHint")} defaultValue={refused?.typed["days"] ?? String(pause)} errors={errorsAt(refused?.refusal, "days")} required>
              <IntegerInput maxLength={3} />
            </Field>
            <Button pending={busy} className="self-start">{t("ui:action.save")}</Button>
          </Form>
        </Card>
      )}
    </Page>
  );
}
