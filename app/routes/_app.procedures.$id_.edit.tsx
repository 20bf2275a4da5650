import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { procedureDetail, procedureInput, saveProcedure } from "#modules/improvements/public.server.ts";
import { useLocal } from "#modules/improvements/ui/badges.tsx";
import { ProcedureForm } from "#modules/improvements/ui/procedure-form.tsx";
import { departments } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "improvements:procedures.edit" };

export const loader = page("procedures.edit", async ({ actor, params }) => {
  const id = params["id"] ?? "";
  const procedure = id === "new" ? null : await procedureDetail(actor, id, systemClock.now());
  if (procedure === null && id !== "new") throw notFound();
  const places = (await departments()).filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  return json({ procedure, departments: places });
});

export const action = act("procedures.edit", async ({ actor, params, form }) => {
  const id = params["id"] === "new" ? null : (params["id"] ?? "");
  const saved = await saveProcedure(id, procedureInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/procedures/${saved}`, { key: "improvements:procedureForm.saved" });
});

export default function EditProcedurePage() {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { procedure } = data;
  const back = procedure === null ? { to: "/procedures", label: t("procedures.title") } : { to: `/procedures/${procedure.id}`, label: local(procedure.name) };
  return (
    <Page>
      <PageHeader title={t(procedure === null ? "procedures.add" : "procedures.edit")} back={back} />
      <Card>
        <ProcedureForm {...data} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Card>
    </Page>
  );
}
