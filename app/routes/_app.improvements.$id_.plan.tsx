import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { likelyColleagues } from "#composition/customer-page.server.ts";
import { improvementPage, measureScopes, records } from "#composition/improvements.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { planImprovement, planInput, STEP_ROWS } from "#modules/improvements/public.server.ts";
import { PlanForm } from "#modules/improvements/ui/plan-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "improvements:plan.title" };

export const loader = page("improvements.answer", async ({ actor, params }) => {
  const improvement = await improvementPage(actor, params["id"] ?? "");
  if (improvement === null || !improvement.may.moves.includes("plan")) throw notFound();
  const [scopes, colleagues] = await Promise.all([measureScopes(), likelyColleagues(actor)]);
  const known = new Set(colleagues.map(({ id }) => id));
  const others = improvement.steps.map(({ owner }) => ({ id: owner.id, name: owner.name, detail: owner.email })).filter(({ id }, index, all) => !known.has(id) && all.findIndex((one) => one.id === id) === index);
  return json({ improvement, scopes, colleagues: [...colleagues, ...others], stepRows: STEP_ROWS });
});

export const action = act("improvements.answer", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  await planImprovement(id, planInput(form), { actor, source: "screen", now: systemClock.now() }, records);
  return redirectWithToast(`/improvements/${encodeURIComponent(id)}`, { key: "improvements:plan.saved" });
});

export default function PlanPage() {
  const { t } = useTranslation("improvements");
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("plan.title")} lead={t("plan.lead")} back={{ to: `/improvements/${data.improvement.id}`, label: data.improvement.title }} />
      <PlanForm {...data} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
    </Page>
  );
}
