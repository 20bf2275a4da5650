import { json } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { departments, sites } from "#modules/people/public.server.ts";
import { OrganisationTabs } from "#modules/people/ui/organisation-tabs.tsx";
import { useRowName } from "#modules/people/ui/use-local-name.ts";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { Table } from "#ui/table.tsx";

export const handle: PageHandle = { title: "people:organisation.tabs.places" };

export const loader = page("organisation.read", async ({ actor }) => {
  const [allSites, allDepartments] = await Promise.all([sites(), departments()]);
  return json({ sites: allSites, departments: allDepartments, mayEdit: can(actor, "organisation.edit") });
});

interface Place {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly active: boolean;
}

function PlaceName({ place, folder, mayEdit }: { place: Place; folder: "sites" | "departments"; mayEdit: boolean }) {
  const { t } = useTranslation("people");
  const name = useRowName();
  return (
    <>
      {mayEdit ? (
        <Link to={`/organisation/${folder}/${place.code}`} className="inline-flex min-h-target items-center underline underline-offset-4">
          {name(place)}
        </Link>
      ) : (
        name(place)
      )}{" "}
      {!place.active && <Badge>{t("organisation.closed")}</Badge>}
    </>
  );
}

export default function PlacesPage() {
  const { sites, departments, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation("people");
  const name = useRowName();
  const departmentName = (code: string | null) => {
    const department = departments.find((each) => each.code === code);
    return department ? name(department) : "–";
  };
  return (
    <Page wide>
      <PageHeader title={t("organisation.title")} lead={t("organisation.lead")} />
      <OrganisationTabs current="places" />
      <Card title={t("organisation.sites")} aside={mayEdit && <LinkButton to="/organisation/sites/new">{t("organisation.addSite")}</LinkButton>}>
        <Table
          caption={t("organisation.sites")}
          rows={sites}
          rowKey={(site) => site.code}
          empty={<p className="text-muted">{t("organisation.noSites")}</p>}
          columns={[
            { key: "name", header: t("organisation.sites"), names: true, cell: (site) => <PlaceName place={site} folder="sites" mayEdit={mayEdit} /> },
            { key: "code", header: t("organisation.code"), cell: (site) => site.code },
            { key: "department", header: t("person.department"), cell: (site) => departmentName(site.departmentCode) },
            { key: "hours", header: t("organisation.tabs.hours"), cell: (site) => (site.hours === null ? "–" : t("organisation.own")) },
          ]}
        />
      </Card>
      <Card title={t("organisation.departments")} aside={mayEdit && <LinkButton to="/organisation/departments/new">{t("organisation.addDepartment")}</LinkButton>}>
        <Table
          caption={t("organisation.departments")}
          rows={departments}
          rowKey={(department) => department.code}
          empty={<p className="text-muted">{t("organisation.noDepartments")}</p>}
          columns={[
            { key: "name", header: t("organisation.departments"), names: true, cell: (department) => <PlaceName place={department} folder="departments" mayEdit={mayEdit} /> },
            { key: "code", header: t("organisation.code"), cell: (department) => department.code },
            { key: "parent", header: t("organisation.parent"), cell: (department) => departmentName(department.parentCode) },
          ]}
        />
      </Card>
    </Page>
  );
}
