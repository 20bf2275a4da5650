import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deactivationParticipants } from "#composition/deactivation.server.ts";
import { personErasure } from "#composition/erasure.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { createSignInLink, deactivatePerson, endSessions, erasePerson, personPage, reactivatePerson, resetSecondFactor } from "#modules/people/public.server.ts";
import { AccessActions, MadeLink } from "#modules/people/ui/access-actions.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:access.edit" };

export const loader = page(
  "people.edit",
  async ({ actor, params }) => {
    const person = await personPage(actor, params["id"] ?? "");
    if (person === null || !(person.may.link || person.may.endSessions || person.may.deactivate || person.may.erase)) throw notFound();
    return json({ id: person.id, name: person.name, active: person.active, may: person.may });
  },
  { proof: true },
);

export const action = act(
  "people.edit",
  async ({ actor, params, form, url }) => {
    const id = params["id"] ?? "";
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    const name = (await personPage(actor, id))?.name ?? "";
    switch (form.get("intent")) {
      case "invitation":
      case "reset": {
        const link = await createSignInLink(asked, id, form.get("intent") === "reset" ? "reset" : "invitation");
        return json({ link: { address: new URL(link.path, url).href, expiresAt: link.expiresAt.toISOString(), emailed: link.emailed } });
      }
      case "end-sessions":
        await endSessions(id, asked);
        return redirectWithToast(`/people/${id}`, { key: "people:access.sessionsEnded", params: { name } });
      case "remove-factor":
        await resetSecondFactor(asked, id);
        return redirectWithToast(`/people/${id}`, { key: "people:access.factorRemoved", params: { name } });
      case "deactivate":
        await deactivatePerson(id, asked, deactivationParticipants);
        return redirectWithToast(`/people/${id}`, { key: "people:access.deactivated", params: { name } });
      case "reactivate":
        await reactivatePerson(id, asked);
        return redirectWithToast(`/people/${id}`, { key: "people:access.reactivated", params: { name } });
      case "erase":
        await erasePerson(id, asked, personErasure);
        return redirectWithToast("/people", { key: "people:access.erased" });
      default:
        throw notFound();
    }
  },
  { proof: true },
);

export default function AccessPage() {
  const { id, name, active, may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  return (
    <Page>
      <PageHeader title={t("access.title", { name })} back={{ to: `/people/${id}`, label: name }} />
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      {answer && "link" in answer && <MadeLink name={name} link={answer.link} />}
      <AccessActions name={name} active={active} may={may} />
    </Page>
  );
}
