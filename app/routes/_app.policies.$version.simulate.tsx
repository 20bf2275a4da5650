import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { startFromForm } from "#composition/simulation.server.ts";
import { simulationForm } from "#modules/empowerment/public.server.ts";
import { RunList } from "#modules/empowerment/ui/simulation/run-list.tsx";
import { SimulationForm } from "#modules/empowerment/ui/simulation/simulation-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "simulation:title" };

export const loader = page("policies.read-drafts", async ({ actor, params }) => {
  const form = await simulationForm(actor, Number(params.version));
  if (form === null) throw notFound();
  return json({ form });
});

export const action = act("policies.read-drafts", async ({ actor, params, form, words }) => {
  const id = await startFromForm(actor, Number(params.version), form, words.timeZone ?? "Asia/Ho_Chi_Minh");
  return redirect(`/simulations/${id}`, 303);
});

export default function SimulatePage() {
  const { form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <>
      <SimulationForm form={form} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      <RunList runs={form.runs} />
    </>
  );
}
