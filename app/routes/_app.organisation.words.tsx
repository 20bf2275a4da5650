import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { editOrganisation, labelsInput, organisation } from "#modules/people/public.server.ts";
import { OrganisationTabs } from "#modules/people/ui/organisation-tabs.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { en } from "#ui/messages/en.ts";
import { vi } from "#ui/messages/vi.ts";

export const handle: PageHandle = { title: "people:organisation.words" };

/** The words an organisation may rename, as they are without renaming. */
const USUAL = (["role", "term"] as const).flatMap((group) =>
  Object.entries(vi[group]).map(([name, word]) => ({ key: `${group}.${name}`, vi: word as string, en: (en[group] as Readonly<Record<string, string>>)[name] ?? word })),
);

export const loader = page("organisation.read", ({ actor }) => {
  const { labels } = organisation();
  return json({ words: USUAL.map((usual) => ({ ...usual, own: labels[usual.key] ?? {} })), mayEdit: can(actor, "organisation.edit") });
});

export const action = act("organisation.edit", async ({ actor, form }) => {
  await editOrganisation(labelsInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/organisation/words", { key: "people:organisation.saved" });
});

export default function WordsPage() {
  const { words, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["people", "ui"]);
  const busy = useNavigation().state !== "idle";
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("organisation.title")} lead={t("organisation.wordsLead")} />
      <OrganisationTabs current="words" />
      {!mayEdit && <Banner tone="info">{t("organisation.readOnly")}</Banner>}
      <Form method="post" className="flex flex-col gap-6">
        <FormErrors refusal={refused?.refusal ?? null} />
        {words.map((word) => (
          <fieldset key={word.key} className="grid min-w-0 gap-3 sm:grid-cols-2">
            <legend className="mb-1.5 font-semibold">{`${word.vi} · ${word.en}`}</legend>
            <Field label={t("organisation.wordVi")} name={`${word.key}.vi`} defaultValue={refused?.typed[`${word.key}.vi`] ?? word.own.vi ?? ""}>
              <TextInput maxLength={60} placeholder={word.vi} readOnly={!mayEdit} autoComplete="off" />
            </Field>
            <Field label={t("organisation.wordEn")} name={`${word.key}.en`} defaultValue={refused?.typed[`${word.key}.en`] ?? word.own.en ?? ""}>
              <TextInput maxLength={60} placeholder={word.en} readOnly={!mayEdit} autoComplete="off" />
            </Field>
          </fieldset>
        ))}
        {mayEdit && <Button variant="primary" pending={busy} className="self-start">{t("ui:action.save")}</Button>}
      </Form>
    </Page>
  );
}
