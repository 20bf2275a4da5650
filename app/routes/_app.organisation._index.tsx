import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { editOrganisation, endAllSessions, generalInput, organisation } from "#modules/people/public.server.ts";
import { OrganisationTabs } from "#modules/people/ui/organisation-tabs.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, RadioChips } from "#ui/choices.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:organisation.title" };

export const loader = page("organisation.read", ({ actor }) => {
  const { name, currency, timeZone, language, addressForm, requireTotp } = organisation();
  return json({ name, currency, timeZone, language, addressForm, requireTotp, mayEdit: can(actor, "organisation.edit"), mayEndSessions: can(actor, "people.end-sessions") });
});

export const action = act("organisation.edit", async ({ actor, form }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  if (form.get("intent") === "end-sessions") {
    return redirectWithToast("/organisation", { key: "people:organisation.sessionsEnded", params: { count: await endAllSessions(asked) } });
  }
  await editOrganisation(generalInput(form), asked);
  return redirectWithToast("/organisation", { key: "people:organisation.saved" });
});

export default function OrganisationPage() {
  const settings = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["people", "ui"]);
  const busy = useNavigation().state !== "idle";
  const refused = answer && "refusal" in answer ? answer : null;
  const refusal = refused?.refusal ?? null;
  const typed = refused?.typed ?? {};
  const fixed = !settings.mayEdit;
  return (
    <Page>
      <PageHeader title={t("organisation.title")} lead={t("organisation.lead")} />
      <OrganisationTabs current="general" />
      {fixed && <Banner tone="info">{t("organisation.readOnly")}</Banner>}
      <DefinitionList items={[{ label: t("organisation.currency"), value: settings.currency }, { label: t("organisation.timeZone"), value: settings.timeZone }]} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ name: "name" }} />
        <Field label={t("organisation.name")} id="name" name="name" defaultValue={typed["name"] ?? settings.name} errors={errorsAt(refusal, "name")} required>
          <TextInput maxLength={120} readOnly={fixed} />
        </Field>
        <Field label={t("organisation.language")} id="language" name="language" defaultValue={typed["language"] ?? settings.language}>
          <Select disabled={fixed} options={(["vi", "en"] as const).map((language) => ({ value: language, label: t(`ui:shell.languages.${language}`) }))} />
        </Field>
        <RadioChips
          label={t("organisation.addressForm")}
          name="addressForm"
          selected={typed["addressForm"] ?? settings.addressForm}
          options={["bạn", "anh/chị"].map((form) => ({ value: form, label: <span lang="vi">{form}</span>, disabled: fixed }))}
        />
        <Checkbox name="requireTotp" value="1" defaultChecked={settings.requireTotp} disabled={fixed} label={t("organisation.requireTotp")} />
        {!fixed && <Button variant="primary" pending={busy} className="self-start">{t("ui:action.save")}</Button>}
      </Form>
      {settings.mayEndSessions && (
        <Card title={t("organisation.sessionsTitle")}>
          <p className="text-muted">{t("organisation.sessionsLead")}</p>
          <ConfirmDialog trigger={t("organisation.endSessions")} triggerVariant="danger" title={t("organisation.sessionsConfirm")} description={t("organisation.sessionsLead")} confirm={t("organisation.endSessions")}>
            <input type="hidden" name="intent" value="end-sessions" />
          </ConfirmDialog>
        </Card>
      )}
    </Page>
  );
}
