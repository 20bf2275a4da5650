import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { circleChoices, circleFromForm } from "#composition/circles.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { localDay, minuteOfDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { circleView } from "#modules/stories/public.server.ts";
import { CircleForm } from "#modules/stories/ui/circle-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:circles.form.edit" };

export const loader = page("circles.join", async ({ actor, params }) => {
  const view = await circleView(actor, params["id"] ?? "", systemClock.now());
  if (view === null || !view.may.host || view.past) throw notFound();
  const { timeZone } = organisation();
  const at = new Date(view.startsAt);
  const minute = minuteOfDay(at, timeZone);
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const begins = { theme: view.theme, about: view.about ?? "", day: localDay(at, timeZone), time, minutes: String(view.minutes), places: String(view.places), where: view.where, link: view.link ?? "" };
  const { today } = await circleChoices(actor);
  return json({ id: view.id, begins, today, idempotencyKey: newId() });
});

export const action = act("circles.join", async ({ actor, params, form }) => {
  const id = await circleFromForm(actor, params["id"] ?? "", form, null);
  return redirectWithToast(`/circles/${encodeURIComponent(id)}`, { key: "stories:circles.form.saved" });
});

export default function EditCirclePage() {
  const { id, begins, today, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("circles.form.edit")} back={{ to: `/circles/${id}`, label: begins.theme }} />
      <CircleForm stories={null} courses={[]} today={today} idempotencyKey={idempotencyKey} typed={refused?.typed ?? begins} refusal={refused?.refusal ?? null} />
    </Page>
  );
}
