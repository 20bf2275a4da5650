import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { organisation, sites } from "#modules/people/public.server.ts";
import { confirmHours, hoursInput, hoursPage, leads, logHours, withdrawHours } from "#modules/reviews/public.server.ts";
import { HoursForm, HoursLists } from "#modules/reviews/ui/hours-parts.tsx";
import { LeadingTabs } from "#modules/reviews/ui/leading-tabs.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:hours.title" };

export const loader = page("leading.read", async ({ actor }) => {
  const may = { log: can(actor, "leading.write") && (await leads(actor.personId)), cycles: can(actor, "leading.watch") };
  const places = (await sites()).filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  return json({ ...(await hoursPage(actor)), may, places, own: actor.siteCode, today: localDay(systemClock.now(), organisation().timeZone), idempotencyKey: newId() });
});

export const action = act(
  "leading.confirm-hours",
  async ({ actor, form, remember }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    if (form.get("intent") === "confirm") {
      await confirmHours(String(form.get("hours") ?? ""), asked);
      return redirectWithToast("/leading/hours", { key: "leading:hours.confirmed" });
    }
    if (form.get("intent") === "withdraw") {
      await withdrawHours(String(form.get("hours") ?? ""), asked);
      return redirectWithToast("/leading/hours", { key: "leading:hours.withdrawn" });
    }
    await logHours(hoursInput(form), asked, (tx) => remember?.(tx, { status: 303, location: "/leading/hours" }));
    return redirectWithToast("/leading/hours", { key: "leading:hours.saved" });
  },
  { idempotent: true },
);

export default function HoursPage() {
  const { mine, toConfirm, may, places, own, today, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("hours.title")} lead={t("hours.lead")} />
      <LeadingTabs current="hours" cycles={may.cycles} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ site: "site", day: "day", what: "what", minutes: "minutes" }} />
      {may.log && <HoursForm places={places} own={own} today={today} idempotencyKey={idempotencyKey} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}
      <HoursLists mine={mine} toConfirm={toConfirm} logs={may.log} />
    </Page>
  );
}
