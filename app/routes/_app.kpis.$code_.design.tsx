import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { designPage, takeDesignStep } from "#composition/kpis.server.ts";
import { designStep } from "#modules/kpis/public.server.ts";
import { CheckStep, DesignForm, StepList } from "#modules/kpis/ui/design-form.tsx";
import { KpiFindings } from "#modules/kpis/ui/finding-card.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:design.title" };

export const loader = page("kpis.design", async ({ params, url }) => {
  const view = await designPage(params["code"] ?? "");
  if (view === null) throw notFound();
  return json({ ...view, step: designStep(url.searchParams.get("step")) });
});

export const action = act("kpis.design", async ({ actor, params, form }) => {
  const { to, said } = await takeDesignStep(actor, params["code"] ?? "", form);
  return redirectWithToast(to, { key: `kpis:${said}` });
});

export default function DesignKpiPage() {
  const { t } = useTranslation("kpis");
  const { local } = useFigures();
  const { step, lint, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { definition, inUse } = data;
  const back = inUse ? { to: `/kpis/${definition.code}`, label: local(definition.name) || definition.code } : { to: "/kpis", label: t("title") };
  return (
    <Page>
      <PageHeader title={t("design.title")} lead={`${definition.code} · ${t(`design.steps.${step}`)}`} back={back} />
      <StepList code={definition.code} step={step} />
      {step === "check" ? (
        <>
          <CheckStep {...data} refusal={refused?.refusal ?? null} />
          <KpiFindings {...lint} />
        </>
      ) : (
        <Card>
          <DesignForm key={step} {...data} step={step} isNew={null} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
        </Card>
      )}
    </Page>
  );
}
