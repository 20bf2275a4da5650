import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { audiencePlaces } from "#composition/pulses.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { askAbout, newCircle, newDesign, pulseInput, savePulse, subjectsInput } from "#modules/pulse/public.server.ts";
import { PulseForm } from "#modules/pulse/ui/pulse-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "pulse:new.title" };

/** Around a leader nobody is chosen by place. */
const NO_PLACES: Awaited<ReturnType<typeof audiencePlaces>> = { departments: [], sites: [] };

export const loader = page("pulses.design", async ({ url }) => {
  const kind = url.searchParams.get("kind");
  if (kind === "circle") return json({ ...(await newCircle(systemClock.now())), ...NO_PLACES, idempotencyKey: newId() });
  const [design, places] = await Promise.all([newDesign(kind === "loyal" ? "loyal" : "rotation", systemClock.now()), audiencePlaces()]);
  return json({ ...design, ...places, leaders: null, idempotencyKey: newId() });
});

export const action = act(
  "pulses.design",
  async ({ actor, form, url, remember }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    if (url.searchParams.get("kind") === "circle") {
      await askAbout(pulseInput(form), subjectsInput(form), asked, (tx) => remember?.(tx, { status: 303, location: "/pulses" }));
      return redirectWithToast("/pulses", { key: "pulse:circle.saved" });
    }
    const { id } = await savePulse(pulseInput(form), asked, null, (tx, made) => remember?.(tx, { status: 303, location: `/pulses/${made}` }));
    return redirectWithToast(`/pulses/${id}`, { key: "pulse:form.saved" });
  },
  { idempotent: true },
);

export default function NewPulsePage() {
  const { t } = useTranslation("pulse");
  const { leaders, ...design } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={leaders === null ? t("new.title") : t("circle.new")} lead={leaders === null ? t("new.lead") : t("circle.lead")} back={{ to: "/pulses", label: t("title") }} />
      <Card>
        <PulseForm {...design} {...(leaders === null ? {} : { leaders })} revision={null} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Card>
    </Page>
  );
}
