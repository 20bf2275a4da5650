import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { STAGES } from "#modules/kpis/definition.ts";
import { libraryView, startFromExample } from "#modules/kpis/public.server.ts";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpiLint:library.title" };

export const loader = page("kpis.read", async ({ actor }) => json({ ...(await libraryView()), mayDesign: can(actor, "kpis.design") }));

export const action = act("kpis.design", async ({ actor, form }) => {
  const code = String(form.get("code") ?? "");
  await startFromExample(code, { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/kpis/${encodeURIComponent(code)}/design`, { key: "kpiLint:library.started" });
});

export default function LibraryPage() {
  const { examples, departments, mayDesign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["kpiLint", "kpis"]);
  const { local } = useFigures();
  const department = (code: string) => (departments[code] === undefined ? code : local(departments[code]));
  const nameOf = (code: string) => {
    const found = examples.find(({ definition }) => definition.code === code);
    return found === undefined ? code : local(found.definition.name);
  };
  const group = (stage: (typeof STAGES)[number] | null) => examples.filter(({ definition }) => definition.stage === stage);
  return (
    <Page>
      <PageHeader title={t("library.title")} lead={t("library.lead")} back={{ to: "/kpis", label: t("library.back") }} />
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      {[...STAGES, null].map((stage) => (
        <Card key={stage ?? "people"} title={stage === null ? t("library.people") : t(`kpis:stage.${stage}`)}>
          <div className="flex flex-col divide-y divide-line">
            {group(stage).map(({ definition, abuse, notice, taken }) => (
              <Fold key={definition.code} summary={<span className="min-w-0 py-1.5">{local(definition.name)}<span className="block text-sm font-normal text-muted">{definition.lens === null ? "" : t(`kpis:lens.${definition.lens}`)}</span></span>}>
                <p className="max-w-prose">{local(definition.why)}</p>
                <DefinitionList
                  items={[
                    definition.serves !== null && { label: t("library.serves"), value: local(definition.serves.text) },
                    { label: t("library.departments"), value: definition.owners.map(department).join(", ") },
                    definition.guardrails.length > 0 && { label: t("library.guardrails"), value: definition.guardrails.map(nameOf).join("; ") },
                    { label: t("library.abuse"), value: local(abuse) },
                    { label: t("library.notice"), value: local(notice) },
                  ]}
                />
                {taken ? (
                  <LinkButton to={`/kpis/${encodeURIComponent(definition.code)}`} className="self-start">{t("library.taken")}</LinkButton>
                ) : (
                  mayDesign && (
                    <Form method="post">
                      <input type="hidden" name="code" value={definition.code} />
                      <Button>{t("library.start")}</Button>
                    </Form>
                  )
                )}
              </Fold>
            ))}
          </div>
        </Card>
      ))}
    </Page>
  );
}
