import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { blankDefinition } from "#modules/kpis/definition.ts";
import { codeInput, designInput, kpiChoices, places, saveDraft } from "#modules/kpis/public.server.ts";
import { DesignForm, StepList } from "#modules/kpis/ui/design-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:design.new" };

export const loader = page("kpis.design", async () => json({ departments: (await places()).departments, kpis: kpiChoices(), idempotencyKey: newId(), definition: blankDefinition("NEW") }));

export const action = act(
  "kpis.design",
  async ({ actor, form, remember }) => {
    const code = codeInput(form);
    const location = `/kpis/${code}/design?step=measure`;
    await saveDraft(designInput(form, "customer", blankDefinition(code)), { actor, source: "screen", now: systemClock.now() }, { isNew: true, remember: async (tx) => remember?.(tx, { status: 303, location }) });
    return redirectWithToast(location, { key: "kpis:design.saved" });
  },
  { idempotent: true },
);

export default function NewKpiPage() {
  const { t } = useTranslation("kpis");
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("design.new")} back={{ to: "/kpis", label: t("title") }} />
      <StepList code={null} step="customer" />
      <Card>
        <DesignForm {...data} step="customer" inUse={false} isNew={{ idempotencyKey: data.idempotencyKey }} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Card>
    </Page>
  );
}
