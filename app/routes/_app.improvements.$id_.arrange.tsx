import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { improvementPage } from "#composition/improvements.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { departmentsInput, mergeImprovement, reassignImprovement } from "#modules/improvements/public.server.ts";
import { AssignForm, MergeForm } from "#modules/improvements/ui/arrange-forms.tsx";
import { departments } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "improvements:arrange.title" };

export const loader = page("improvements.arrange", async ({ actor, params }) => {
  const improvement = await improvementPage(actor, params["id"] ?? "");
  if (improvement === null || !improvement.may.arrange) throw notFound();
  const places = (await departments()).filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  return json({ improvement, departments: places });
});

export const action = act("improvements.arrange", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/improvements/${encodeURIComponent(id)}`;
  switch (form.get("intent")) {
    case "assign":
      await reassignImprovement(id, { departments: departmentsInput(form) }, asked);
      return redirectWithToast(here, { key: "improvements:arrange.saved" });
    case "merge":
      await mergeImprovement(id, String(form.get("into") ?? ""), asked);
      return redirectWithToast(here, { key: "improvements:arrange.mergeSaved" });
    default:
      throw notFound();
  }
});

export default function ArrangePage() {
  const { t } = useTranslation("improvements");
  const { improvement, departments: places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  return (
    <Page>
      <PageHeader title={t("arrange.title")} back={{ to: `/improvements/${improvement.id}`, label: improvement.title }} />
      {improvement.state === "reported" && <AssignForm improvement={improvement} departments={places} sent={sent} />}
      <MergeForm sent={sent} />
    </Page>
  );
}
