import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { editOrganisation, hoursInput, organisation, weekTexts } from "#modules/people/public.server.ts";
import { OrganisationTabs } from "#modules/people/ui/organisation-tabs.tsx";
import { WEEK_FIELDS, WeekFields } from "#modules/people/ui/week-fields.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:organisation.tabs.hours" };

export const loader = page("organisation.read", ({ actor }) => {
  const { hours, holidays } = organisation();
  return json({ values: weekTexts(hours), holidays, mayEdit: can(actor, "organisation.edit") });
});

export const action = act("organisation.edit", async ({ actor, form }) => {
  await editOrganisation(hoursInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/organisation/hours", { key: "people:organisation.saved" });
});

export default function HoursPage() {
  const { values, holidays, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["people", "ui"]);
  const format = useFormat();
  const busy = useNavigation().state !== "idle";
  const refused = answer && "refusal" in answer ? answer : null;
  const refusal = refused?.refusal ?? null;
  return (
    <Page>
      <PageHeader title={t("organisation.title")} lead={t("organisation.lead")} />
      <OrganisationTabs current="hours" />
      {!mayEdit && <Banner tone="info">{t("organisation.readOnly")}</Banner>}
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ ...WEEK_FIELDS, hours: "hours-1", holidays: "holidays" }} />
        <WeekFields legend={t("organisation.hours")} hint={t("organisation.hoursHint")} values={refused?.typed ?? values} refusal={refusal} readOnly={!mayEdit} />
        <Field
          label={t("organisation.holidays")}
          id="holidays"
          name="holidays"
          hint={t("organisation.holidaysHint")}
          defaultValue={refused?.typed["holidays"] ?? holidays.map((day) => format.day(day)).join("\n")}
          errors={errorsAt(refusal, "holidays")}
          optional
        >
          <TextArea rows={6} readOnly={!mayEdit} maxLength={12000} />
        </Field>
        {mayEdit && <Button variant="primary" pending={busy} className="self-start">{t("ui:action.save")}</Button>}
      </Form>
    </Page>
  );
}
