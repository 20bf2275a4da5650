import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { LENSES } from "#modules/kpis/definition.ts";
import { kpiRows, places } from "#modules/kpis/public.server.ts";
import { KpiTables } from "#modules/kpis/ui/kpi-table.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:title" };

const SHOWN = ["draft", "retired"] as const;

export const loader = page("kpis.read", async ({ actor, url }) => {
  const lens = LENSES.find((each) => each === url.searchParams.get("lens"));
  const show = SHOWN.find((each) => each === url.searchParams.get("show"));
  const department = url.searchParams.get("department") || undefined;
  const [rows, { departments }] = await Promise.all([kpiRows(actor, { lens, show, department }, systemClock.now()), places()]);
  const chosen = { lens: lens ?? "", show: show ?? "", department: department ?? "" };
  return json({ rows, departments, chosen, may: { design: can(actor, "kpis.design"), feed: can(actor, "kpis.feed"), lint: can(actor, "kpis.lint") } });
});

export default function KpisPage() {
  const { t } = useTranslation(["kpis", "kpiLint"]);
  const { local } = useFigures();
  const { rows, departments, chosen, may } = useLoaderData<typeof loader>();
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {may.design && <LinkButton to="/kpis/new" variant="primary">{t("design.new")}</LinkButton>}
            <LinkButton to="/kpis/tree">{t("tree.open")}</LinkButton>
            <LinkButton to="/kpis/wall">{t("wall.open")}</LinkButton>
            <LinkButton to="/kpis/library">{t("kpiLint:library.open")}</LinkButton>
            {may.lint && <LinkButton to="/kpis/slogans">{t("kpiLint:open")}</LinkButton>}
            {may.feed && <LinkButton to="/kpis/import" variant="quiet">{t("files.import")}</LinkButton>}
          </>
        }
      />
      <FilterBar active={chosen.lens !== "" || chosen.show !== "" || chosen.department !== ""} all="/kpis">
        <Field label={t("list.lens")} name="lens" defaultValue={chosen.lens}>
          <Select placeholder={t("list.anyLens")} options={LENSES.map((value) => ({ value, label: t(`lens.${value}`) }))} />
        </Field>
        <Field label={t("list.department")} name="department" defaultValue={chosen.department}>
          <Select placeholder={t("list.anyDepartment")} options={departments.map(({ code, name }) => ({ value: code, label: local(name) }))} />
        </Field>
        <Field label={t("list.show")} name="show" defaultValue={chosen.show}>
          <Select placeholder={t("status.active")} options={SHOWN.filter((each) => may.design || each !== "draft").map((value) => ({ value, label: t(`status.${value}`) }))} />
        </Field>
      </FilterBar>
      <KpiTables rows={rows} mayDesign={may.design} />
    </Page>
  );
}
