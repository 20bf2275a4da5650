import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { isRole, ROLES } from "#access/roles.ts";
import { departments, searchDirectory, sites } from "#modules/people/public.server.ts";
import { PeopleTable } from "#modules/people/ui/people-table.tsx";
import { useRowName } from "#modules/people/ui/use-local-name.ts";
import { page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { buttonClasses, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Page, PageHeader, Pagination } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const PAGE = 50;
const FILTERS = ["q", "site", "department", "role", "state"] as const;

export const handle: PageHandle = { title: "people:title" };

export const loader = page("people.search", async ({ actor, url }) => {
  const chosen = Object.fromEntries(FILTERS.map((name) => [name, url.searchParams.get(name) ?? ""]).filter(([, value]) => value !== "")) as Partial<Record<(typeof FILTERS)[number], string>>;
  const filter = {
    text: chosen.q ?? "",
    site: chosen.site ?? null,
    department: chosen.department ?? null,
    role: chosen.role !== undefined && isRole(chosen.role) ? chosen.role : null,
    state: chosen.state === "inactive" ? ("inactive" as const) : ("active" as const),
  };
  const [rows, allSites, allDepartments] = await Promise.all([
    searchDirectory(actor, filter, { limit: PAGE + 1, cursor: readCursor(url.searchParams.get("after")) }),
    sites(),
    departments(),
  ]);
  const last = rows[PAGE - 1];
  const older = rows.length > PAGE && last ? `/people?${new URLSearchParams({ ...chosen, after: encodeCursor([last.sort, last.id]) }).toString()}` : null;
  return json({
    rows: rows.slice(0, PAGE).map(({ sort: _sort, ...row }) => row),
    older,
    chosen,
    sites: allSites,
    departments: allDepartments,
    may: { add: can(actor, "people.edit"), left: can(actor, "people.read") },
  });
});

interface Place {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export default function DirectoryPage() {
  const { rows, older, chosen, sites, departments, may } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["people", "ui"]);
  const name = useRowName();
  const nameOf = (places: readonly Place[], code: string | null) => {
    const place = places.find((each) => each.code === code);
    return place ? name(place) : null;
  };
  const options = (places: readonly Place[]) => places.map((place) => ({ value: place.code, label: name(place) }));
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("directory.lead")}
        actions={
          <>
            {may.add && <LinkButton to="/people/new" variant="primary">{t("directory.add")}</LinkButton>}
            {may.add && <LinkButton to="/people/import">{t("ui:action.import")}</LinkButton>}
            {may.left && <a href="/people/export" download className={buttonClasses()}>{t("ui:action.export")}</a>}
          </>
        }
      />
      <FilterBar active={Object.keys(chosen).length > 0} all="/people">
        <Field label={t("directory.search")} name="q" defaultValue={chosen.q ?? ""} className="min-w-44 flex-1">
          <TextInput type="search" maxLength={200} />
        </Field>
        <Field label={t("person.site")} name="site" defaultValue={chosen.site ?? ""}>
          <Select placeholder={t("directory.anySite")} options={options(sites)} />
        </Field>
        <Field label={t("person.department")} name="department" defaultValue={chosen.department ?? ""}>
          <Select placeholder={t("directory.anyDepartment")} options={options(departments)} />
        </Field>
        <Field label={t("person.roles")} name="role" defaultValue={chosen.role ?? ""}>
          <Select placeholder={t("directory.anyRole")} options={ROLES.map((role) => ({ value: role, label: t(`ui:role.${role}`) }))} />
        </Field>
        {may.left && (
          <Field label={t("directory.state")} name="state" defaultValue={chosen.state ?? "active"}>
            <Select options={(["active", "inactive"] as const).map((state) => ({ value: state, label: t(`directory.${state}`) }))} />
          </Field>
        )}
      </FilterBar>
      <PeopleTable rows={rows.map((row) => ({ ...row, place: nameOf(sites, row.site) ?? nameOf(departments, row.department) ?? "–" }))} />
      <Pagination older={older} />
    </Page>
  );
}
