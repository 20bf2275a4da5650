import { json } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { personPage, removeAbsence } from "#modules/people/public.server.ts";
import { PersonSummary } from "#modules/people/ui/person-summary.tsx";
import { useLocalName } from "#modules/people/ui/use-local-name.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:person.record" };

export const loader = page("people.search", async ({ actor, params }) => {
  const person = await personPage(actor, params["id"] ?? "");
  if (person === null) throw notFound();
  return json({ person });
});

export const action = act("people.absence", async ({ actor, params, form }) => {
  await removeAbsence(String(form.get("absenceId") ?? ""), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/people/${params["id"] ?? ""}`, { key: "people:absence.removed" });
});

export default function PersonPage() {
  const { person } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["people", "ui"]);
  const format = useFormat();
  const local = useLocalName();
  const { absences, qualifications, may } = person;
  return (
    <Page>
      <PageHeader
        title={person.name}
        lead={person.active ? undefined : <Badge tone="warn">{t("directory.inactive")}</Badge>}
        back={{ to: "/people", label: t("title") }}
        actions={
          <>
            {may.edit && <LinkButton to={`/people/${person.id}/edit`}>{t("edit.editTitle")}</LinkButton>}
            {may.grantRoles && <LinkButton to={`/people/${person.id}/roles`}>{t("roles.edit")}</LinkButton>}
            {(may.link || may.deactivate || may.erase) && <LinkButton to={`/people/${person.id}/access`}>{t("access.edit")}</LinkButton>}
          </>
        }
      />
      <PersonSummary person={person} />
      {absences && (
        <Card title={t("absence.title")} aside={may.absence && <LinkButton to={`/people/${person.id}/absence`}>{t("absence.add")}</LinkButton>}>
          {absences.length === 0 ? (
            <p className="text-muted">{t("absence.empty")}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {absences.map((absence) => (
                <li key={absence.id} className="flex flex-wrap items-center justify-between gap-2">
                  <span>
                    {t("absence.period", { from: absence.fromDay, to: absence.toDay })}
                    <span className="block text-sm text-muted">{absence.standIn ? t("absence.standInIs", { name: absence.standIn }) : t("absence.nobody")}</span>
                  </span>
                  {may.absence && (
                    <Form method="post">
                      <input type="hidden" name="absenceId" value={absence.id} />
                      <Button variant="quiet" aria-label={`${t("absence.remove")}: ${format.day(absence.fromDay)}`}>{t("ui:action.remove")}</Button>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {qualifications && (
        <Card title={t("qualifications.title")} aside={may.qualify && <LinkButton to={`/people/${person.id}/qualification`}>{t("qualifications.add")}</LinkButton>}>
          {qualifications.length === 0 ? (
            <p className="text-muted">{t("qualifications.empty")}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {qualifications.map((held) => (
                <li key={held.id}>
                  {local(held.name)}
                  <span className="block text-sm text-muted">
                    {format.day(held.validFrom)} – {held.validTo === null ? t("qualifications.forGood") : format.day(held.validTo)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </Page>
  );
}
