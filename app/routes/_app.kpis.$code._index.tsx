import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { doToKpi, kpiWithChanges } from "#composition/kpis.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import type { Bilingual } from "#modules/kpis/definition.ts";
import { definitionFindings, places } from "#modules/kpis/public.server.ts";
import { KpiActs } from "#modules/kpis/ui/act-forms.tsx";
import { ChangesCard, CorrectionsCard, DefinitionCard, FigureCard } from "#modules/kpis/ui/kpi-cards.tsx";
import { KpiFindings } from "#modules/kpis/ui/finding-card.tsx";
import { Guardrails, KpiChart } from "#modules/kpis/ui/kpi-chart.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge, Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select } from "#ui/inputs.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:title" };

export const loader = page("kpis.read", async ({ actor, params, url, t, locale }) => {
  const wish = { department: url.searchParams.get("department") || null, site: url.searchParams.get("site") || null, all: url.searchParams.get("all") === "1" };
  const kpi = await kpiWithChanges(actor, params["code"] ?? "", wish);
  if (kpi === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "kpi", id: kpi.code }, { t, locale, at: systemClock.now() });
  const lint = kpi.may.design && kpi.status !== "retired" ? await definitionFindings(kpi.definition, systemClock.now()) : null;
  return json({ kpi, thread, lint, places: await places(), all: wish.all });
});

export const action = act("kpis.design", async ({ actor, params, form }) => {
  const code = params["code"] ?? "";
  const done = await doToKpi(actor, code, form);
  return redirectWithToast(`/kpis/${encodeURIComponent(code)}`, { key: `kpis:${done}` });
});

export default function KpiPage() {
  const { t } = useTranslation("kpis");
  const { local } = useFigures();
  const { kpi, thread, lint, places: known, all } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { definition, scope, may, code } = kpi;
  const options = (list: readonly { code: string; name: Bilingual }[]) => list.map((place) => ({ value: place.code, label: local(place.name) }));
  const query = new URLSearchParams({ ...(scope.department ? { department: scope.department } : {}), ...(scope.site ? { site: scope.site } : {}), ...(all ? {} : { all: "1" }) });
  return (
    <Page wide>
      <PageHeader
        title={local(definition.name) || code}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {definition.lens !== null && <Badge tone="info">{t(`lens.${definition.lens}`)}</Badge>}
            {kpi.status !== "active" && <Badge>{t(`status.${kpi.status}`)}</Badge>}
            {code}
            {definition.serves !== null && <> · {t("page.serves", { kind: t(`served.${definition.serves.kind}`) })}: {local(definition.serves.text)}</>}
          </span>
        }
        back={{ to: "/kpis", label: t("title") }}
        actions={
          <>
            {may.feed && <LinkButton to={`/kpis/${code}/feed`} variant="primary">{t("page.feed")}</LinkButton>}
            {may.design && kpi.status !== "retired" && <LinkButton to={`/kpis/${code}/design`}>{t("page.edit")}</LinkButton>}
            {definition.source.kind !== "computed" && <LinkButton to={`/kpis/${code}/export`} variant="quiet" reloadDocument>{t("page.export")}</LinkButton>}
          </>
        }
      />
      {kpi.hasDraft && may.design && (
        <Banner tone="info">
          {t("page.draftWaits")} <Link to={`/kpis/${code}/design?step=check`} className="underline underline-offset-4">{t("page.openDraft")}</Link>
        </Banner>
      )}
      <FilterBar active={scope.department !== null || scope.site !== null} all={`/kpis/${code}`}>
        <Field label={t("feed.department")} name="department" defaultValue={scope.department ?? ""}><Select placeholder={t("page.everywhere")} options={options(known.departments)} /></Field>
        <Field label={t("feed.site")} name="site" defaultValue={scope.site ?? ""}><Select placeholder={t("page.everywhere")} options={options(known.sites)} /></Field>
      </FilterBar>
      <Columns
        aside={
          <>
            <FigureCard kpi={kpi} />
            {lint !== null && <KpiFindings {...lint} />}
            <ThreadPanel thread={thread} />
            <KpiActs kpi={kpi} sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} />
          </>
        }
      >
        <KpiChart kpi={kpi} />
        <Link to={`?${query}`} className="inline-flex min-h-target items-center self-start underline underline-offset-4">{t(all ? "page.recent" : "page.all")}</Link>
        <Guardrails kpi={kpi} />
        <ChangesCard kpi={kpi} />
        <DefinitionCard kpi={kpi} />
        <CorrectionsCard kpi={kpi} />
      </Columns>
    </Page>
  );
}
