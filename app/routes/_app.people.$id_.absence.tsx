import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { absenceInput, personPage, recordAbsence, searchDirectory } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { DateInput } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { PersonPicker } from "#ui/person-picker.tsx";

export const handle: PageHandle = { title: "people:absence.add" };

export const loader = page("people.absence", async ({ actor, params }) => {
  const person = await personPage(actor, params["id"] ?? "");
  if (person === null || !person.may.absence) throw notFound();
  const people = await searchDirectory(actor, { site: person.site?.code ?? null }, { limit: 200, cursor: null });
  return json({ id: person.id, name: person.name, people: people.filter(({ id }) => id !== person.id).map(({ id, name, email }) => ({ id, name, detail: email })) });
});

export const action = act("people.absence", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  await recordAbsence(id, absenceInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/people/${id}`, { key: "people:absence.saved" });
});

export default function AbsencePage() {
  const { id, name, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const busy = useNavigation().state !== "idle";
  const refused = answer && "refusal" in answer ? answer : null;
  const refusal = refused?.refusal ?? null;
  const typed = refused?.typed ?? {};
  return (
    <Page>
      <PageHeader title={t("absence.addTitle", { name })} lead={t("absence.lead")} back={{ to: `/people/${id}`, label: name }} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ fromDay: "fromDay", toDay: "toDay", standInId: "standInId" }} />
        <Field label={t("absence.from")} id="fromDay" name="fromDay" defaultValue={typed["fromDay"]} errors={errorsAt(refusal, "fromDay")} required>
          <DateInput />
        </Field>
        <Field label={t("absence.to")} id="toDay" name="toDay" hint={t("absence.toHint")} defaultValue={typed["toDay"]} errors={errorsAt(refusal, "toDay")} required>
          <DateInput />
        </Field>
        <PersonPicker
          label={t("absence.standIn")}
          id="standInId"
          name="standInId"
          defaultValue={typed["standInId"]}
          options={people}
          searchUrl="/people/options"
          errors={errorsAt(refusal, "standInId")}
          optional
        />
        <Button variant="primary" pending={busy} className="self-start">{t("absence.save")}</Button>
      </Form>
    </Page>
  );
}
