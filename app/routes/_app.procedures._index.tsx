import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { procedureRows } from "#modules/improvements/public.server.ts";
import { useLocal } from "#modules/improvements/ui/badges.tsx";
import { ProcedureTable } from "#modules/improvements/ui/procedure-table.tsx";
import { departments } from "#modules/people/public.server.ts";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "improvements:procedures.title" };

export const loader = page("procedures.read", async ({ actor, url }) => {
  const department = url.searchParams.get("department") || undefined;
  const show = (["due", "ended"] as const).find((one) => one === url.searchParams.get("show"));
  const [rows, places] = await Promise.all([procedureRows(actor, { department, show }, systemClock.now()), departments()]);
  const named = places.filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  return json({ rows, places: named, chosen: { department: department ?? "", show: show ?? "" }, mayEdit: can(actor, "procedures.edit") });
});

export default function ProceduresPage() {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const { rows, places, chosen, mayEdit } = useLoaderData<typeof loader>();
  return (
    <Page wide>
      <PageHeader
        title={t("procedures.title")}
        lead={t("procedures.lead")}
        back={{ to: "/improvements", label: t("title") }}
        actions={
          <>
            {mayEdit && <LinkButton to="/procedures/new/edit" variant="primary">{t("procedures.add")}</LinkButton>}
            {mayEdit && <LinkButton to="/procedures/import" variant="quiet">{t("procedures.import")}</LinkButton>}
            <LinkButton to="/procedures/export" variant="quiet" reloadDocument>{t("export")}</LinkButton>
          </>
        }
      />
      <FilterBar active={chosen.department !== "" || chosen.show !== ""} all="/procedures">
        <Field label={t("procedures.show")} name="show" defaultValue={chosen.show}>
          <Select placeholder={t("procedures.current")} options={(["due", "ended"] as const).map((value) => ({ value, label: t(`procedures.${value}`) }))} />
        </Field>
        <Field label={t("list.department")} name="department" defaultValue={chosen.department}>
          <Select placeholder={t("list.anyDepartment")} options={places.map(({ code, name }) => ({ value: code, label: local(name) }))} />
        </Field>
      </FilterBar>
      <ProcedureTable rows={rows} />
    </Page>
  );
}
