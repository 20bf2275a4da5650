import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { places, wallRows } from "#modules/kpis/public.server.ts";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { Wall } from "#modules/kpis/ui/wall.tsx";
import { page } from "#platform/http/page.server.ts";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:wall.title" };

export const loader = page("kpis.read", async ({ actor, url }) => {
  const known = await places();
  const pick = (name: "department" | "site", list: readonly { code: string }[], own: string | null) => {
    const asked = url.searchParams.get(name);
    const wanted = asked === null && url.search === "" ? own : asked;
    return list.find(({ code }) => code === wanted)?.code ?? null;
  };
  const scope = { department: pick("department", known.departments, null), site: pick("site", known.sites, actor.siteCode) };
  return json({ rows: await wallRows(actor, scope, systemClock.now()), known, scope });
});

export default function WallPage() {
  const { t } = useTranslation("kpis");
  const { local } = useFigures();
  const { rows, known, scope } = useLoaderData<typeof loader>();
  const site = known.sites.find(({ code }) => code === scope.site);
  const department = known.departments.find(({ code }) => code === scope.department);
  const names = [department, site].flatMap((place) => (place === undefined ? [] : [local(place.name)]));
  return (
    <Page wide>
      <PageHeader title={names.length === 0 ? `${t("wall.title")}: ${t("page.everywhere")}` : names.join(" · ")} lead={t("wall.lead")} back={{ to: "/kpis", label: t("title") }} />
      <FilterBar active={false} all="/kpis/wall?site=">
        <Field label={t("feed.department")} name="department" defaultValue={scope.department ?? ""}><Select placeholder={t("page.everywhere")} options={known.departments.map(({ code, name }) => ({ value: code, label: local(name) }))} /></Field>
        <Field label={t("feed.site")} name="site" defaultValue={scope.site ?? ""}><Select placeholder={t("page.everywhere")} options={known.sites.map(({ code, name }) => ({ value: code, label: local(name) }))} /></Field>
      </FilterBar>
      <Wall rows={rows} />
    </Page>
  );
}
