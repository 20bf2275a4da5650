import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { departments, markNightWorker, searchDirectory, sites } from "#modules/people/public.server.ts";
import { useRowName } from "#modules/people/ui/use-local-name.ts";
import { fairnessMonths, fairnessView, nudgeInput, nudgeManager } from "#modules/recognition/public.server.ts";
import { DepartmentBars, FigureTable, ReachTrend, SpreadBars } from "#modules/recognition/ui/fairness-figures.tsx";
import { NamesCards, NightCard, UnseenCard } from "#modules/recognition/ui/fairness-people.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Select } from "#ui/inputs.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const MONTHS = [1, 3, 6, 12];

export const handle: PageHandle = { title: "recognition:fairness.title" };

export const loader = page("recognitions.fairness", async ({ actor, url }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const [view, people, allSites, allDepartments] = await Promise.all([
    fairnessView(asked, fairnessMonths(url.searchParams), evidenceSources),
    searchDirectory(actor, {}, { limit: 300, cursor: null }),
    sites(),
    departments(),
  ]);
  const place = ({ code, nameVi, nameEn }: { code: string; nameVi: string; nameEn: string }) => ({ code, nameVi, nameEn });
  return json({ view, people: people.map(({ id, name, email }) => ({ id, name, detail: email })), sites: allSites.map(place), departments: allDepartments.map(place) });
});

export const action = act("recognitions.fairness", async ({ actor, form, url }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/recognition/fairness${url.searchParams.has("months") ? `?months=${fairnessMonths(url.searchParams)}` : ""}`;
  const personId = String(form.get("personId") ?? "");
  if (form.get("intent") === "nudge") {
    await nudgeManager(personId, nudgeInput(form), asked, evidenceSources);
    return redirectWithToast(here, { key: "recognition:fairness.nudgeSaved" });
  }
  await markNightWorker(personId, form.get("intent") === "night", asked);
  return redirectWithToast(here, { key: "recognition:fairness.nightSaved" });
});

export default function FairnessPage() {
  const { view, people, sites, departments } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("recognition");
  const format = useFormat();
  const name = useRowName();
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  const { period } = view;
  const placeName = (site: string | null, department: string | null) => {
    const place = sites.find(({ code }) => code === site) ?? departments.find(({ code }) => code === department);
    return place ? name(place) : "";
  };
  return (
    <Page wide>
      <PageHeader title={t("fairness.title")} lead={t("fairness.lead")} back={{ to: "/recognition", label: t("title") }} />
      <FormErrors refusal={refusal} fields={{ personId: "personId" }} />
      <Form method="get" className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Field label={t("fairness.period")} name="months" defaultValue={String(period.months)} className="min-w-48">
          <Select options={MONTHS.map((count) => ({ value: String(count), label: t("fairness.months", { count }) }))} />
        </Field>
        <Button>{t("fairness.show")}</Button>
        <p className="basis-full text-sm text-muted">{t("fairness.range", { from: format.date(period.from), to: format.date(period.to), zone: format.zone(period.timeZone, period.to), thanks: view.thanks })}</p>
      </Form>
      <Columns
        aside={
          <>
            <NamesCards notReached={view.notReached} pairs={view.pairs} placeName={placeName} />
            <NightCard nightWorkers={view.nightWorkers} people={people} refusal={refusal} />
          </>
        }
      >
        <FigureTable view={view} />
        <ReachTrend months={view.months} />
        <DepartmentBars departments={view.departments} />
        <SpreadBars received={view.received} />
        <UnseenCard unseen={view.unseen} />
      </Columns>
    </Page>
  );
}
