import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { departments, editPerson, personForm, personInput, searchDirectory, sites } from "#modules/people/public.server.ts";
import { PersonForm } from "#modules/people/ui/person-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:edit.editTitle" };

export const loader = page(
  "people.edit",
  async ({ actor, params }) => {
    const [person, allSites, allDepartments, people] = await Promise.all([
      personForm(actor, params["id"] ?? ""),
      sites(),
      departments(),
      searchDirectory(actor, {}, { limit: 200, cursor: null }),
    ]);
    if (person === null) throw notFound();
    const managers = people.filter(({ id }) => id !== person.id).map(({ id, name, email }) => ({ id, name, detail: email }));
    const own = person.manager;
    const listed = own === null || managers.some(({ id }) => id === own.id);
    return json({
      id: person.id,
      values: {
        name: person.name,
        email: person.email,
        site: person.siteCode,
        department: person.departmentCode,
        managerId: own?.id ?? null,
        startedOn: person.startedOn,
        level: person.level === null ? null : String(person.level),
        language: person.language,
        addressForm: person.addressForm,
      },
      sites: allSites,
      departments: allDepartments,
      managers: listed || own === null ? managers : [{ id: own.id, name: own.name, detail: own.email }, ...managers],
    });
  },
  { proof: true },
);

export const action = act(
  "people.edit",
  async ({ actor, params, form }) => {
    const id = params["id"] ?? "";
    await editPerson(id, personInput(form), { actor, source: "screen", now: systemClock.now() });
    return redirectWithToast(`/people/${id}`, { key: "people:edit.saved" });
  },
  { proof: true },
);

export default function EditPersonPage() {
  const { id, values, ...lists } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("edit.editTitle")} lead={values.name} back={{ to: `/people/${id}`, label: values.name }} />
      <PersonForm {...lists} values={refused?.typed ?? values} refusal={refused?.refusal ?? null} submit={t("edit.save")} />
    </Page>
  );
}
