import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { blankDefinition } from "#modules/kpis/definition.ts";
import { codeInput, designInput, kpiChoices, libraryView, places, saveDraft } from "#modules/kpis/public.server.ts";
import { DesignForm, StepList } from "#modules/kpis/ui/design-form.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/inputs.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpis:design.new" };

export const loader = page("kpis.design", async () => {
  const examples = (await libraryView()).examples.filter(({ taken }) => !taken).map(({ definition: { code, name } }) => ({ code, name }));
  return json({ design: { departments: (await places()).departments, kpis: kpiChoices(), definition: blankDefinition("NEW") }, idempotencyKey: newId(), examples });
});

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
  const { t } = useTranslation(["kpis", "kpiLint"]);
  const { local } = useFigures();
  const { design, idempotencyKey, examples } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={t("design.new")} back={{ to: "/kpis", label: t("title") }} />
      <Columns
        aside={
          <Card title={t("kpiLint:library.title")}>
            <p>{t("kpiLint:library.startLead")}</p>
            {examples.length > 0 && (
              <Form method="post" action="/kpis/library" className="flex flex-col gap-4">
                <Field label={t("kpiLint:library.example")} id="example" name="code">
                  <Select options={examples.map(({ code, name }) => ({ value: code, label: local(name) }))} />
                </Field>
                <Button className="self-start">{t("kpiLint:library.start")}</Button>
              </Form>
            )}
            <Link to="/kpis/library" className="inline-flex min-h-target items-center self-start underline underline-offset-4">{t("kpiLint:library.open")}</Link>
          </Card>
        }
      >
        <StepList code={null} step="customer" />
        <Card>
          <DesignForm {...design} step="customer" inUse={false} isNew={{ idempotencyKey }} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
        </Card>
      </Columns>
    </Page>
  );
}
