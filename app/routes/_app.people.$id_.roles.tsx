import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { assignRoles, departments, grantableRoles, personPage, readRoles, sites, writeRole } from "#modules/people/public.server.ts";
import { RolesFields } from "#modules/people/ui/roles-fields.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:roles.edit" };

export const loader = page(
  "people.grant-roles",
  async ({ actor, params }) => {
    const [person, allSites, allDepartments] = await Promise.all([personPage(actor, params["id"] ?? ""), sites(), departments()]);
    if (person === null || !person.may.grantRoles || person.record === null) throw notFound();
    const grantable = grantableRoles(actor, person.id);
    const held = person.record.grants.map((grant) => ({ text: writeRole(grant), grant, fixed: !grantable.includes(grant.role) }));
    const active = <P extends { active: boolean }>(places: P[]) => places.filter((place) => place.active);
    return json({ id: person.id, name: person.name, held, grantable, sites: active(allSites), departments: active(allDepartments) });
  },
  { proof: true },
);

export const action = act(
  "people.grant-roles",
  async ({ actor, params, form }) => {
    const id = params["id"] ?? "";
    const [role, scope] = [String(form.get("role") ?? ""), String(form.get("scope") ?? "")];
    const added = role === "" ? [] : [scope === "" ? role : `${role}@${scope}`];
    const person = await personPage(actor, id);
    if (person === null) throw notFound();
    const place = { site: person.site?.code ?? null, department: person.department?.code ?? null };
    const grants = await readRoles([...form.getAll("held").map(String), ...added], place);
    await assignRoles(id, grants, { actor, source: "screen", now: systemClock.now() });
    return redirectWithToast(`/people/${id}`, { key: "people:roles.saved" });
  },
  { proof: true },
);

export default function RolesPage() {
  const { id, name, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const busy = useNavigation().state !== "idle";
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("roles.title", { name })} lead={t("roles.lead")} back={{ to: `/people/${id}`, label: name }} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refused?.refusal ?? null} />
        <RolesFields {...view} />
        <Button variant="primary" pending={busy} className="self-start">{t("roles.save")}</Button>
      </Form>
    </Page>
  );
}
