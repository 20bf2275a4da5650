import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { departments, findSite, saveSite, siteInput, weekTexts } from "#modules/people/public.server.ts";
import { PlaceForm } from "#modules/people/ui/place-form.tsx";
import { WeekFields } from "#modules/people/ui/week-fields.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:organisation.editSite" };

export const loader = page("organisation.edit", async ({ params }) => {
  const [known, all] = await Promise.all([findSite(params["code"] ?? ""), departments()]);
  if (known === null && params["code"] !== "new") throw notFound();
  const values = { key: known?.code ?? "", nameVi: known?.nameVi ?? "", nameEn: known?.nameEn ?? "", department: known?.departmentCode ?? "", channel: known?.channel ?? "" };
  return json({ known: known !== null, active: known?.active ?? true, values: { ...values, ...weekTexts(known?.hours ?? {}) }, departments: all });
});

export const action = act("organisation.edit", async ({ actor, form }) => {
  await saveSite(siteInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/organisation/places", { key: "people:organisation.saved" });
});

export default function SitePage() {
  const { known, active, values, departments } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const refused = answer && "refusal" in answer ? answer : null;
  const refusal = refused?.refusal ?? null;
  const shown = refused?.typed ?? values;
  return (
    <Page>
      <PageHeader title={known ? t("organisation.editSite") : t("organisation.addSite")} back={{ to: "/organisation/places", label: t("organisation.tabs.places") }} />
      <PlaceForm
        values={shown}
        active={refused ? refused.typed["active"] !== undefined : active}
        fixedCode={known}
        above={{ name: "department", path: "departmentCode", label: t("person.department"), none: t("person.noDepartment") }}
        departments={departments}
        refusal={refusal}
      >
        <Field label={t("organisation.channel")} id="channel" name="channel" hint={t("organisation.channelHint")} defaultValue={shown["channel"]} errors={errorsAt(refusal, "channel")} optional>
          <TextInput maxLength={64} autoComplete="off" spellCheck={false} />
        </Field>
        <WeekFields legend={t("organisation.hoursOwn")} hint={t("organisation.hoursOwnHint")} values={shown} refusal={refusal} />
      </PlaceForm>
    </Page>
  );
}
