import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { listValues, saveValue, valueInput } from "#modules/people/public.server.ts";
import { OrganisationTabs } from "#modules/people/ui/organisation-tabs.tsx";
import { useLocalName } from "#modules/people/ui/use-local-name.ts";
import { ValueForm } from "#modules/people/ui/value-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Fold } from "#ui/fold.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:values.title" };

export const loader = page("values.read", async ({ actor }) => {
  const mayEdit = can(actor, "values.edit");
  return json({ values: await listValues({ all: mayEdit }), mayEdit, tabs: can(actor, "organisation.read") });
});

export const action = act("values.edit", async ({ actor, form }) => {
  const fields = valueInput(form);
  const version = await saveValue(fields, { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/organisation/values#${fields.code}`, { key: "people:values.saved", params: { version } });
});

const FIELDS = { code: "key", nameVi: "nameVi", nameEn: "nameEn", meaningVi: "meaningVi", meaningEn: "meaningEn", behaviours: "behavioursVi", behavioursEn: "behavioursEn", position: "position" } as const;

export default function ValuesPage() {
  const { values, mayEdit, tabs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const name = useLocalName();
  const refused = answer && "refusal" in answer ? answer : null;
  const known = values.some(({ code }) => code === refused?.typed["key"]) ? (refused?.typed["key"] ?? "") : "new";
  const at = (prefix: string) => (refused !== null && known === prefix ? refused : null);
  return (
    <Page>
      <PageHeader title={t("values.title")} lead={t("values.lead")} />
      {tabs && <OrganisationTabs current="values" />}
      <FormErrors refusal={refused?.refusal ?? null} fields={Object.fromEntries(Object.entries(FIELDS).map(([path, field]) => [path, `${known}-${field}`]))} />
      {values.length === 0 && <EmptyState title={t("values.empty")}>{t("values.emptyHint")}</EmptyState>}
      {values.map((value) => (
        <Card
          key={value.code}
          title={<span id={value.code}>{name(value.name)}</span>}
          aside={
            <span className="flex items-center gap-2 text-sm text-muted">
              {!value.active && <Badge>{t("values.unused")}</Badge>}
              {t("values.version", { version: value.version })}
            </span>
          }
        >
          <p className="max-w-prose">{name(value.meaning)}</p>
          <div>
            <h3 className="text-sm text-muted">{t("values.behaviours")}</h3>
            <ul className="mt-1 list-disc pl-5">
              {value.behaviours.map((behaviour) => (
                <li key={behaviour.code}>{name(behaviour)}</li>
              ))}
            </ul>
          </div>
          <div>
            <LinkButton to={`/organisation/values/${encodeURIComponent(value.code)}`} variant="quiet" aria-label={`${t("values.threads")}: ${name(value.name)}`}>{t("values.threads")}</LinkButton>
          </div>
          {mayEdit && (
            <Fold summary={t("values.edit")} open={at(value.code) !== null}>
              <ValueForm
                idPrefix={value.code}
                fixedCode
                refusal={at(value.code)?.refusal ?? null}
                active={at(value.code) ? at(value.code)?.typed["active"] !== undefined : value.active}
                values={
                  at(value.code)?.typed ?? {
                    key: value.code,
                    nameVi: value.name.vi,
                    nameEn: value.name.en,
                    meaningVi: value.meaning.vi,
                    meaningEn: value.meaning.en,
                    behavioursVi: value.behaviours.map(({ vi }) => vi).join("\n"),
                    behavioursEn: value.behaviours.map(({ en }) => en).join("\n"),
                    position: String(value.position),
                  }
                }
              />
            </Fold>
          )}
        </Card>
      ))}
      {mayEdit && (
        <Card>
          <Fold summary={t("values.add")} open={values.length === 0 || at("new") !== null}>
            <ValueForm idPrefix="new" fixedCode={false} refusal={at("new")?.refusal ?? null} active={at("new")?.typed["active"] !== undefined || at("new") === null} values={at("new")?.typed ?? { position: String(values.length + 1) }} />
          </Fold>
        </Card>
      )}
    </Page>
  );
}
