import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { listCourses, personPage, qualificationInput, qualifyPerson, removeQualification } from "#modules/people/public.server.ts";
import { QualificationList } from "#modules/people/ui/qualification-list.tsx";
import { useRowName } from "#modules/people/ui/use-local-name.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { DateInput, Select } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:qualifications.add" };

export const loader = page("qualifications.edit", async ({ actor, params }) => {
  const person = await personPage(actor, params["id"] ?? "");
  if (person === null || !person.may.qualify) throw notFound();
  return json({ id: person.id, name: person.name, held: person.qualifications ?? [], courses: await listCourses() });
});

export const action = act("qualifications.edit", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  if (form.get("intent") === "remove") {
    await removeQualification(String(form.get("qualificationId") ?? ""), asked);
    return redirectWithToast(`/people/${id}/qualification`, { key: "people:qualifications.removed" });
  }
  await qualifyPerson(id, qualificationInput(form), asked);
  return redirectWithToast(`/people/${id}`, { key: "people:qualifications.saved" });
});

export default function QualificationPage() {
  const { id, name, held, courses } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const nameOf = useRowName();
  const busy = useNavigation().state !== "idle";
  const refused = answer && "refusal" in answer ? answer : null;
  const refusal = refused?.refusal ?? null;
  const typed = refused?.typed ?? {};
  return (
    <Page>
      <PageHeader title={t("qualifications.addTitle", { name })} lead={t("qualifications.lead")} back={{ to: `/people/${id}`, label: name }} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ course: "course", validFrom: "validFrom", validTo: "validTo" }} />
        <Field label={t("qualifications.course")} id="course" name="course" defaultValue={typed["course"]} errors={errorsAt(refusal, "course")} required>
          <Select placeholder options={courses.map((course) => ({ value: course.code, label: nameOf(course) }))} />
        </Field>
        <Field label={t("qualifications.from")} id="validFrom" name="validFrom" defaultValue={typed["validFrom"]} errors={errorsAt(refusal, "validFrom")} required>
          <DateInput />
        </Field>
        <Field label={t("qualifications.to")} id="validTo" name="validTo" hint={t("qualifications.toHint")} defaultValue={typed["validTo"]} errors={errorsAt(refusal, "validTo")} optional>
          <DateInput />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t("qualifications.save")}</Button>
      </Form>
      <QualificationList held={held} />
    </Page>
  );
}
