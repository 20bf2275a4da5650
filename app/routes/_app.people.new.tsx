import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { addPerson, departments, grantableRoles, personInput, readRoles, searchDirectory, sites } from "#modules/people/public.server.ts";
import { PersonForm } from "#modules/people/ui/person-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { CheckChips } from "#ui/choices.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:edit.addTitle" };

export const loader = page(
  "people.edit",
  async ({ actor }) => {
    const [allSites, allDepartments, people] = await Promise.all([sites(), departments(), searchDirectory(actor, {}, { limit: 200, cursor: null })]);
    return json({ sites: allSites, departments: allDepartments, managers: people.map(({ id, name, email }) => ({ id, name, detail: email })), roles: grantableRoles(actor, null) });
  },
  { proof: true },
);

export const action = act(
  "people.edit",
  async ({ actor, form }) => {
    const fields = personInput(form);
    const place = { site: fields.siteCode ?? null, department: fields.departmentCode ?? null };
    const roles = await readRoles(form.getAll("roles").map(String), place);
    const { id } = await addPerson(fields, roles, { actor, source: "screen", now: systemClock.now() });
    return redirectWithToast(`/people/${id}`, { key: "people:edit.added", params: { name: fields.name } });
  },
  { proof: true },
);

export default function NewPersonPage() {
  const { roles, ...lists } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["people", "ui"]);
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("edit.addTitle")} back={{ to: "/people", label: t("title") }} />
      <PersonForm {...lists} values={refused?.typed ?? {}} refusal={refused?.refusal ?? null} submit={t("edit.add")}>
        <CheckChips
          label={t("person.roles")}
          name="roles"
          hint={t("person.rolesHint")}
          optional
          selected={refused?.typed["roles"]?.split(",") ?? ["frontline"]}
          options={roles.map((role) => ({ value: role, label: t(`ui:role.${role}`) }))}
        />
      </PersonForm>
    </Page>
  );
}
