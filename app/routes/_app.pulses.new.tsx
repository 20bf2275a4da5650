import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { audiencePlaces } from "#composition/pulses.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { newDesign, pulseInput, savePulse } from "#modules/pulse/public.server.ts";
import { PulseForm } from "#modules/pulse/ui/pulse-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "pulse:new.title" };

export const loader = page("pulses.design", async ({ url }) => {
  const [design, places] = await Promise.all([newDesign(url.searchParams.get("kind") === "loyal" ? "loyal" : "rotation", systemClock.now()), audiencePlaces()]);
  return json({ ...design, ...places, idempotencyKey: newId() });
});

export const action = act(
  "pulses.design",
  async ({ actor, form, remember }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    const { id } = await savePulse(pulseInput(form), asked, null, (tx, made) => remember?.(tx, { status: 303, location: `/pulses/${made}` }));
    return redirectWithToast(`/pulses/${id}`, { key: "pulse:form.saved" });
  },
  { idempotent: true },
);

export default function NewPulsePage() {
  const { t } = useTranslation("pulse");
  const design = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={t("new.title")} lead={t("new.lead")} back={{ to: "/pulses", label: t("title") }} />
      <Card>
        <PulseForm {...design} revision={null} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Card>
    </Page>
  );
}
