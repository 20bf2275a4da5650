import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { departmentInput, departments, saveDepartment } from "#modules/people/public.server.ts";
import { PlaceForm } from "#modules/people/ui/place-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:organisation.editDepartment" };

export const loader = page("organisation.edit", async ({ params }) => {
  const all = await departments();
  const known = all.find(({ code }) => code === params["code"]) ?? null;
  if (known === null && params["code"] !== "new") throw notFound();
  return json({ known, departments: all.filter(({ code }) => code !== known?.code) });
});

export const action = act("organisation.edit", async ({ actor, form }) => {
  await saveDepartment(departmentInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/organisation/places", { key: "people:organisation.saved" });
});

export default function DepartmentPage() {
  const { known, departments } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const refused = answer && "refusal" in answer ? answer : null;
  const values = { key: known?.code ?? "", nameVi: known?.nameVi ?? "", nameEn: known?.nameEn ?? "", parent: known?.parentCode ?? "" };
  return (
    <Page>
      <PageHeader title={known ? t("organisation.editDepartment") : t("organisation.addDepartment")} back={{ to: "/organisation/places", label: t("organisation.tabs.places") }} />
      <PlaceForm
        values={refused?.typed ?? values}
        active={refused ? refused.typed["active"] !== undefined : (known?.active ?? true)}
        fixedCode={known !== null}
        above={{ name: "parent", path: "parentCode", label: t("organisation.parent"), none: t("organisation.top") }}
        departments={departments}
        refusal={refused?.refusal ?? null}
      />
    </Page>
  );
}
